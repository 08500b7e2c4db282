/** What the two outer ends of a crash test write down, line by line as it happens; the checker reads nothing else. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { now } from '../support/clock.ts'

/** `at` in milliseconds of the steady clock, the same for both histories. */
export interface Timed {
  readonly at: number
}

/** The client's side: what the employees send, and what its supervisor does to the service. */
export type ClientEvent =
  /** `reference`: undisturbed, before the first kill; it shows how each path has to go. */
  | {
      readonly event: 'began'
      readonly conversation: string
      readonly path: string
      readonly reference: boolean
    }
  /** One attempt; repeated with the same activity until it is acknowledged. `step` counts from 0. */
  | {
      readonly event: 'sent'
      readonly conversation: string
      readonly activity: string
      readonly step: number
      /** Which service it was sent to, counted from 0. */
      readonly instance: number
    }
  | { readonly event: 'acknowledged'; readonly conversation: string; readonly activity: string }
  | {
      readonly event: 'failed'
      readonly conversation: string
      readonly activity: string
      readonly why: string
    }
  | { readonly event: 'starting'; readonly instance: number; readonly sabotage?: string }
  | { readonly event: 'ready'; readonly pid: number; readonly boot: string }
  | { readonly event: 'killing'; readonly boot: string; readonly instance: number }
  | { readonly event: 'freezing'; readonly boot: string }
  | { readonly event: 'thawing'; readonly boot: string }
  | { readonly event: 'stopping'; readonly boot: string }
  /** `asked`: we had killed or stopped it, or it was told at its start to die. */
  | {
      readonly event: 'ended'
      readonly boot: string
      readonly code: number | null
      readonly signal: string | null
      readonly asked: boolean
    }
  /** The database is taken away from all services, and is there for them again. */
  | { readonly event: 'database-away'; readonly how: Outage }
  | { readonly event: 'database-back' }

/** restarted: at once, without a word to anybody. frozen: all its processes stand still. cut: all of them are killed. */
export type Outage = 'restarted' | 'frozen' | 'cut'

/** The connector's side: one line for each message that arrived. */
export type FarEvent = ArrivedEvent | NoticedEvent

export interface ArrivedEvent {
  readonly event: 'arrived'
  readonly conversation: string
  /** All visible words. */
  readonly says: string
  /** The question that the buttons of the message answer: new in each turn, the same when a message is sent again. */
  readonly nonce?: string
}

/** A card in the agents' channel. */
export interface NoticedEvent {
  readonly event: 'noticed'
  readonly caseId: string
}

export type ClientEntry = ClientEvent & Timed
export type FarEntry = FarEvent & Timed

export interface History<Event> {
  write(event: Event): void
  /** What was written down elsewhere, with the time that it had there. */
  copy(entries: readonly (Event & Timed)[]): void
  close(): void
}

export function openHistory<Event>(file: string): History<Event> {
  const descriptor = openSync(file, 'ax')
  let open = true
  const put = (line: object) => {
    // Who is still talking when a drill has failed has nothing to say to whatever has the number next.
    if (open) writeSync(descriptor, `${JSON.stringify(line)}\n`)
  }
  return {
    write: event => put({ at: now(), ...event }),
    copy: entries => {
      for (const entry of entries) put(entry)
    },
    close() {
      open = false
      closeSync(descriptor)
    },
  }
}

export function readHistory<Entry>(file: string): Entry[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map(line => JSON.parse(line) as Entry)
}
