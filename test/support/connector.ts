/**
 * The far side of the Bot Framework: what Teams' Bot Connector does with the messages of a bot, on loopback. It hands
 * out ids, keeps what arrived in order, and misbehaves on command.
 *
 *   const connector = await startConnector()
 *   connector.next({ status: 429, headers: { 'Retry-After': '2' } })
 *   …
 *   await connector.arrived(2)
 */
import { createWriteStream, type WriteStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ConnectorOptions {
  /** 0 (any free port) unless told. */
  readonly port?: number
  /** Requests without this bearer token get 401. */
  readonly token?: string
  /** What arrives is added to this file as it arrives, one JSON object a line. */
  readonly log?: string
  /** False: arrivals are counted and logged, not kept; for loads of thousands a second. */
  readonly keep?: boolean
  /** Decides about each arrival; what `next` was told comes first. */
  readonly behave?: (arrival: Arrival) => Behaviour | undefined
}

/** One request, as it came. */
export interface Arrival {
  /** Epoch milliseconds. */
  readonly at: number
  readonly method: string
  readonly conversation: string
  /** Of the message that is replied to, replaced or deleted. */
  readonly activityId?: string
  readonly authorization?: string
  /** The activity; undefined for DELETE. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was sent
  readonly activity: any
  /** Size of the body. */
  readonly bytes: number
  /** The id given to the message; absent when it was not taken. */
  readonly id?: string
}

/** A request for a file. */
export interface Fetch {
  readonly path: string
  readonly authorization?: string
}

/** Nothing but `delayMs`: the usual answer, later. */
export interface Behaviour {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Instead of `{"id":…}`; may be anything but JSON. */
  readonly body?: string
  readonly delayMs?: number
  /** hang: never answers. cut: ends the connection without an answer. */
  readonly instead?: 'hang' | 'cut'
  /** Told when the caller has ended a call that hangs. */
  readonly gaveUp?: () => void
}

export interface Connector {
  readonly url: string
  /** In the order in which they came; empty with `keep: false`. */
  readonly arrivals: readonly Arrival[]
  readonly count: number
  /** The next arrivals, one for each; then as before. */
  next(...behaviours: readonly Behaviour[]): void
  /** Gives this file to whoever fetches it, as it does with a pasted picture, and keeps them waiting until it is there; answers its address. */
  gives(file: Buffer | Promise<Buffer>): string
  /** Requests for files, in the order in which they came. */
  readonly fetches: readonly Fetch[]
  /** Resolves with all arrivals when there are so many; rejects after 5 s. */
  arrived(count: number): Promise<readonly Arrival[]>
  /** Resolves when no connection is left: everything that a dead process still sent has arrived by then. */
  left(): Promise<void>
  close(): Promise<void>
}

const path = /\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?(?:\?.*)?$/

export async function startConnector(options: ConnectorOptions = {}): Promise<Connector> {
  const arrivals: Arrival[] = []
  const orders: Behaviour[] = []
  const files = new Map<string, Buffer | Promise<Buffer>>()
  const fetches: Fetch[] = []
  const waiting = new Set<() => void>()
  const log = options.log === undefined ? undefined : createWriteStream(options.log, { flags: 'a' })
  let count = 0

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') return give(request, response, files, fetches)
    const seen = read(request, await bodyOf(request))
    if (seen === undefined) return finish(response, 404, error('NotFound'))
    const refused = options.token !== undefined && seen.authorization !== `Bearer ${options.token}`
    const behaviour = orders.shift() ?? options.behave?.(seen) ?? (refused ? { status: 401 } : {})
    count++
    const arrival = taken(behaviour, request.method) ? { ...seen, id: seen.activityId ?? `m-${count}` } : seen
    if (options.keep !== false) arrivals.push(arrival)
    log?.write(`${JSON.stringify(arrival)}\n`)
    for (const look of waiting) look()
    await answer(response, arrival, behaviour)
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  const url = await listen(server, options.port ?? 0)
  return {
    url,
    arrivals,
    get count() {
      return count
    },
    fetches,
    gives(file) {
      const path = `/v3/attachments/${files.size + 1}/views/original`
      files.set(path, file)
      return `${url}${path}`
    },
    next: (...behaviours) => void orders.push(...behaviours),
    arrived: wanted =>
      until(
        () => count >= wanted,
        waiting,
        () => `${count} of ${wanted} arrived`,
        arrivals,
      ),
    left: () => left(server),
    close: () => close(server, log),
  }
}

/** Says nothing of what the file is: the content type of a file is only a claim. */
async function give(
  request: IncomingMessage,
  response: ServerResponse,
  files: ReadonlyMap<string, Buffer | Promise<Buffer>>,
  fetches: Fetch[],
): Promise<void> {
  const { authorization } = request.headers
  const path = request.url ?? ''
  fetches.push({ path, ...(authorization !== undefined && { authorization }) })
  const file = await files.get(path)
  if (file === undefined) finish(response, 404, error('NotFound'))
  else finish(response, 200, file, { 'Content-Type': 'application/octet-stream' })
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
}

function read(request: IncomingMessage, body: Buffer): Arrival | undefined {
  const [, conversation, activityId] = path.exec(request.url ?? '') ?? []
  const method = request.method ?? ''
  if (conversation === undefined || !['POST', 'PUT', 'DELETE'].includes(method)) return undefined
  const { authorization } = request.headers
  return {
    at: Date.now(),
    method,
    conversation: decodeURIComponent(conversation),
    ...(activityId !== undefined && { activityId: decodeURIComponent(activityId) }),
    ...(authorization !== undefined && { authorization }),
    activity: body.length === 0 ? undefined : JSON.parse(body.toString()),
    bytes: body.length,
  }
}

/** A reply gets an id of its own; a replaced message keeps its own. */
function taken({ status = 200, instead }: Behaviour, method: string | undefined): boolean {
  return instead === undefined && status < 300 && method !== 'DELETE'
}

async function answer(response: ServerResponse, arrival: Arrival, behaviour: Behaviour): Promise<void> {
  const { status = arrival.method === 'POST' ? 201 : 200, headers, delayMs, instead } = behaviour
  if (delayMs !== undefined) await new Promise(resolve => setTimeout(resolve, delayMs))
  if (instead === 'hang') return void response.once('close', () => behaviour.gaveUp?.())
  if (instead === 'cut') return void response.destroy()
  const usual = status < 300 ? JSON.stringify({ id: arrival.id }) : error(`Status${status}`)
  finish(response, status, behaviour.body ?? usual, headers)
}

function error(code: string): string {
  return JSON.stringify({ error: { code, message: 'The connector said no.' } })
}

function finish(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers })
  response.end(body)
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function until(
  reached: () => boolean,
  waiting: Set<() => void>,
  state: () => string,
  arrivals: readonly Arrival[],
): Promise<readonly Arrival[]> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (reached()) settle(() => resolve([...arrivals]))
    }
    const timer = setTimeout(() => settle(() => reject(new Error(`After 5 s only ${state()}.`))), 5_000)
    const settle = (then: () => void) => {
      clearTimeout(timer)
      waiting.delete(look)
      then()
    }
    waiting.add(look)
    look()
  })
}

async function left(server: Server): Promise<void> {
  const open = () => new Promise<number>(resolve => server.getConnections((_, count) => resolve(count)))
  while ((await open()) > 0) await new Promise(resolve => setTimeout(resolve, 5))
}

async function close(server: Server, log: WriteStream | undefined): Promise<void> {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  if (log) await new Promise<void>(resolve => log.end(resolve))
}
