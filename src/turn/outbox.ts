/**
 * Sends what was committed: at once, in order within a conversation, and again after a crash.
 *
 * The next message of a conversation waits until the last one is marked as sent, so that a crash can double at most one
 * message in each conversation. Of several instances only the one that leads the conversation sends for it; one that
 * has lost the lead finds out before its next send, and at the latest by its mark. What others leave for us is found by
 * looking into the store every second; a hint only makes that quicker.
 */
import {
  type Address,
  type OutboxRow,
  type Sent,
  type Store,
  type Urgency,
  urgencyOf,
} from '../store/store.ts'
import type { Deliver, Delivered } from './delivery.ts'
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
  /** Told of every attempt that did not end in 'sent'. */
  failed(row: OutboxRow, outcome: Delivered): void
  /** The channel's limits; absent: there are none. */
  readonly pace?: Pace
  /** Resolves after so many milliseconds; tests pass their own. */
  wait?(ms: number): Promise<void>
}

/**
 * What is to be sent in one conversation, one after the other. What its agents are told goes to another place, where it
 * may have to wait for an hour, so it has a queue of its own.
 */
interface Queue {
  readonly key: string
  readonly conversation: string
  readonly to: Recipients
  rows: readonly OutboxRow[]
  /** Where the employee was heard of last: also earlier messages go there. */
  address: Address | undefined
  /** The store may hold more than we know. */
  look: boolean
}

type Recipients = 'employee' | 'agents'

/** not-ours: another process leads, or we end. */
type Next = 'more' | 'empty' | 'not-ours'

/** Unsent messages above which new turns wait: without it acknowledgments stay quick while replies fall behind. */
const mostBacklog = 2_000
/** So many looks until conversations of which only notices are held are looked into as well. */
const looksBetween = 30
/** How often the store is looked into, and how long we wait when it does not answer. */
const lookMs = 1_000
/** Longer than any commit takes to be answered. */
const aheadMs = 60_000

export function createOutbox(parts: OutboxParts): Outbox {
  const { store, wait = sleep } = parts
  const queues = new Map<string, Queue>()
  const waiters: (() => void)[] = []
  /** Found in the store before the commit that wrote them was answered; when that comes they are not new. By time. */
  const ahead = new Map<number, number>()
  let backlog = 0
  let chats = 0
  let stopped = false
  let looks = 0
  let looking: NodeJS.Timeout | undefined
  const sending = createSending({ ...parts, wait, stopped: () => stopped })

  async function drain(queue: Queue): Promise<void> {
    for (;;) {
      const next = await advance(queue)
      // Something may have come in this very moment.
      const more = next === 'more' || (next === 'empty' && (queue.look || queue.rows.length > 0))
      if (stopped || !more) break
    }
    setRows(queue, [])
    queues.delete(queue.key)
  }

  /** Sends the first message of the queue, or finds out that there is none, or that they are not ours. */
  async function advance(queue: Queue): Promise<Next> {
    if (queue.look) await lookInto(queue)
    const [row] = queue.rows
    if (!row) return 'empty'
    const outcome = await sending.send(row, {
      address: () => queue.address ?? row.address,
      urgency: () => (queue.rows.some(isChat) ? 'chat' : 'notice'),
    })
    return outcome.result === 'sent' || outcome.result === 'dead' ? settle(queue, outcome) : 'not-ours'
  }

  async function settle(queue: Queue, sent: Sent): Promise<Next> {
    const [kept] = await Promise.all([mark(sent), sending.collapseWith(sent.row)])
    if (!kept) return 'not-ours'
    setRows(queue, queue.rows.slice(1))
    return 'more'
  }

  /** As long as it takes: what is sent and not marked would be sent again. False: another process leads, or we end. */
  async function mark(sent: Sent): Promise<boolean> {
    while (!stopped) {
      const lost = await store.sent([sent]).catch(() => undefined)
      if (lost) return lost.length === 0
      await wait(lookMs)
    }
    return false
  }

  /** What is committed meanwhile may be in both, or in one. */
  async function lookInto(queue: Queue): Promise<void> {
    queue.look = false
    const all = await store.waitingIn(queue.conversation).catch(() => undefined)
    if (!all) {
      queue.look = true
      return wait(lookMs)
    }
    const found = all.filter(row => recipientsOf(row) === queue.to)
    const [ours, theirs] = [idsOf(queue.rows), idsOf(found)]
    for (const { id } of found) if (!ours.has(id)) ahead.set(id, performance.now())
    const rows = [...found, ...queue.rows.filter(({ id }) => !theirs.has(id))]
    queue.address ??= found.at(-1)?.address
    setRows(
      queue,
      rows.sort((a, b) => a.id - b.id),
    )
  }

  function setRows(queue: Queue, rows: readonly OutboxRow[]): void {
    backlog += rows.length - queue.rows.length
    chats += rows.filter(isChat).length - queue.rows.filter(isChat).length
    queue.rows = rows
    if (chats < mostBacklog) for (const waiter of waiters.splice(0)) waiter()
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

  function look(conversations: readonly string[]): void {
    if (stopped) return
    for (const conversation of conversations) {
      for (const to of ['employee', 'agents'] as const) change(conversation, to, lookFirst)
    }
  }

  async function takeUp(): Promise<number> {
    if (backlog >= mostBacklog) return 0
    const found = await store.takeUp([...held()])
    look(found)
    return found.length
  }

  /** What another instance leaves for the employee meanwhile is told; should the hint fail to come, it is found now and then. */
  function held(): ReadonlySet<string> {
    looks += 1
    const ours = [...queues.values()].filter(({ to }) => to === 'employee' || looks % looksBetween !== 0)
    return new Set(ours.map(({ conversation }) => conversation))
  }

  function lookAgain(): void {
    if (stopped) return
    for (const [id, since] of ahead) if (performance.now() - since > aheadMs) ahead.delete(id)
    looking = setTimeout(
      () =>
        void takeUp()
          .catch(() => 0)
          .then(lookAgain),
      lookMs,
    ).unref()
  }

  return {
    take(rows, behind = false) {
      for (const row of rows) {
        if (ahead.delete(row.id)) continue
        change(row.conversation, recipientsOf(row), queue => {
          setRows(queue, [...queue.rows, row])
          queue.address = row.address
          queue.look ||= behind
        })
      }
    },
    async replay() {
      store.onLeft(look)
      const found = await takeUp()
      lookAgain()
      return found
    },
    async room(urgency) {
      const full = () => (urgency === 'chat' ? chats : backlog) >= mostBacklog
      while (full() && !stopped) await new Promise<void>(resolve => waiters.push(resolve))
    },
    async idle() {
      while (queues.size > 0 && !stopped) await new Promise<void>(resolve => setTimeout(resolve, 10))
    },
    stop() {
      stopped = true
      clearTimeout(looking)
      for (const waiter of waiters.splice(0)) waiter()
    },
    get backlog() {
      return backlog
    },
  }
}

function recipientsOf({ outbound }: OutboxRow): Recipients {
  return outbound.kind === 'notice' ? 'agents' : 'employee'
}

function isChat({ outbound }: OutboxRow): boolean {
  return urgencyOf(outbound) === 'chat'
}

function lookFirst(queue: Queue): void {
  queue.look = true
}

function idsOf(rows: readonly OutboxRow[]): ReadonlySet<number> {
  return new Set(rows.map(({ id }) => id))
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms).unref())
}
