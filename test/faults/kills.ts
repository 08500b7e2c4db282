/** Whether the kills of a crash test hit anything: a verdict on kills that found the service idle is worth nothing. */
import type { ClientEntry } from './history.ts'

export interface Counts {
  readonly boots: number
  readonly kills: number
  /** Kills that cut off an activity before its acknowledgment. */
  readonly hitUnacknowledged: number
  /** Kills that found an acknowledged activity whose reply only the next process delivered. */
  readonly hitUnsent: number
  /** Attempts beyond the first of their activity. */
  readonly repeated: number
}

export interface Delivery {
  readonly acknowledgedAt: number
  /** Infinity: never. */
  readonly deliveredAt: number
}

interface Kill {
  readonly at: number
  /** When the next process was started. */
  readonly restartedAt: number
}

interface Attempt {
  readonly activity: string
  readonly sentAt: number
  /** Infinity: nothing was ever heard of it. */
  failedAt: number
}

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

function cutOff({ sentAt, failedAt }: Attempt, kill: Kill): boolean {
  return sentAt < kill.at && failedAt > kill.at && failedAt < Number.POSITIVE_INFINITY
}

function leftUnsent({ acknowledgedAt, deliveredAt }: Delivery, kill: Kill): boolean {
  return acknowledgedAt < kill.restartedAt && deliveredAt > kill.restartedAt
}

function killsOf(client: readonly ClientEntry[]): Kill[] {
  const starts = client.filter(({ event }) => event === 'starting')
  return client
    .filter(({ event }) => event === 'killing')
    .map(({ at }) => ({
      at,
      restartedAt: starts.find(start => start.at > at)?.at ?? Number.POSITIVE_INFINITY,
    }))
}

function attemptsOf(client: readonly ClientEntry[]): Attempt[] {
  const attempts: Attempt[] = []
  const current = new Map<string, Attempt>()
  for (const entry of client) {
    if (entry.event === 'sent') {
      const attempt = { activity: entry.activity, sentAt: entry.at, failedAt: Number.POSITIVE_INFINITY }
      current.set(entry.activity, attempt)
      attempts.push(attempt)
    }
    if (entry.event !== 'failed') continue
    const attempt = current.get(entry.activity)
    if (attempt) attempt.failedAt = entry.at
  }
  return attempts
}
