/** Fetches one file, no larger than it may be. No redirect is followed: it could lead the token, or us, anywhere. */
import { Agent, type Dispatcher, EnvHttpProxyAgent, request } from 'undici'
import type { Tokens } from '../bot/credentials.ts'
import type { Identity } from '../config.ts'

export type Fetched =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' }
  /** `reason` never holds an address: it may carry a permission. */
  | { readonly kind: 'failed'; readonly reason: string }

export interface Wanted {
  readonly url: URL
  readonly withToken: boolean
  readonly until: AbortSignal
}

export interface Fetcher {
  /** Never rejects. */
  fetch(wanted: Wanted): Promise<Fetched>
  close(): Promise<void>
}

/** Bytes. A screenshot of two large screens has 2 to 5 million. */
export const largest = 8_000_000

export function createFetcher(identity: Identity, tokens: Tokens): Fetcher {
  const pool = { connections: 16, connect: { timeout: 4_000 } }
  const dispatcher = identity.kind === 'azure' ? new EnvHttpProxyAgent(pool) : new Agent(pool)
  return {
    fetch: wanted => fetchFile(wanted, tokens, dispatcher).catch(failedBy),
    close: () => dispatcher.destroy(),
  }
}

/** A refused token is replaced and the file asked for again, once. */
async function fetchFile(wanted: Wanted, tokens: Tokens, dispatcher: Dispatcher): Promise<Fetched> {
  const { withToken, until } = wanted
  const token = withToken ? await inTime(() => tokens.get(), until) : undefined
  const answer = await ask(wanted, token, dispatcher)
  if (answer.statusCode !== 401 || token === undefined) return bytesOf(answer)
  answer.body.destroy()
  tokens.refused(token)
  return bytesOf(await ask(wanted, await inTime(() => tokens.get(), until), dispatcher))
}

/** A token has a patience of its own, longer than that of an employee who waits. */
async function inTime<T>(ask: () => Promise<T>, until: AbortSignal): Promise<T> {
  // Before it is asked: a refusal that nobody hears would end the process.
  until.throwIfAborted()
  const { promise: over, reject } = Promise.withResolvers<never>()
  const tooLate = () => reject(until.reason)
  until.addEventListener('abort', tooLate)
  return Promise.race([ask(), over]).finally(() => until.removeEventListener('abort', tooLate))
}

/** A body that is left before its end says so with an error, which must find somebody. */
async function ask({ url, until }: Wanted, token: string | undefined, dispatcher: Dispatcher) {
  const headers = { accept: '*/*', ...(token !== undefined && { authorization: `Bearer ${token}` }) }
  const answer = await request(url, { method: 'GET', headers, signal: until, dispatcher })
  answer.body.on('error', () => undefined)
  return answer
}

async function bytesOf({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<Fetched> {
  if (statusCode !== 200) {
    body.destroy()
    return { kind: 'failed', reason: `HTTP ${statusCode}` }
  }
  if (Number(headers['content-length']) > largest) {
    body.destroy()
    return { kind: 'too-large' }
  }
  return collected(body)
}

/** What a length in the headers promises is not believed. Leaving the loop ends the connection. */
async function collected(body: AsyncIterable<Buffer>): Promise<Fetched> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > largest) return { kind: 'too-large' }
    chunks.push(chunk)
  }
  return { kind: 'bytes', bytes: Buffer.concat(chunks, size) }
}

function failedBy(thrown: unknown): Fetched {
  const { code, name } = thrown as { readonly code?: unknown; readonly name?: unknown }
  return { kind: 'failed', reason: `no answer: ${String(code ?? name)}` }
}
