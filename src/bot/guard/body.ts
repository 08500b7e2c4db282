/**
 * Reads and parses a body. restify's own parser is not used: it ends the process on a broken gzip stream, counts a
 * bomb by its compressed size, and copies keys of the body into req.params. This one never decompresses, holds at most
 * BODY_LIMIT bytes, and JSON.parse neither recurses nor runs anything.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { AppError } from '../../errors.ts'
import { BODY_LIMIT, tooLarge } from './headers.ts'

/** Deeper than any activity or card; recursive readers further in survive this. */
const DEPTH_LIMIT = 64

/** Rejects with AppError 'too-large' or 'bad-request'. */
export async function readJson(req: IncomingMessage, res: ServerResponse): Promise<unknown> {
  // Only now: a client that waits for leave to send has been refused without sending a byte.
  if (req.headers.expect !== undefined) res.writeContinue()
  const parsed = parse(await readBytes(req))
  checkTree(parsed)
  return parsed
}

/** Counts what really arrives; a chunked body announces no length. What is too much flows by and is not kept. */
function readBytes(req: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // The client left while its token was checked; no event will tell.
    if (req.destroyed) return reject(cutShort())
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > BODY_LIMIT) reject(tooLarge())
      else chunks.push(chunk)
    })
    req.once('end', () => resolve(Buffer.concat(chunks)))
    // Also comes after 'end', when it says nothing any more.
    req.once('close', () => req.readableEnded || reject(cutShort()))
    req.once('error', () => reject(cutShort()))
  })
}

function cutShort(): AppError {
  return new AppError('bad-request', 'The connection ended before the body did')
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch (thrown) {
    throw new AppError('bad-request', 'The body is not JSON in UTF-8', { cause: thrown })
  }
}

/** Level by level, because a recursive walk would itself fall over what it looks for. */
function checkTree(root: unknown): void {
  let level = [root].filter(isTree)
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > DEPTH_LIMIT) throw new AppError('bad-request', 'The body is nested too deeply')
    // Copied by Object.assign somewhere further in, this key would replace a prototype.
    if (level.some(tree => Object.hasOwn(tree, '__proto__'))) {
      throw new AppError('bad-request', 'The body has a key that no activity has')
    }
    level = level.flatMap(tree => Object.values(tree).filter(isTree))
  }
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
