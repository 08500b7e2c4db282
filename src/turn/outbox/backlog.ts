/** How much waits to be sent, and who waits until it is less. */
import type { OutboxRow, Urgency } from '../../store/records.ts'
import { isChat } from './queue.ts'

export interface Backlog {
  /** The rows of a queue change from these to those. */
  change(from: readonly OutboxRow[], to: readonly OutboxRow[]): void
  /** Resolves when there is room for another turn. Notices that wait keep no chat waiting. */
  room(urgency: Urgency): Promise<void>
  /** Nobody waits any more, now and later. */
  open(): void
  /** No more is taken over from others. */
  readonly full: boolean
  readonly count: number
}

/** Unsent messages above which new turns wait: without it acknowledgments stay quick while replies fall behind. */
const mostBacklog = 2_000
/** Of all kinds, above which nothing is taken over from others: notices may wait for an hour, each some kilobytes. */
const mostInMemory = 20_000

export function createBacklog(): Backlog {
  const waiters: (() => void)[] = []
  let [count, chats, opened] = [0, 0, false]

  function release(): void {
    for (const waiter of waiters.splice(0)) waiter()
  }

  return {
    change(from, to) {
      count += to.length - from.length
      chats += to.filter(isChat).length - from.filter(isChat).length
      if (chats < mostBacklog) release()
    },
    async room(urgency) {
      const full = () => (urgency === 'chat' ? chats : count) >= mostBacklog
      while (full() && !opened) await new Promise<void>(resolve => waiters.push(resolve))
    },
    open() {
      opened = true
      release()
    },
    get full() {
      return chats >= mostBacklog || count >= mostInMemory
    },
    get count() {
      return count
    },
  }
}
