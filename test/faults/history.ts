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
    }
  | { readonly event: 'acknowledged'; readonly conversation: string; readonly activity: string }
  | {
      readonly event: 'failed'
      readonly conversation: string
      readonly activity: string
      readonly why: string
    }
  | { readonly event: 'starting' }
  | { readonly event: 'ready'; readonly pid: number; readonly boot: string }
  | { readonly event: 'killing'; readonly boot: string }
  | { readonly event: 'freezing'; readonly boot: string }
  | { readonly event: 'thawing'; readonly boot: string }
  | { readonly event: 'stopping'; readonly boot: string }
  | { readonly event: 'ended'; readonly boot: string; readonly code: number | null }

/** The connector's side: one line for each message that arrived. */
export interface FarEvent {
  readonly event: 'arrived'
  readonly conversation: string
  /** All visible words. */
  readonly says: string
  /** The question that the buttons of the message answer: new in each turn, the same when a message is sent again. */
  readonly nonce?: string
}

export type ClientEntry = ClientEvent & Timed
export type FarEntry = FarEvent & Timed

export interface History<Event> {
  write(event: Event): void
  close(): void
}

export function openHistory<Event>(file: string): History<Event> {
  const descriptor = openSync(file, 'ax')
  return {
    write: event => void writeSync(descriptor, `${JSON.stringify({ at: now(), ...event })}\n`),
    close: () => closeSync(descriptor),
  }
}

export function readHistory<Entry>(file: string): Entry[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map(line => JSON.parse(line) as Entry)
}
