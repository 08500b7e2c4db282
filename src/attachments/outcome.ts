/** What reading one file came to, and what the log should know of it: never its name, its address or a word of it. */
import type { Unread } from '../dialogs/types.ts'
import type { FileRead } from '../turn/inbound.ts'

export interface Outcome {
  readonly read: FileRead
  readonly seen: Facts
}

export interface Facts {
  readonly kind?: 'picture' | 'text' | 'other'
  readonly bytes?: number
  /** Why it was not fetched or not read. */
  readonly reason?: string
  /** Of the process that reads pictures, in bytes. */
  readonly maxRss?: number
}

export function unread(why: Unread, seen: Facts = {}): Outcome {
  return { read: { kind: 'unread', why }, seen }
}
