/** Timers that came due, shared among the instances: each takes some that no other has. */

import type { TimerName } from '../../dialogs/types.ts'
import type { DueTimer } from '../store.ts'
import type { Pool } from './connection.ts'
import { patiently } from './failures.ts'
import { databaseTime } from './leases.ts'

/** A timer that was taken and had no effect by then (its instance died) is there for all again. */
const takenMs = 60_000

export const takeTimersSql = `
WITH due AS (
  SELECT conversation, name FROM timers
   WHERE at <= $2 AND (taken_until IS NULL OR taken_until <= ${databaseTime})
   ORDER BY at LIMIT $3 FOR UPDATE SKIP LOCKED
)
UPDATE timers t SET taken_until = ${databaseTime} + ${takenMs}
  FROM due JOIN conversations v ON v.id = due.conversation
 WHERE t.conversation = due.conversation AND t.name = due.name
RETURNING v.key AS conversation, t.name, t.at`

export async function takeTimers(
  pool: Pool,
  time: number | null,
  now: number,
  limit: number,
): Promise<DueTimer[]> {
  const { rows } = await patiently(() => pool.query<DueTimer>(takeTimersSql, [time, now, limit]))
  const timers = rows.map(row => ({ ...row, name: row.name as TimerName }))
  return timers.sort((a, b) => a.at - b.at)
}
