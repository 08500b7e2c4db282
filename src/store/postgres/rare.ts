/** What is asked and done now and then. */
import type { Pool } from './connection.ts'
import { patiently } from './failures.ts'

export const rareSql = {
  sentCard: `
SELECT s.activity_id FROM conversations v JOIN sent_cards s ON s.conversation = v.id AND s.nonce = $2
 WHERE v.key = $1`,

  resend: `
WITH letter AS (
  DELETE FROM dead_letters WHERE id = ANY ($1::bigint[]) RETURNING id, conversation, outbound, at
), again AS (
  INSERT INTO outbox (conversation, outbound, at) SELECT conversation, outbound, at FROM letter ORDER BY id
), tried AS (
  UPDATE conversations v SET address = replace(v.address, ',"gone":true}', '}')
   WHERE v.id = ANY (ARRAY(SELECT conversation FROM letter WHERE outbound NOT LIKE '{"kind":"notice"%'))
)
SELECT id FROM letter ORDER BY id`,

  forgetInbox: `
DELETE FROM inbox WHERE (conversation, activity_id) IN
  (SELECT conversation, activity_id FROM inbox WHERE at < $1 ORDER BY at LIMIT 500)`,

  forgetCards: `
DELETE FROM sent_cards WHERE (conversation, nonce) IN
  (SELECT conversation, nonce FROM sent_cards WHERE at < $1 ORDER BY at LIMIT 500)`,

  forgetBudgets: `
DELETE FROM budgets WHERE until < (extract(epoch FROM clock_timestamp()) * 1000)::bigint`,

  /** Writes, because a server that can only be read is of no use. */
  probe: `
INSERT INTO meta (name, value) VALUES ('probe', $1)
ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
}

export async function sentCard(pool: Pool, conversation: string, nonce: string): Promise<string | undefined> {
  const query = { name: 'sent card', text: rareSql.sentCard, values: [conversation, nonce] }
  const { rows } = await patiently(() => pool.query<{ activity_id: string }>(query))
  return rows[0]?.activity_id
}

/** When the connection breaks it is not repeated: what is gone from the dead letters would not be found again. */
export async function resend(pool: Pool, ids: readonly number[]): Promise<readonly number[]> {
  const { rows } = await pool.query<{ id: number }>(rareSql.resend, [ids])
  return rows.map(({ id }) => id)
}

/** In parts, so that turns get their place in between. */
export async function forgetBefore(pool: Pool, before: number): Promise<number> {
  await patiently(() => pool.query(rareSql.forgetBudgets))
  let total = 0
  for (const statement of [rareSql.forgetInbox, rareSql.forgetCards]) {
    for (let gone = 1; gone > 0; total += gone) {
      gone = (await patiently(() => pool.query(statement, [before]))).rowCount ?? 0
    }
  }
  return total
}
