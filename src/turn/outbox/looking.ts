/** Looks into the store, every second, for what an earlier process or another instance left behind. */
import type { Store } from '../../store/store.ts'
import type { Queue } from './queue.ts'

export interface LookingParts {
  readonly store: Store
  /** Those that are open. */
  queues(): Iterable<Queue>
  /** True: there is more than enough to send. */
  full(): boolean
  /** Told of conversations in which something waits. */
  found(conversations: readonly string[]): void
  /** Told before each look. */
  tidy(): void
}

export interface Looking {
  /** Looks now, and from now on; in how many conversations something was found now. */
  begin(): Promise<number>
  end(): void
}

const lookMs = 1_000
/** So many looks until conversations of which only notices are held are looked into as well. */
const looksBetween = 30

export function createLooking({ store, queues, full, found, tidy }: LookingParts): Looking {
  let looks = 0
  let ended = false
  let next: NodeJS.Timeout | undefined

  async function takeUp(): Promise<number> {
    if (full()) return 0
    const conversations = await store.takeUp([...held()])
    found(conversations)
    return conversations.length
  }

  /** What another instance leaves for the employee meanwhile is told; should the hint fail to come, it is found now and then. */
  function held(): ReadonlySet<string> {
    looks += 1
    const ours = [...queues()].filter(({ to }) => to === 'employee' || looks % looksBetween !== 0)
    return new Set(ours.map(({ conversation }) => conversation))
  }

  async function lookAgain(): Promise<void> {
    await takeUp().catch(() => 0)
    plan()
  }

  function plan(): void {
    if (ended) return
    tidy()
    next = setTimeout(() => void lookAgain(), lookMs).unref()
  }

  return {
    async begin() {
      store.onLeft(found)
      const count = await takeUp()
      plan()
      return count
    },
    end() {
      ended = true
      clearTimeout(next)
    },
  }
}
