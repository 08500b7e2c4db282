/** What a database keeps besides cases, and what the domain calls it. */
import type { Spoken } from '../speech/spoken.ts'

/** Where an answer goes to: everything a proactive message needs. */
export interface Address {
  readonly serviceUrl: string
  readonly channelId: string
  readonly conversationId: string
  readonly botId: string
  readonly employeeId: string
  readonly tenantId?: string
  /** The version of the turn in which the employee was heard of here; tells an old address from one just like it. */
  readonly heard?: number
  /** The far side knows it no longer (403, 404): nothing is sent there until the employee is heard of again. */
  readonly gone?: true
}

/** What the channel answers to the request itself; stored, so that a repeated activity gets the same. */
export interface Answered {
  /** The one line that replaces a pressed card. */
  readonly collapsed?: string
}

export interface Line {
  readonly from: 'employee' | 'bot' | 'agent'
  readonly text: string
  /** Id of the employee's activity, so that an edit or a deletion finds it. */
  readonly activityId?: string
  readonly at: number
}

/** A picture that the employee sent. It holds nothing but its pixels, and in them no secret was found. */
export interface Picture {
  /** Redacted. */
  readonly name: string
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly bytes: Uint8Array
}

export interface KeptPicture extends Picture {
  readonly id: number
  /** When it came, epoch milliseconds. */
  readonly at: number
}

/** The card that was sent with this nonce is answered: one line replaces it. */
export interface Collapse {
  readonly nonce: string
  readonly line: string
}

/** chat: somebody waits for it. notice: nobody has asked, so it goes after all chat, of other conversations too. */
export type Urgency = 'chat' | 'notice'

/** One thing to send. Rendered in words; the channel gives it its form when it is sent. */
export type Outbound =
  /** `collapse`: the answered card, which becomes one line once this is said. `urgency`: chat unless told. */
  | {
      readonly kind: 'say'
      readonly spoken: Spoken
      readonly collapse?: Collapse
      readonly urgency?: Urgency
    }
  | ({ readonly kind: 'collapse' } & Collapse)
  /** A card for the agents' channel; without personal data. */
  | { readonly kind: 'notice'; readonly spoken: Spoken }

export function urgencyOf(outbound: Outbound): Urgency {
  if (outbound.kind === 'notice') return 'notice'
  return outbound.kind === 'say' ? (outbound.urgency ?? 'chat') : 'chat'
}

/** A committed message that waits to be sent. Ids rise within a conversation and are never given twice. */
export interface OutboxRow {
  readonly id: number
  readonly conversation: string
  /** The conversation's latest address, not the one of the turn that wrote the row. */
  readonly address: Address
  readonly outbound: Outbound
  /** Which lease its conversation is under; the process that holds it sends. See `leads`. */
  readonly lease: number
}

/** What is kept under a name. */
export interface Account {
  readonly state: string
  /** Nobody needs to know it any more after this time, epoch milliseconds. */
  readonly until: number
}

/** What became of a sent row. */
export interface Sent {
  readonly row: OutboxRow
  /** sent: out of the outbox. dead: set aside, an operator can see it. */
  readonly result: 'sent' | 'dead'
  /** The channel's id of the sent message; kept by nonce so that the card can be collapsed later. */
  readonly activityId?: string
  readonly reason?: string
  /** This address was tried and is gone; kept with the conversation, unless the employee was heard of since. */
  readonly gone?: Address
}

/** A message that nobody will get, kept for the operator. */
export interface DeadLetter {
  readonly id: number
  readonly conversation: string
  readonly outbound: Outbound
  readonly reason: string
  /** When the turn said it, epoch milliseconds. */
  readonly at: number
}
