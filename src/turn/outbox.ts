/**
 * Sends what was committed: at once, in order within a conversation, and again after a crash.
 * The next message of a conversation waits until the last one is marked as sent, so that a crash can double at
 * most one message in each conversation.
 */
import type { Collapse, OutboxRow, Sent, Store } from '../store/store.ts'
import type { Deliver, Delivered } from './delivery.ts'

export interface Outbox {
  /** Takes rows that were just committed. */
  take(rows: readonly OutboxRow[]): void
  /** Takes up everything that an earlier process left behind. */
  replay(): Promise<number>
  /** Resolves when the backlog is small enough for another turn. */
  room(): Promise<void>
  /** Resolves when everything is sent or `stop` was called. */
  idle(): Promise<void>
  /** Starts no further send. */
  stop(): void
  readonly backlog: number
}

export interface OutboxParts {
  readonly store: Store
  readonly deliver: Deliver
  /** Told of every attempt that did not end in 'sent'. */
  failed(row: OutboxRow, outcome: Delivered): void
  /** Resolves after so many milliseconds; tests pass their own. */
  wait?(ms: number): Promise<void>
}

/** Unsent messages above which new turns wait: without it acknowledgments stay quick while replies fall behind. */
const mostBacklog = 2_000
const mostAttempts = 12
const longestPause = 60_000

export function createOutbox(parts: OutboxParts): Outbox {
  const { store, deliver, failed, wait = sleep } = parts
  const queues = new Map<string, OutboxRow[]>()
  const waiters: (() => void)[] = []
  let backlog = 0
  let stopped = false

  async function drain(conversation: string, queue: OutboxRow[]): Promise<void> {
    for (let row = queue[0]; row; row = queue[0]) {
      const sent = await send(row)
      if (!sent) break
      await Promise.all([mark(sent), collapseWith(row)])
      queue.shift()
      left()
    }
    queues.delete(conversation)
  }

  /** Undefined: the outbox was stopped before the message went out. */
  async function send(row: OutboxRow): Promise<Sent | undefined> {
    const cardId = row.outbound.kind === 'collapse' ? await cardOf(row, row.outbound) : undefined
    if (row.outbound.kind === 'collapse' && cardId === undefined) return { row, result: 'sent' }
    for (let attempt = 1; !stopped; attempt++) {
      const outcome = await deliver(row.outbound, row.address, cardId)
      if (outcome.result === 'sent') return { row, ...outcome }
      failed(row, outcome)
      if (outcome.result !== 'retry' || attempt >= mostAttempts) {
        return { row, result: 'dead', reason: outcome.reason }
      }
      await wait(outcome.afterMs ?? pause(attempt))
    }
    return undefined
  }

  /** A message that could not be marked is sent again after the next start, which is better than never. */
  function mark(sent: Sent): Promise<void> {
    return store.sent([sent]).catch(() => undefined)
  }

  /** Tidiness only: tried once, because the buttons of an answered card have no effect any more. */
  async function collapseWith({ outbound, ...row }: OutboxRow): Promise<void> {
    if (outbound.kind !== 'say' || !outbound.collapse) return
    const collapse = { kind: 'collapse', ...outbound.collapse } as const
    const cardId = await cardOf(row, collapse)
    if (cardId === undefined) return
    const outcome = await deliver(collapse, row.address, cardId)
    if (outcome.result !== 'sent') failed({ ...row, outbound: collapse }, outcome)
  }

  function cardOf(
    { conversation }: Pick<OutboxRow, 'conversation'>,
    { nonce }: Collapse,
  ): Promise<string | undefined> {
    return store.sentCard(conversation, nonce).catch(() => undefined)
  }

  function left(): void {
    backlog--
    if (backlog < mostBacklog) for (const waiter of waiters.splice(0)) waiter()
  }

  function take(rows: readonly OutboxRow[]): void {
    for (const row of rows) {
      backlog++
      const queue = queues.get(row.conversation)
      if (queue) queue.push(row)
      else {
        const fresh = [row]
        queues.set(row.conversation, fresh)
        void drain(row.conversation, fresh)
      }
    }
  }

  return {
    take,
    async replay() {
      const rows = await store.pending()
      take(rows)
      return rows.length
    },
    async room() {
      while (backlog >= mostBacklog && !stopped) await new Promise<void>(resolve => waiters.push(resolve))
    },
    async idle() {
      while (queues.size > 0 && !stopped) await new Promise<void>(resolve => setTimeout(resolve, 10))
    },
    stop() {
      stopped = true
      for (const waiter of waiters.splice(0)) waiter()
    },
    get backlog() {
      return backlog
    },
  }
}

/** 0.5 s, 1 s, 2 s … a minute, each with up to a quarter of jitter. */
function pause(attempt: number): number {
  return Math.min(500 * 2 ** (attempt - 1), longestPause) * (1 + Math.random() / 4)
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms).unref())
}
