/** Teams' limits on what a bot sends, counted in rolling windows over what arrived at the far side. */

export interface Timed {
  /** Milliseconds. */
  readonly at: number
  readonly conversation: string
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const perThread: readonly Limit[] = [
  { most: 7, ms: 1_000 },
  { most: 8, ms: 2_000 },
  { most: 60, ms: 30_000 },
  { most: 1_800, ms: 3_600_000 },
]
/** For each app and tenant. */
const together: Limit = { most: 50, ms: 1_000 }

interface Limit {
  readonly most: number
  readonly ms: number
}

export interface Counted {
  /** Arrivals that were one too many in a window which ends with them. */
  readonly violations: number
  /** The most in any window, as in `7 in 1 s`. */
  readonly most: readonly string[]
}

/** `jitterMs`: by so much a window is taken shorter, for what the way to the far side adds. */
export function countedIn(arrivals: readonly Timed[], jitterMs = 0): Counted {
  const threads = [...Map.groupBy(arrivals, ({ conversation }) => conversation).values()]
  const rows = [
    ...perThread.map(limit => ({ limit, lists: threads })),
    { limit: together, lists: [arrivals] },
  ].map(({ limit, lists }) => {
    const counts = lists.flatMap(list => windows(list, limit.ms - jitterMs))
    return {
      text: `${counts.reduce((most, count) => Math.max(most, count), 0)} of ${limit.most} in ${limit.ms / 1_000} s`,
      violations: counts.filter(count => count > limit.most).length,
    }
  })
  const violations = rows.reduce((sum, row) => sum + row.violations, 0)
  return { violations, most: rows.map(({ text }) => text) }
}

/** For each arrival, how many came in the time that ends with it. */
function windows(arrivals: readonly Timed[], ms: number): number[] {
  const times = arrivals.map(({ at }) => at).toSorted((a, b) => a - b)
  let from = 0
  return times.map((at, index) => {
    while (at - (times[from] ?? at) >= ms) from++
    return index - from + 1
  })
}
