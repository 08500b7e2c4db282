/** Timers are stored events: each comes due once and goes through the turn like everything else. */
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
    await fireDue(store, receive, Date.now()).catch(failed)
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

/** Fires everything that is due at `now`; returns how many. */
export async function fireDue(store: Store, receive: Receive, now: number): Promise<number> {
  const due = await store.dueTimers(now, batch)
  for (const { conversation, name } of due)
    await receive({ conversation, at: now, what: { kind: 'timer', name } })
  return due.length
}
