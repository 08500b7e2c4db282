/** Sends what stands in one queue, in order: the next message goes when the last one is marked. */
import type { OutboxRow, Sent } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import type { Ahead } from './ahead.ts'
import { idsOf, isChat, latestOf, type Queue, recipientsOf, together } from './queue.ts'
import type { Sending } from './sending.ts'

export interface DrainingParts {
  readonly store: Store
  readonly sending: Sending
  readonly ahead: Ahead
  setRows(queue: Queue, rows: readonly OutboxRow[]): void
  /** The queue is empty, or not ours any more. */
  close(queue: Queue): void
  wait(ms: number): Promise<void>
  stopped(): boolean
}

/** unknown: the store did not say. not-ours: another process leads, or we end. */
type Next = 'more' | 'unknown' | 'empty' | 'not-ours'

/** How long we wait when the store does not answer. */
const awayMs = 1_000

export function createDraining(parts: DrainingParts): (queue: Queue) => Promise<void> {
  const { store, sending, ahead, setRows, close, wait, stopped } = parts

  async function drain(queue: Queue): Promise<void> {
    for (;;) {
      const next = await advance(queue)
      // Something may have come in this very moment.
      const more = next === 'empty' ? queue.look || queue.rows.length > 0 : next !== 'not-ours'
      // At once, since what is taken into a queue that has ended would be forgotten.
      if (stopped() || !more) return close(queue)
    }
  }

  /** Sends the first message of the queue, or finds out that there is none, or that they are not ours. */
  async function advance(queue: Queue): Promise<Next> {
    if (queue.look && !(await lookInto(queue))) return 'unknown'
    const [row] = queue.rows
    if (!row) return 'empty'
    const outcome = await sending.send(row, {
      address: () => queue.address ?? row.address,
      urgency: () => (queue.rows.some(isChat) ? 'chat' : 'notice'),
    })
    return outcome.result === 'sent' || outcome.result === 'dead' ? settle(queue, outcome) : 'not-ours'
  }

  async function settle(queue: Queue, sent: Sent): Promise<Next> {
    if (sent.gone) forsake(queue, sent)
    const [kept] = await Promise.all([mark(sent), collapseWith(queue, sent)])
    if (!kept) return 'not-ours'
    setRows(queue, queue.rows.slice(1))
    return 'more'
  }

  async function collapseWith({ address }: Queue, { row }: Sent): Promise<void> {
    if (!address?.gone) await sending.collapseWith(row)
  }

  /** As long as it takes: what is sent and not marked would be sent again. False: another process leads, or we end. */
  async function mark(sent: Sent): Promise<boolean> {
    while (!stopped()) {
      const lost = await store.sent([sent]).catch(() => undefined)
      if (lost) return lost.length === 0
      await wait(awayMs)
    }
    return false
  }

  /** False: the store does not answer, so nothing may go, since others may come first. */
  async function lookInto(queue: Queue): Promise<boolean> {
    queue.look = false
    const all = await store.waitingIn(queue.conversation).catch(() => undefined)
    if (!all) {
      queue.look = true
      await wait(awayMs)
      return false
    }
    const found = all.filter(row => recipientsOf(row) === queue.to)
    const ours = idsOf(queue.rows)
    ahead.add(found.filter(({ id }) => !ours.has(id)))
    queue.address = latestOf(queue.address, found.at(-1)?.address)
    setRows(queue, together(found, queue.rows))
    return true
  }

  return drain
}

/** What waits behind it needs no call, unless the employee was heard of while this one was under way. */
function forsake(queue: Queue, { row, gone }: Sent): void {
  const current = queue.address ?? row.address
  if (gone && current === gone) queue.address = { ...gone, gone: true }
}
