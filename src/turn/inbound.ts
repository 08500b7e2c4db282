/** What reaches the turn from outside, in Deskhand's own words. */
import type { ChoiceId } from '../dialogs/types.ts'
import type { Address } from '../store/store.ts'

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
  readonly what:
    | { readonly kind: 'message'; readonly text: string }
    /** `answerable`: the channel waits for the collapsed card in the response (Action.Execute). */
    | {
        readonly kind: 'choice'
        readonly choice: ChoiceId
        readonly nonce: string
        readonly answerable: boolean
      }
    | { readonly kind: 'file'; readonly name: string; readonly text: string }
    | { readonly kind: 'edited'; readonly of: string; readonly text: string }
    | { readonly kind: 'deleted'; readonly of: string }
    | { readonly kind: 'joined' }
    | { readonly kind: 'left' }
    | { readonly kind: 'timer'; readonly name: 'remind' | 'close' }
}
