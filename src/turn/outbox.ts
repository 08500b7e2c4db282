/**
 * Sends what was committed: at once, in order within a conversation, and again after a crash.
 *
 * The next message of a conversation waits until the last one is marked as sent, so that a crash can double at most one
 * message in each conversation. Of several instances only the one that leads the conversation sends for it; one that
 * has lost the lead finds out before its next send, and at the latest by its mark. What others leave for us is found by
 * looking into the store every second; a hint only makes that quicker.
 *
 *   take ──────┐
 *   looking ───┴──> queues ──> draining ──> sending ──> deliver
 */
import type { OutboxRow, Urgency } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { Deliver, Delivered } from './delivery.ts'
import { createAhead } from './outbox/ahead.ts'
import { createBacklog } from './outbox/backlog.ts'
import { createDraining } from './outbox/draining.ts'
import { createLooking } from './outbox/looking.ts'
import { type Queue, type Recipients, recipientsOf } from './outbox/queue.ts'
import { createSending, type Pace } from './outbox/sending.ts'

export interface Outbox {
  /** Takes rows that were just committed. `behind`: others of their conversation wait, and come first. */
  take(rows: readonly OutboxRow[], behind?: boolean): void
  /** Takes up what an earlier process, or another instance, left behind, now and from now on; in how many conversations. */
  replay(): Promise<number>
  /** Resolves when the backlog is small enough for another turn. Notices that wait keep no chat waiting. */
  room(urgency: Urgency): Promise<void>
  /** Resolves when everything is sent or `stop` was called. */
  idle(): Promise<void>
  /** Starts no further send. */
  stop(): void
  readonly backlog: number
}

export interface OutboxParts {
  readonly store: Store
  readonly deliver: Deliver
  /** Told of every attempt that did not end in 'sent', and of what is not even tried. */
  failed(row: OutboxRow, outcome: Delivered): void
  /** The channel's limits; absent: there are none. */
  readonly pace?: Pace
  /** Resolves after so many milliseconds; tests pass their own. */
  wait?(ms: number): Promise<void>
}

export function createOutbox(parts: OutboxParts): Outbox {
  const { store, wait = sleep } = parts
  const queues = new Map<string, Queue>()
  const backlog = createBacklog()
  const ahead = createAhead()
  let ended = false
  const stopped = () => ended
  const sending = createSending({ ...parts, wait, stopped })
  const drain = createDraining({ store, sending, ahead, setRows, close, wait, stopped })
  const looking = createLooking({
    store,
    queues: () => queues.values(),
    full: () => backlog.full,
    found: look,
    tidy: ahead.tidy,
  })

  function setRows(queue: Queue, rows: readonly OutboxRow[]): void {
    backlog.change(queue.rows, rows)
    queue.rows = rows
  }

  /** Finds the conversation's queue or opens one. */
  function change(conversation: string, to: Recipients, what: (queue: Queue) => void): void {
    const key = `${to} ${conversation}`
    const known = queues.get(key)
    const queue = known ?? { key, conversation, to, rows: [], address: undefined, look: false }
    what(queue)
    if (known) return
    queues.set(key, queue)
    void drain(queue)
  }

  function close(queue: Queue): void {
    setRows(queue, [])
    queues.delete(queue.key)
  }

  function look(conversations: readonly string[]): void {
    if (ended) return
    for (const conversation of conversations) {
      for (const to of ['employee', 'agents'] as const) change(conversation, to, lookFirst)
    }
  }

  return {
    take(rows, behind = false) {
      for (const row of rows) {
        if (ahead.take(row)) continue
        change(row.conversation, recipientsOf(row), queue => {
          setRows(queue, [...queue.rows, row])
          queue.address = row.address
          queue.look ||= behind
        })
      }
    },
    replay: looking.begin,
    room: backlog.room,
    async idle() {
      while (queues.size > 0 && !ended) await new Promise<void>(resolve => setTimeout(resolve, 10))
    },
    stop() {
      ended = true
      looking.end()
      backlog.open()
    },
    get backlog() {
      return backlog.count
    },
  }
}

function lookFirst(queue: Queue): void {
  queue.look = true
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms).unref())
}
