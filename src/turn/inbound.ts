/** What reaches the turn from outside, in Deskhand's own words. */
import type { ChoiceId, TimerName, Unread } from '../dialogs/types.ts'
import type { Address, Picture } from '../store/records.ts'

export interface Inbound {
  /** tenant + conversation + employee; one case at a time lives under it. */
  readonly conversation: string
  /** Absent for timers. */
  readonly activityId?: string
  /** Absent for timers: the stored one serves. */
  readonly address?: Address
  readonly locale?: string
  /** Arrival time, epoch milliseconds. */
  readonly at: number
  /** The files of an activity that was answered before they were read: its id. */
  readonly late?: { readonly of: string | undefined }
  readonly what:
    | { readonly kind: 'message'; readonly text: string; readonly files?: readonly Attached[] }
    /** `answerable`: the channel waits for the collapsed card in the response (Action.Execute). */
    | {
        readonly kind: 'choice'
        readonly choice: ChoiceId
        readonly nonce: string
        readonly answerable: boolean
      }
    | { readonly kind: 'edited'; readonly of: string; readonly text: string }
    | { readonly kind: 'deleted'; readonly of: string }
    | { readonly kind: 'joined' }
    | { readonly kind: 'left' }
    | { readonly kind: 'timer'; readonly name: TimerName }
}

/** A file that came with a message. */
export interface Attached {
  readonly name: string
  /** Where it can be fetched. A link carries its own permission, so it is never stored or logged. */
  readonly url: string
  /** connector: kept by the channel, which asks for the bot's token. link: anywhere else, without a token. */
  readonly from: 'connector' | 'link'
  /** Absent until it was read. */
  readonly read?: FileRead
}

export type FileRead =
  /** `picture`: what the text was read from, when it can be kept. */
  | { readonly kind: 'text'; readonly text: string; readonly picture?: Omit<Picture, 'name'> }
  | { readonly kind: 'unread'; readonly why: Unread }
