/** The HTTP server below restify: limits, start and stop. */
import { once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError, messageOf } from '../../errors.ts'
import type { Logger } from '../logger.ts'

export interface Address {
  readonly url: string
  readonly port: number
}

export function setLimits(http: Server): void {
  // Longer than load balancers keep theirs (usually 60 s), so that they never reuse a socket that we just closed.
  http.keepAliveTimeout = 65_000
  http.headersTimeout = 10_000
  http.requestTimeout = 30_000
  // restify passes this event on to nobody, and such sockets would stay open for ever; without a listener Node answers
  // as if the client had not asked for an upgrade.
  http.removeAllListeners('upgrade')
}

/**
 * restify builds a URL from the Host header and the request line, outside any try: one `Host: [` or `GET http://[`
 * would end the process, and `Host: x/healthz?` would change the route. False: answered with 400, go no further.
 */
export function isReadable(req: IncomingMessage, res: ServerResponse): boolean {
  const { headers, url = '' } = req
  const host = headers.host ?? ''
  const isPlain = /^[\w.:[\]-]*$/.test(host) && url.startsWith('/')
  if (isPlain && URL.canParse(`http://${host || 'localhost'}${url}`)) return true
  // One call each: restify's own writeHead, which it puts on every response of the process, returns nothing.
  res.statusCode = 400
  res.setHeader('connection', 'close')
  res.end()
  return false
}

/** Rejects with AppError('configuration') when the port cannot be had. */
export async function listen(http: Server, host: string, port: number, log: Logger): Promise<Address> {
  // restify passes errors on to nobody, too, which would end the process.
  http.removeAllListeners('error')
  http.listen({ host, port })
  await once(http, 'listening').catch(thrown => {
    const cure = 'stop what uses it, or set another PORT or HOST'
    throw new AppError('configuration', `Cannot listen on ${host}:${port}: ${messageOf(thrown)}; ${cure}`)
  })
  http.on('error', error => log.error({ err: error }, 'a connection could not be accepted'))
  const address = http.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return { url: `http://${name}:${address.port}`, port: address.port }
}

/** Takes no new requests; resolves when none is `running` any more, or when they were cut after `graceMs`. */
export async function close(http: Server, running: () => number, graceMs: number): Promise<void> {
  if (!http.listening) return
  const closed = once(http, 'close')
  http.close()
  // Node itself waits for connections on which nothing has been asked yet.
  const sweep = setInterval(() => running() === 0 && http.closeAllConnections(), 50)
  const cut = setTimeout(() => http.closeAllConnections(), graceMs)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}
