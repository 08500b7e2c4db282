/** Whether the kills of a crash test hit anything: a verdict on kills that found the service idle is worth nothing. */
import type { ClientEntry } from './history.ts'
import type { Violation } from './judge.ts'

export interface Counts {
  readonly boots: number
  readonly kills: number
  /** Kills that cut off an activity before its acknowledgment. */
  readonly hitUnacknowledged: number
  /** Kills that found an acknowledged activity whose reply only another process delivered. */
  readonly hitUnsent: number
  /** Attempts beyond the first of their activity. */
  readonly repeated: number
}

export interface Delivery {
  /** The service that acknowledged. */
  readonly instance: number
  readonly acknowledgedAt: number
  /** Infinity: never. */
  readonly deliveredAt: number
}

interface Kill {
  readonly at: number
  readonly instance: number
}

interface Attempt {
  readonly activity: string
  readonly instance: number
  readonly sentAt: number
  /** Infinity: nothing was ever heard of it. */
  failedAt: number
}

/** What a dead process still sent arrives within this time. */
export const lateMs = 250

export function counted(client: readonly ClientEntry[], deliveries: readonly Delivery[]): Counts {
  const attempts = attemptsOf(client)
  const kills = killsOf(client)
  return {
    boots: new Set(client.flatMap(entry => (entry.event === 'ready' ? [entry.boot] : []))).size,
    kills: kills.length,
    hitUnacknowledged: kills.filter(kill => attempts.some(attempt => cutOff(attempt, kill))).length,
    hitUnsent: kills.filter(kill => deliveries.some(delivery => leftUnsent(delivery, kill))).length,
    repeated: attempts.length - new Set(attempts.map(({ activity }) => activity)).size,
  }
}

/** Services that ended although nobody had killed or stopped them. */
export function deaths(client: readonly ClientEntry[]): Violation[] {
  return client.flatMap(entry =>
    entry.event === 'ended' && !entry.asked
      ? [{ kind: 'died', what: `a service ended by itself: ${entry.signal ?? `code ${entry.code}`}` }]
      : [],
  )
}

function cutOff({ instance, sentAt, failedAt }: Attempt, kill: Kill): boolean {
  const open = sentAt < kill.at && failedAt > kill.at && failedAt < Number.POSITIVE_INFINITY
  return open && instance === kill.instance
}

function leftUnsent({ instance, acknowledgedAt, deliveredAt }: Delivery, kill: Kill): boolean {
  return instance === kill.instance && acknowledgedAt < kill.at && deliveredAt > kill.at + lateMs
}

function killsOf(client: readonly ClientEntry[]): Kill[] {
  return client.flatMap(entry =>
    entry.event === 'killing' ? [{ at: entry.at, instance: entry.instance }] : [],
  )
}

function attemptsOf(client: readonly ClientEntry[]): Attempt[] {
  const attempts: Attempt[] = []
  const current = new Map<string, Attempt>()
  for (const entry of client) {
    if (entry.event === 'sent') {
      const { activity, instance, at } = entry
      const attempt = { activity, instance, sentAt: at, failedAt: Number.POSITIVE_INFINITY }
      current.set(entry.activity, attempt)
      attempts.push(attempt)
    }
    if (entry.event !== 'failed') continue
    const attempt = current.get(entry.activity)
    if (attempt) attempt.failedAt = entry.at
  }
  return attempts
}
