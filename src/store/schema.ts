/**
 * The tables, the same in every backend. Times are epoch milliseconds; JSON is kept as text, because a case may hold
 * characters (NUL) that PostgreSQL's own JSON type refuses.
 *
 * A conversation's key is 150 characters and more, so only its own table holds it; the others hold its number. That
 * halves the database and the work of a commit.
 */
import type { Generated } from 'kysely'

/** Databases that the tables live in; migrations ask where their words differ. */
export type Backend = 'sqlite' | 'postgres'

export interface Tables {
  /** What the database is: its mode. */
  readonly meta: { readonly name: string; readonly value: string }
  readonly migrations: { readonly version: number; readonly name: string }
  readonly conversations: {
    readonly id: Generated<number>
    readonly key: string
    readonly version: number
    readonly address: string
    /** The current case: the latest one. */
    readonly case_id: string
    /** PostgreSQL: the life of an instance that sends what waits here; nobody's when nothing waits. */
    readonly sender: Generated<number | null>
  }
  /** PostgreSQL: processes that send. A process that was not heard of in time loses its row, and with it its lease. */
  readonly instances: {
    readonly id: Generated<number>
    readonly name: string
    readonly until: number
    /** A connection that is open as long as the process lives. */
    readonly session: string | null
  }
  readonly cases: {
    readonly id: string
    readonly conversation: number
    readonly owner: string
    readonly topic: string | null
    readonly language: string
    readonly opened_at: number
    readonly updated_at: number
    /** Set while the case waits for an agent, and only then. */
    readonly waiting_since: number | null
    readonly state: string
  }
  /** Activities that were taken in, with what was answered. */
  readonly inbox: {
    readonly conversation: number
    readonly activity_id: string
    readonly answered: string
    readonly at: number
  }
  readonly outbox: {
    readonly id: Generated<number>
    readonly conversation: number
    readonly outbound: string
    readonly at: number
  }
  readonly dead_letters: {
    readonly id: number
    readonly conversation: number
    readonly outbound: string
    readonly reason: string
    readonly at: number
  }
  /** Cards that can be collapsed: the channel's id by nonce. */
  readonly sent_cards: {
    readonly conversation: number
    readonly nonce: string
    readonly activity_id: string
    readonly at: number
  }
  readonly timers: {
    readonly conversation: number
    readonly name: string
    readonly at: number
    /** PostgreSQL: until then another instance has it. */
    readonly taken_until: Generated<number | null>
  }
  /** PostgreSQL: what all instances have sent together, see turn/pace.ts; of no meaning after `until`. */
  readonly budgets: { readonly name: string; readonly state: string; readonly until: number }
  readonly transcript: {
    readonly id: Generated<number>
    readonly case_id: string
    readonly from: string
    readonly text: string
    readonly activity_id: string | null
    readonly at: number
  }
  /** They go with their case, and with the message they came with. */
  readonly pictures: {
    readonly id: Generated<number>
    readonly case_id: string
    readonly name: string
    readonly media_type: string
    readonly bytes: Uint8Array
    readonly activity_id: string | null
    readonly at: number
  }
}
