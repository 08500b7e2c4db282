/** The guard in front of a really listening server, and behind it a channel that only notes what gets through. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { createConnection } from 'node:net'
import { createGuard } from '../../src/bot/guard.ts'
import { type Channel, createServer, type Parts } from '../../src/bot/server.ts'
import { type Config, readConfig } from '../../src/config.ts'
import { APP_ID, type Issuer, startIssuer, TENANT_ID } from './issuer.ts'

export const SERVICE_URL = 'https://smba.trafficmanager.net/emea/'

/** Time that only moves when told; shared by issuer, guard and log. */
export interface Clock {
  now(): number
  pass(seconds: number): void
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Several pieces are sent chunked. */
  readonly body?: string | Buffer | readonly (string | Buffer)[]
}

export interface Guarded {
  readonly url: string
  readonly port: number
  readonly clock: Clock
  /** Bodies that reached the channel. */
  readonly reached: readonly unknown[]
  /** Lines of the log, as JSON. */
  readonly log: readonly string[]
  send(sent: Sent): Promise<Answer>
  /** Posts an activity; with an issuer also a good token, unless the headers bring another. */
  post(activity: unknown, sent?: Sent): Promise<Answer>
  close(graceMs?: number): Promise<void>
}

export interface WithIssuer extends Guarded {
  readonly issuer: Issuer
}

/** A registered bot; only the address of the keys is ours. */
export async function registeredBot(parts: Partial<Parts> = {}): Promise<WithIssuer> {
  const clock = startClock()
  const issuer = await startIssuer({ now: clock.now })
  const config = readConfig({
    PORT: '0',
    MICROSOFT_APP_ID: APP_ID,
    MICROSOFT_APP_TENANT_ID: TENANT_ID,
    MICROSOFT_APP_PASSWORD: 'kQ8~made-up-for-this-test-3f9',
  })
  if (config.identity.kind !== 'azure') throw new Error('expected a registered bot')
  const identity = { ...config.identity, metadata: issuer.metadata }
  return { ...(await serve({ ...config, identity }, clock, parts, () => issuer.sign())), issuer }
}

/** Local mode, or whatever else this environment means. */
export function botWith(env: Readonly<Record<string, string>>, parts: Partial<Parts> = {}): Promise<Guarded> {
  return serve(readConfig({ PORT: '0', ...env }), startClock(), parts)
}

async function serve(config: Config, clock: Clock, parts: Partial<Parts>, token?: () => Promise<string>) {
  const lines: string[] = []
  const write = (facts: object, sentence: string) => void lines.push(JSON.stringify({ ...facts, sentence }))
  const log = { debug: () => {}, info: write, warn: write, error: write }
  const reached: unknown[] = []
  const channel: Channel = {
    process: async (req, res, verdict) => {
      reached.push({ body: req.body, verdict })
      res.send(200)
    },
  }
  const server = createServer({
    config,
    channel,
    guard: createGuard({ identity: config.identity, log, now: clock.now }),
    ready: async () => {},
    metrics: async () => '',
    boot: 'test',
    log,
    now: clock.now,
    ...parts,
  })
  const { url, port } = await server.listen()
  const agent = new Agent({ keepAlive: true })
  const post = async (activity: unknown, { headers = {}, body, ...sent }: Sent = {}) => {
    const signed = token && !('authorization' in headers) ? { authorization: `Bearer ${await token()}` } : {}
    return exchange(agent, port, {
      ...sent,
      headers: { 'content-type': 'application/json', ...signed, ...headers },
      body: body ?? JSON.stringify(activity),
    })
  }
  const send = (sent: Sent) => exchange(agent, port, { method: 'GET', ...sent })
  const close = async (graceMs = 0) => {
    await server.close(graceMs)
    agent.destroy()
  }
  return { url, port, clock, reached, log: lines, send, post, close }
}

function startClock(): Clock {
  let now = Date.now()
  return {
    now: () => now,
    pass: seconds => {
      now += seconds * 1000
    },
  }
}

function exchange(
  agent: Agent,
  port: number,
  { method = 'POST', path = '/api/messages', headers, body }: Sent,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port, method, path, headers: { ...headers }, agent })
    req.on('error', reject).on('response', async res => {
      const pieces = await res.toArray()
      resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(pieces).toString() })
    })
    const pieces = Array.isArray(body) ? body : []
    for (const piece of pieces) req.write(piece)
    req.end(Array.isArray(body) ? undefined : body)
  })
}

/** Sends bytes as they are and answers all that comes back until the other side closes. */
export function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    const socket = createConnection(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', piece => void pieces.push(piece)).on('error', reject)
    socket.on('close', () => resolve(Buffer.concat(pieces).toString()))
  })
}

/** What Teams posts for a message in a personal chat. */
export function message(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: '1700000000000',
    text: 'vpn does not work',
    channelId: 'msteams',
    serviceUrl: SERVICE_URL,
    from: { id: '29:anna', aadObjectId: 'aad-anna' },
    recipient: { id: `28:${APP_ID}` },
    conversation: { id: 'a:personal', conversationType: 'personal', tenantId: TENANT_ID },
    channelData: { tenant: { id: TENANT_ID } },
    entities: [{ type: 'clientInfo', locale: 'en-GB' }],
    ...changes,
  }
}
