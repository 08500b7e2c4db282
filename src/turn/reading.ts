/**
 * Files become text before the turn decides, inside the conversation's lane, so that nothing overtakes the picture, and
 * before the commit, so that a crash loses nothing: the channel repeats the activity, and it is read again.
 *
 * What takes longer than an employee should wait for an acknowledgment is read on beside the conversation, and comes as
 * an event of its own. The case remembers that it waits for it: should the process die meanwhile, a timer says so.
 */
import { setTimeout as pause } from 'node:timers/promises'
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

export interface ReadInbound {
  /** What arrived, with its files read; those that take too long are marked as `reading`. */
  inTime(language: Language): Promise<Inbound>
  /** The files that were marked, as an event of their own once they are read. Undefined: there are none. */
  late(): Promise<Inbound> | undefined
}

export interface Patience {
  /** From the arrival until the message is answered without its files, in milliseconds. */
  readonly answerMs: number
  /** Until the reading is given up. */
  readonly readMs: number
}

const usual: Patience = { answerMs: 1_000, readMs: 30_000 }

type Message = Extract<Inbound['what'], { kind: 'message' }>

/** The time runs from this call; the files are read when `inTime` is called first, and once. */
export function readingOf(inbound: Inbound, read: Read | undefined, patience = usual): ReadInbound {
  const { what, address } = inbound
  if (!read || !address || what.kind !== 'message' || !what.files?.length) return nothingToRead(inbound)
  const { files } = what
  const began = performance.now()
  const until = AbortSignal.timeout(patience.readMs)
  let reads: Promise<readonly FileRead[]> | undefined
  let first: Promise<readonly FileRead[] | undefined> | undefined
  let late: Promise<Inbound> | undefined
  return {
    async inTime(language) {
      reads ??= read(files, { language, serviceUrl: address.serviceUrl, until })
      first ??= Promise.race([reads, pause(patience.answerMs, undefined, { ref: false })])
      const found = await first
      if (found) return withReads(inbound, what, found)
      late ??= reads.then(all => lateInbound(withReads(inbound, what, all), performance.now() - began))
      return withReads(
        inbound,
        what,
        files.map(() => pending),
      )
    },
    late: () => late,
  }
}

const pending: FileRead = { kind: 'unread', why: 'reading' }

function nothingToRead(inbound: Inbound): ReadInbound {
  return { inTime: async () => inbound, late: () => undefined }
}

function withReads(inbound: Inbound, what: Message, reads: readonly FileRead[]): Inbound {
  const files = what.files?.map((file, index) => withRead(file, reads[index])) ?? []
  return { ...inbound, what: { ...what, files } }
}

function withRead(file: Attached, read: FileRead | undefined): Attached {
  return read ? { ...file, read } : file
}

/** Its words were answered already, and come along only because of what stands beside them. */
function lateInbound({ activityId, ...inbound }: Inbound, tookMs: number): Inbound {
  return { ...inbound, at: inbound.at + Math.round(tookMs), late: { of: activityId } }
}
