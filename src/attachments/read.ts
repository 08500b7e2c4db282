/**
 * A file that came with a message -> its text, as if it had been pasted: fetched from where it may be, told by its
 * first bytes, read by the means of its kind.
 */
import type { Tokens } from '../bot/credentials.ts'
import type { Identity } from '../config.ts'
import type { Unread } from '../dialogs/types.ts'
import type { Attached, FileRead } from '../turn/inbound.ts'
import type { Read, Reading } from '../turn/reading.ts'
import { barePicture } from './bare.ts'
import { createFetcher, type Fetcher } from './fetch.ts'
import { kindOf } from './kind.ts'
import { createOcr, type Ocr } from './ocr.ts'
import { type Facts, type Outcome, unread } from './outcome.ts'
import { readPicture } from './picture.ts'
import { isTooLarge } from './size.ts'
import { sourceOf } from './source.ts'
import { largestText, textOf } from './text.ts'

export interface ReaderOptions {
  readonly identity: Identity
  readonly tokens: Tokens
  readonly ocr?: Ocr
  /** One record a file. */
  observe(seen: Seen): void
}

export interface Seen extends Facts {
  readonly result: 'text' | Unread
  readonly ms: number
}

export interface FileReader {
  readonly read: Read
  close(): Promise<void>
}

export function createFileReader(options: ReaderOptions): FileReader {
  const fetcher = createFetcher(options.identity, options.tokens)
  const ocr = options.ocr ?? createOcr()
  const readOne = async (file: Attached, reading: Reading) => {
    const started = performance.now()
    const { read, seen } = await readFile(file, reading, options.identity, fetcher, ocr)
    const result = read.kind === 'text' ? 'text' : read.why
    options.observe({ result, ms: Math.round(performance.now() - started), ...seen })
    return read
  }
  return {
    read: (files, reading) => Promise.all(files.map(file => readOne(file, reading))),
    async close() {
      ocr.close()
      await fetcher.close()
    },
  }
}

async function readFile(
  file: Attached,
  reading: Reading,
  identity: Identity,
  fetcher: Fetcher,
  ocr: Ocr,
): Promise<Outcome> {
  const source = sourceOf(file, reading.serviceUrl, identity)
  if (source.kind === 'refused') return unread('not-fetched', { reason: source.reason })
  const fetched = await fetcher.fetch({ ...source, until: reading.until })
  switch (fetched.kind) {
    case 'failed':
      return unread('not-fetched', { reason: fetched.reason })
    case 'too-large':
      return unread('too-large')
    case 'bytes':
      return readBytes(fetched.bytes, reading, ocr)
  }
}

async function readBytes(bytes: Buffer, reading: Reading, ocr: Ocr): Promise<Outcome> {
  const kind = kindOf(bytes)
  const seen = { kind: kind.kind, bytes: bytes.length }
  switch (kind.kind) {
    case 'other':
      return unread('other-kind', seen)
    case 'text': {
      if (bytes.length > largestText) return unread('too-large', seen)
      const text = textOf(bytes, kind.encoding)
      return text === '' ? unread('unreadable', seen) : { read: { kind: 'text', text }, seen }
    }
    case 'picture': {
      if (isTooLarge(kind.size)) return unread('too-large', seen)
      const outcome = await readPicture(bytes, kind.size, reading, ocr)
      return { read: withPicture(outcome.read, bytes), seen: { ...seen, ...outcome.seen } }
    }
  }
}

/** What was made out in it can be looked through for secrets, so that it can be kept. */
function withPicture(read: FileRead, bytes: Buffer): FileRead {
  if (read.kind !== 'text') return read
  const picture = barePicture(bytes)
  return picture ? { ...read, picture } : read
}
