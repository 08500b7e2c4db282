/**
 * What the domain asks of a database. One backend is one file; all of them pass test/store/contract.ts.
 *
 * A conversation is the unit of order and of concurrency: its version moves by one with each committed turn.
 */
import type { Case, TimerName } from '../dialogs/types.ts'
import type {
  Account,
  Address,
  Answered,
  DeadLetter,
  KeptPicture,
  Line,
  Outbound,
  OutboxRow,
  Picture,
  Sent,
} from './records.ts'

/** A conversation as a turn finds it. */
export interface Loaded {
  /** 0: never seen. */
  readonly version: number
  readonly case?: Case
  readonly address?: Address
  /** This activity was committed before, and this was the answer. */
  readonly answered?: Answered
}

/** Everything that one turn changes; written in one transaction or not at all. */
export interface Turn {
  readonly conversation: string
  /** The version that was loaded. */
  readonly version: number
  /** Absent for timers: those are taken out of their table instead. */
  readonly activityId?: string
  readonly answered: Answered
  readonly address: Address
  readonly case: Case
  readonly transcript: readonly Line[]
  /** Kept for the agent, under the case; they go when it is deleted. */
  readonly pictures?: readonly Picture[]
  /**
   * The employee changed an earlier message, also one of an earlier case; an empty text deletes it, with the pictures
   * that came with it.
   */
  readonly edited?: { readonly activityId: string; readonly text: string }
  readonly outbox: readonly Outbound[]
  readonly timers: readonly { readonly name: TimerName; readonly at: number }[]
  /** True: timers not in `timers` are removed. A turn that says nothing of timers leaves them. */
  readonly clearTimers: boolean
  /** Taken out of its table; when it is gone, or was set anew to later than `at`, the turn is 'repeated'. */
  readonly firedTimer?: TimerName
  /** When the event happened, epoch milliseconds. */
  readonly at: number
}

/**
 * moved: another turn was faster, or the new case's id is taken by someone else's case; load again and take a new id.
 * repeated: this activity is in already (whatever the version), or this timer had its effect.
 */
export type Committed =
  | {
      readonly result: 'committed'
      readonly outbox: readonly OutboxRow[]
      /** Earlier messages of the conversation wait still, perhaps another process's: read them before these are sent. */
      readonly behind?: true
    }
  | { readonly result: 'moved' }
  | { readonly result: 'repeated'; readonly answered: Answered }

/** Counted since the store was opened. */
export interface StoreStats {
  /** Transactions that were synced to disk. */
  readonly batches: number
  /** Turns committed in them; marks on sent rows are not counted. */
  readonly turns: number
}

export interface DueTimer {
  readonly conversation: string
  readonly name: TimerName
  readonly at: number
}

export interface WaitingCase {
  readonly case: Case
  readonly conversation: string
}

export interface Store {
  load(conversation: string, activityId?: string): Promise<Loaded>
  /** Resolves when the turn is synced to disk. Rejects with AppError('busy') when the database cannot write. */
  commit(turn: Turn): Promise<Committed>

  /** All rows that wait, whoever sends them, in order of id. */
  pending(): Promise<readonly OutboxRow[]>
  /**
   * Conversations in which this process has something to send, without those that it holds already. Those that nobody
   * leads, or whose process was not heard of in time, are its own from now on. Some at a time: ask again.
   */
  takeUp(held: readonly string[]): Promise<readonly string[]>
  /** All that waits in one conversation, in order; nothing when another process leads it. */
  waitingIn(conversation: string): Promise<readonly OutboxRow[]>
  /** Whether a send may begin under this lease: the process has held it since, and holds it long enough for a send. */
  leads(lease: number): Promise<boolean>
  /**
   * Removes sent rows, sets dead ones aside; a later commit than the turn's own. Answers the conversations whose rows
   * stayed untouched, because another process leads them now.
   */
  sent(sent: readonly Sent[]): Promise<readonly string[]>
  /**
   * Changes what is kept under a name for all processes together; `change` is asked again when another one was faster.
   * It gets the state, if there is one, and the time on the clock that all share; undefined leaves everything as it is.
   */
  account(
    name: string,
    change: (state: string | undefined, now: number) => Account | undefined,
  ): Promise<void>
  /** Tells of conversations in which another process left something for this one; a hint that may fail to come. */
  onLeft(tell: (conversations: readonly string[]) => void): void
  /** The channel's id of the card that carried this nonce. */
  sentCard(conversation: string, nonce: string): Promise<string | undefined>

  dueTimers(now: number, limit: number): Promise<readonly DueTimer[]>
  /** Due timers that no other process has taken in the last minute; this one has them now. */
  takeTimers(now: number, limit: number): Promise<readonly DueTimer[]>
  /** 1 for the next to be served; `since` is the case's hand-over time. Equal times share a place. */
  placeInQueue(since: number): Promise<number>
  /** The longest waiting first. */
  waiting(limit: number): Promise<readonly WaitingCase[]>
  caseById(id: string): Promise<WaitingCase | undefined>
  transcript(caseId: string): Promise<readonly Line[]>
  /** In the order in which they came. */
  pictures(caseId: string): Promise<readonly KeptPicture[]>
  /** The messages that were set aside, the latest first. */
  deadLetters(limit: number): Promise<readonly DeadLetter[]>
  /**
   * Puts messages that were set aside at the end of their conversations' outbox; answers the ids that were found. What
   * was gone is tried once more: whoever asks for it may know that it is there again.
   */
  resend(ids: readonly number[]): Promise<readonly number[]>
  /**
   * Removes inbox entries and sent cards of turns before this time; answers how many rows. Entries only serve against
   * repeats, but a card that is forgotten can no longer be collapsed: keep them longer than a case usually rests.
   */
  forgetAnswers(before: number): Promise<number>

  stats(): StoreStats
  /** Throws AppError('busy') unless the database answers and can write. */
  ready(): Promise<void>
  /** Writes what waits, then closes. Everything afterwards is rejected with AppError('busy'). */
  close(): Promise<void>
}
