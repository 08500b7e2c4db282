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

/** Counts what really arrives; a chunked body announces no length. */
async function readBytes(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    // destroyOnReturn would cut the connection before our answer is out.
    for await (const chunk of req.iterator({ destroyOnReturn: false })) {
      size += chunk.length
      if (size > BODY_LIMIT) break
      chunks.push(chunk)
    }
  } catch (thrown) {
    throw new AppError('bad-request', 'The connection ended before the body did', { cause: thrown })
  }
  if (size > BODY_LIMIT) {
    req.resume()
    throw tooLarge()
  }
  return Buffer.concat(chunks, size)
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
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
