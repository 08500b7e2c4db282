/**
 * Files become text before the turn decides. It happens inside the conversation's lane, so that nothing overtakes the
 * picture, and before the commit, so that a crash loses nothing: the channel repeats the activity, and it is read again.
 */
import type { Language } from '../knowledge/article.ts'
import type { Attached, FileRead, Inbound } from './inbound.ts'

/** Reads each of the files. Never rejects, and answers at the latest when `until` says so. */
export type Read = (files: readonly Attached[], reading: Reading) => Promise<readonly FileRead[]>

export interface Reading {
  /** The conversation's: the language in which a picture is expected. */
  readonly language: Language
  /** Of the activity that the files came with. */
  readonly serviceUrl: string
  readonly until: AbortSignal
}

/** What arrived, with its files read. */
export type ReadInbound = (language: Language) => Promise<Inbound>

/** From the arrival, in milliseconds. Teams reports an error after 10 to 15 seconds, and repeats after 15. */
const patience = 8_000

/** The time runs from this call; the files are read when the result is called first, and once. */
export function readingOf(inbound: Inbound, read: Read | undefined): ReadInbound {
  const { what, address } = inbound
  if (!read || !address || what.kind !== 'message' || !what.files?.length) return async () => inbound
  const { files } = what
  const until = AbortSignal.timeout(patience)
  let reading: Promise<Inbound> | undefined
  return language => {
    reading ??= read(files, { language, serviceUrl: address.serviceUrl, until }).then(reads => ({
      ...inbound,
      what: { ...what, files: files.map((file, index) => withRead(file, reads[index])) },
    }))
    return reading
  }
}

function withRead(file: Attached, read: FileRead | undefined): Attached {
  return read ? { ...file, read } : file
}
