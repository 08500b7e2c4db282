/** Accounts that all instances share: read, changed, and written if nobody was faster. */

import type { Account } from '../records.ts'
import type { Pool } from './connection.ts'
import { patiently } from './failures.ts'
import { databaseTime } from './leases.ts'

export const accountSql = {
  read: `SELECT ${databaseTime} AS now, (SELECT state FROM budgets WHERE name = $2) AS state`,
  write: `
INSERT INTO budgets (name, state, until) VALUES ($1, $2, $3)
ON CONFLICT (name) DO UPDATE SET state = excluded.state, until = excluded.until WHERE budgets.state = $4`,
}

type Change = (state: string | undefined, now: number) => Account | undefined

/** When the answer to a write is lost it is made twice, and a little less is sent than could be. */
export async function account(pool: Pool, time: number | null, name: string, change: Change): Promise<void> {
  for (;;) {
    const { rows } = await patiently(() =>
      pool.query<{ now: number; state: string | null }>(accountSql.read, [time, name]),
    )
    const { now = 0, state = null } = rows[0] ?? {}
    const changed = change(state ?? undefined, now)
    if (!changed) return
    const values = [name, changed.state, changed.until, state]
    const { rowCount } = await patiently(() => pool.query(accountSql.write, values))
    if (rowCount === 1) return
  }
}
