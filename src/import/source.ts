/** Reads a document from the disk; the only file of this room that does. Nothing is ever fetched. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError, messageOf } from '../errors.ts'
import { decode } from './decode.ts'

export interface Source {
  /** Name of the file without its folder. */
  readonly name: string
  readonly text: string
  /** `UTF-8`, `UTF-16LE`, `windows-1252` … */
  readonly encoding: string
}

/** A handbook of a thousand pages has about 3 MB of text. */
const mostBytes = 5_000_000

/** Throws AppError for a file that is missing, too large, empty or no text. */
export function readSource(path: string): Source {
  const name = basename(path)
  const bytes = bytesOf(path, name)
  const { text, encoding } = decode(bytes, name)
  if (text.trim() === '') throw new AppError('bad-request', `${name} is empty: there is nothing to import.`)
  return { name, text, encoding }
}

function bytesOf(path: string, name: string): Uint8Array {
  const size = sizeOf(path)
  if (size > mostBytes) {
    const has = `${name} has ${(size / 1e6).toFixed(1)} MB; an import takes ${mostBytes / 1e6} MB at most.`
    throw new AppError('too-large', `${has} Split it by topics.`)
  }
  return readFileSync(path)
}

function sizeOf(path: string): number {
  try {
    const found = statSync(path)
    if (found.isFile()) return found.size
  } catch (thrown) {
    throw new AppError('not-found', `${path} cannot be read: ${messageOf(thrown)}.`, { cause: thrown })
  }
  throw new AppError('bad-request', `${path} is no file; import one document at a time.`)
}
