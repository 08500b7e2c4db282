/** What the headers alone already say against a request; nothing of the body has been read. */
import type { IncomingMessage } from 'node:http'
import { isLoopback } from '../../config.ts'
import { AppError } from '../../errors.ts'

/** An activity of Teams is at most 100 kB or so. */
export const BODY_LIMIT = 256 * 1024

/** Throws unless the body is plain JSON of a sensible size. */
export function checkBodyHeaders({ headers }: IncomingMessage): void {
  const encoding = headers['content-encoding'] ?? 'identity'
  const transfer = headers['transfer-encoding'] ?? 'chunked'
  if (encoding.toLowerCase() !== 'identity' || transfer.toLowerCase() !== 'chunked') {
    throw new AppError('unsupported-encoding', 'The body must not be compressed')
  }
  if (!/^application\/json *(; *charset *= *"?utf-8"? *)?$/i.test(headers['content-type'] ?? '')) {
    throw new AppError('unsupported-encoding', 'The body must be application/json in UTF-8')
  }
  if (Number(headers['content-length'] ?? 0) > BODY_LIMIT) throw tooLarge()
}

export function tooLarge(): AppError {
  return new AppError('too-large', 'The body is larger than an activity ever is')
}

/**
 * Local mode has no authentication, so only programs on this machine may talk to it. A proxy would make strangers look
 * local; a page in the browser could reach us with its own Origin, or with a name of its own that it points to
 * 127.0.0.1 (DNS rebinding), which then stands in Host.
 */
export function checkLocalHeaders({ headers }: IncomingMessage): void {
  const proxied = Object.keys(headers).some(name => name === 'forwarded' || name.startsWith('x-forwarded'))
  if (proxied) throw new AppError('forbidden', 'Local mode does not work behind a proxy')
  if (!isLocalAddress(headers.host)) throw new AppError('forbidden', 'Local mode answers to 127.0.0.1 only')
  const origin = headers.origin?.replace(/^https?:\/\//, '')
  if (origin !== undefined && !isLocalAddress(origin)) {
    throw new AppError('forbidden', 'Local mode does not answer to pages from elsewhere')
  }
}

function isLocalAddress(address: string | undefined): boolean {
  const hostname = /^(.+?)(:\d{1,5})?$/.exec(address ?? '')?.[1]
  return hostname !== undefined && isLoopback(hostname)
}
