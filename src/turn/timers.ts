/**
 * Timers are stored events: each comes due once and goes through the turn like everything else. Of several instances one
 * takes a timer; should two have it, it has its effect once.
 */
import type { Store } from '../store/store.ts'
import type { Receive } from './delivery.ts'

const every = 1_000
const batch = 100
const week = 7 * 86_400_000

export interface Timers {
  stop(): void
}

/** Looks once a second for timers that came due; also those that came due while nobody was running. */
export function startTimers(store: Store, receive: Receive, failed: (error: unknown) => void): Timers {
  let running = false
  const tick = async () => {
    if (running) return
    running = true
    await fireDue(store, receive, Date.now(), failed).catch(failed)
    running = false
  }
  const ticking = setInterval(tick, every)
  const forgetting = setInterval(() => store.forgetAnswers(Date.now() - week).catch(failed), 3_600_000)
  return {
    stop() {
      clearInterval(ticking)
      clearInterval(forgetting)
    },
  }
}

/** Fires everything that is due at `now`; returns how many. One that fails comes again, and holds no other up. */
export async function fireDue(
  store: Store,
  receive: Receive,
  now: number,
  failed?: (error: unknown) => void,
): Promise<number> {
  const due = await store.takeTimers(now, batch)
  for (const { conversation, name } of due) {
    const fired = receive({ conversation, at: now, what: { kind: 'timer', name } })
    await (failed ? fired.catch(failed) : fired)
  }
  return due.length
}
