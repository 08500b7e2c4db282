/** The outbox in PostgreSQL: what this instance takes up, what it marks as sent. */

import { outboxRow, type StoredOutboxRow } from '../queries.ts'
import type { OutboxRow, Sent } from '../records.ts'
import { sentJob } from '../sqlite/jobs.ts'
import type { Pool } from './connection.ts'
import { patiently } from './failures.ts'

/** Taken up at a time. */
const conversationsAtOnce = 500

const row = 'o.id, v.key AS conversation, v.address, v.sender, o.outbound'

export const sendingSql = {
  /**
   * Of conversations with something to send, those whose sender is nobody, or dead. Of two instances that find the same
   * one, the second waits for the first and then finds another sender than it had seen.
   */
  claim: `
WITH orphan AS MATERIALIZED (
  SELECT v.id, v.sender FROM conversations v
   WHERE v.id = ANY (ARRAY(SELECT DISTINCT conversation FROM outbox))
     AND NOT EXISTS (SELECT FROM instances i WHERE i.id = v.sender)
   ORDER BY v.id LIMIT ${conversationsAtOnce}
)
UPDATE conversations v SET sender = $1 FROM orphan
 WHERE v.id = ANY (ARRAY(SELECT id FROM orphan)) AND v.id = orphan.id
   AND v.sender IS NOT DISTINCT FROM orphan.sender`,

  /** By arrays, because the planner then expects few rows, and goes by the index however small the statistics are. */
  mine: `
SELECT v.key FROM conversations v
 WHERE v.id = ANY (ARRAY(SELECT DISTINCT conversation FROM outbox))
   AND v.sender = $1 AND v.key <> ALL ($2::text[])
 LIMIT ${conversationsAtOnce}`,

  waitingIn: `
SELECT ${row} FROM conversations v JOIN outbox o ON o.conversation = v.id
 WHERE v.key = ANY ($2::text[]) AND v.sender = $1
 ORDER BY o.id`,

  /** All at once or nothing; what another instance leads stays as it is. */
  mark: `
WITH mark AS (
  SELECT DISTINCT ON (id) * FROM unnest(
      $1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
    AS m (id, key, lease, dead, nonce, activity_id, tried, now_gone)
), led AS (
  SELECT m.*, v.id AS conversation FROM mark m JOIN conversations v ON v.key = m.key AND v.sender = m.lease
   ORDER BY m.key FOR UPDATE OF v
), gone AS (
  DELETE FROM outbox o USING led WHERE o.id = led.id RETURNING o.*
), aside AS (
  INSERT INTO dead_letters (id, conversation, outbound, reason, at)
  SELECT gone.id, gone.conversation, gone.outbound, led.dead, gone.at
    FROM gone JOIN led USING (id) WHERE led.dead IS NOT NULL
), card AS (
  INSERT INTO sent_cards (conversation, nonce, activity_id, at)
  SELECT DISTINCT ON (gone.conversation, led.nonce) gone.conversation, led.nonce, led.activity_id, gone.at
    FROM gone JOIN led USING (id) WHERE led.nonce IS NOT NULL ORDER BY 1, 2, gone.id DESC
  ON CONFLICT (conversation, nonce) DO UPDATE SET activity_id = excluded.activity_id
), unreachable AS (
  UPDATE conversations v SET address = led.now_gone
    FROM led JOIN gone USING (id) WHERE v.id = led.conversation AND v.address = led.tried
)
SELECT DISTINCT mark.key FROM mark WHERE NOT EXISTS (SELECT FROM led WHERE led.id = mark.id)`,
}

export async function takeUp(pool: Pool, life: number, held: readonly string[]): Promise<string[]> {
  await patiently(() => pool.query(sendingSql.claim, [life]))
  const { rows } = await patiently(() => pool.query<{ key: string }>(sendingSql.mine, [life, held]))
  return rows.map(({ key }) => key)
}

/** Of several conversations at once: one list for each. */
export async function waitingIn(
  pool: Pool,
  life: number,
  conversations: readonly string[],
): Promise<OutboxRow[][]> {
  const query = { name: 'waiting in', text: sendingSql.waitingIn, values: [life, conversations] }
  const { rows } = await patiently(() => pool.query<StoredOutboxRow>(query))
  const lists = new Map(conversations.map(key => [key, [] as OutboxRow[]]))
  for (const stored of rows) lists.get(stored.conversation)?.push(outboxRow(stored))
  return conversations.map(key => lists.get(key) ?? [])
}

/** Answers, for each list of marks, the conversations that another instance leads. */
export async function markSent(pool: Pool, lists: readonly (readonly Sent[])[]): Promise<string[][]> {
  const sent = lists.flat()
  const marks = sentJob(sent).sent
  const values = [
    marks.map(({ id }) => id),
    sent.map(({ row }) => row.conversation),
    sent.map(({ row }) => row.lease),
    marks.map(({ dead }) => dead),
    marks.map(({ card }) => card?.[0] ?? null),
    marks.map(({ card }) => card?.[1] ?? null),
    marks.map(({ gone }) => gone?.[0] ?? null),
    marks.map(({ gone }) => gone?.[1] ?? null),
  ]
  const { rows } = await patiently(() =>
    pool.query<{ key: string }>({ name: 'mark', text: sendingSql.mark, values }),
  )
  const lost = new Set(rows.map(({ key }) => key))
  return lists.map(list => [...new Set(list.map(({ row }) => row.conversation))].filter(key => lost.has(key)))
}
