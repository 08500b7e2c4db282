/** What the load generator measured since a moment. */
import { now } from '../../test/support/clock.ts'
import type { Kind } from './connector.ts'
import { percentile } from './figures.ts'

export interface Window {
  readonly since: number
  /** Milliseconds from sending until the answer, one for each request. */
  readonly acks: number[]
  /** Milliseconds from sending until the reply was at the connector, one for each turn. */
  readonly replies: number[]
  readonly arrived: Record<Kind, number>
}

export interface Measured {
  readonly turns: number
  readonly seconds: number
  readonly ackP50: number
  readonly ackP99: number
  readonly replyP50: number
  readonly replyP99: number
  /** What reached the connector: 1 message a turn, or a reply would be taken for that of the next turn. */
  readonly messages: number
  readonly cards: number
  readonly updates: number
}

export function openWindow(): Window {
  return { since: now(), acks: [], replies: [], arrived: { card: 0, text: 0, update: 0, other: 0 } }
}

export function measured(window: Window): Measured {
  const acks = window.acks.toSorted((a, b) => a - b)
  const replies = window.replies.toSorted((a, b) => a - b)
  return {
    turns: replies.length,
    seconds: (now() - window.since) / 1000,
    ackP50: percentile(acks, 0.5),
    ackP99: percentile(acks, 0.99),
    replyP50: percentile(replies, 0.5),
    replyP99: percentile(replies, 0.99),
    messages: window.arrived.card + window.arrived.text,
    cards: window.arrived.card,
    updates: window.arrived.update,
  }
}
