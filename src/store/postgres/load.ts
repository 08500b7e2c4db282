/** What a turn finds when it begins; of several conversations in one question. */

import { fromJson } from '../reading.ts'
import type { Loaded } from '../store.ts'
import type { Pool } from './connection.ts'
import { patiently } from './failures.ts'

export interface Wanted {
  readonly conversation: string
  readonly activityId: string | undefined
}

export const loadSql = `
SELECT v.version, v.address, c.state, i.answered
  FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS w (key, activity_id, n)
  LEFT JOIN conversations v ON v.key = w.key
  LEFT JOIN cases c ON c.id = v.case_id
  LEFT JOIN inbox i ON i.conversation = v.id AND i.activity_id = w.activity_id
 ORDER BY w.n`

interface LoadedRow {
  readonly version: number | null
  readonly address: string
  readonly state: string
  readonly answered: string | null
}

export async function loadAll(pool: Pool, wanted: readonly Wanted[]): Promise<Loaded[]> {
  const values = [
    wanted.map(({ conversation }) => conversation),
    wanted.map(({ activityId }) => activityId ?? null),
  ]
  const { rows } = await patiently(() => pool.query<LoadedRow>({ name: 'load', text: loadSql, values }))
  return rows.map(loaded)
}

function loaded({ version, address, state, answered }: LoadedRow): Loaded {
  if (version === null) return { version: 0 }
  return {
    version,
    address: fromJson(address),
    case: fromJson(state),
    ...(answered !== null && { answered: fromJson(answered) }),
  }
}
