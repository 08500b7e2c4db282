/** Refusals in the log: the first at once, then one line a minute that counts them, however many there are. */
import type { Logger } from '../logger.ts'

export type NoteRefusal = (reason: string) => void

const PERIOD_MS = 60_000
/** Reasons come from a closed list; this holds even if one day one does not. */
const REASONS = 50

/** The last counts of a quiet time are logged with the next refusal. */
export function refusalLog(log: Logger, now: () => number): NoteRefusal {
  let counts = new Map<string, number>()
  let writtenAt = Number.NEGATIVE_INFINITY
  return reason => {
    const name = counts.has(reason) || counts.size < REASONS ? reason : 'other'
    counts.set(name, (counts.get(name) ?? 0) + 1)
    const elapsed = now() - writtenAt
    if (elapsed >= 0 && elapsed < PERIOD_MS) return
    log.warn({ refused: Object.fromEntries(counts) }, 'requests refused')
    writtenAt = now()
    counts = new Map()
  }
}
