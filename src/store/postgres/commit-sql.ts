/**
 * Commits any number of turns in one statement, which is one round trip, one transaction and one sync. No lock outlives
 * it: a process that freezes or dies holds nothing.
 *
 * `gate` is who may pass: the version has not moved, the activity is new, the timer is due. All other parts only see
 * what is in it, so that a turn is written as a whole or not at all. Two instances that commit the same conversation
 * meet at its row: the second one waits, finds another version and stays outside. All go by key, so that two statements
 * do not wait for each other.
 *
 * The sender (see leases.ts) stays while something waits and it is alive; else the instance that commits becomes it.
 */
import type { TurnJob } from '../sqlite/jobs.ts'
import { isAboutPictures, picturesSql } from './pictures-sql.ts'

export const commitSql = commitWith('')
export const commitSqlWithPictures = commitWith(picturesSql)

/** Prepared under its name; the values are those of `commitValues`. */
export function commitStatement(turns: readonly TurnJob[]): { readonly name: string; readonly text: string } {
  return turns.some(isAboutPictures)
    ? { name: 'commit turns with pictures', text: commitSqlWithPictures }
    : { name: 'commit turns', text: commitSql }
}

function commitWith(pictures: string): string {
  return `
WITH turn AS (
  SELECT * FROM unnest(
      $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
      $11::bigint[], $12::bigint[], $13::text[], $14::text[], $15::text[], $16::boolean[], $17::text[], $18::boolean[],
      $19::bigint[])
    WITH ORDINALITY AS t (key, version, activity_id, answered, address, case_id, owner, topic, language,
      opened_at, waiting_since, state, edited_text, edited_id, clears, fired, says, at, n)
   ORDER BY key
), line AS (
  SELECT * FROM unnest($20::int[], $21::text[], $22::text[], $23::text[], $24::bigint[])
    WITH ORDINALITY AS l (n, "from", text, activity_id, at, position)
), outbound AS (
  SELECT * FROM unnest($25::int[], $26::text[]) WITH ORDINALITY AS o (n, outbound, position)
), timer AS (
  SELECT * FROM unnest($27::int[], $28::text[], $29::bigint[]) AS x (n, name, at)
),
moved AS (
  UPDATE conversations v
     SET version = v.version + 1, address = turn.address, case_id = turn.case_id,
         sender = CASE
           WHEN NOT turn.says THEN v.sender
           WHEN EXISTS (SELECT FROM outbox o WHERE o.conversation = v.id)
            AND EXISTS (SELECT FROM instances i WHERE i.id = v.sender) THEN v.sender
           ELSE $1::bigint END
    FROM turn
   WHERE v.key = turn.key AND v.version = turn.version AND turn.version > 0
     AND NOT EXISTS (
       SELECT FROM inbox i WHERE i.conversation = v.id AND i.activity_id = turn.activity_id)
     AND (turn.fired IS NULL OR EXISTS (
       SELECT FROM timers x WHERE x.conversation = v.id AND x.name = turn.fired AND x.at <= turn.at))
  RETURNING turn.n, v.id, v.sender
),
begun AS (
  INSERT INTO conversations (key, address, case_id, version, sender)
  SELECT key, address, case_id, 1, $1::bigint FROM turn WHERE version = 0 AND fired IS NULL ORDER BY key
  ON CONFLICT (key) DO NOTHING
  RETURNING id, key, sender
),
gate AS (
  SELECT n, id, sender FROM moved
  UNION ALL SELECT turn.n, begun.id, begun.sender FROM begun JOIN turn USING (key)
),
taken_in AS (
  INSERT INTO inbox (conversation, activity_id, answered, at)
  SELECT gate.id, activity_id, answered, at FROM gate JOIN turn USING (n) WHERE activity_id IS NOT NULL
),
kept AS (
  UPDATE cases c
     SET owner = turn.owner, topic = turn.topic, language = turn.language, opened_at = turn.opened_at,
         updated_at = turn.at, waiting_since = turn.waiting_since, state = turn.state
    FROM gate JOIN turn USING (n)
   WHERE c.id = turn.case_id AND c.conversation = gate.id
),
opened AS (
  INSERT INTO cases (id, conversation, owner, topic, language, opened_at, updated_at, waiting_since, state)
  SELECT case_id, gate.id, owner, topic, language, opened_at, at, waiting_since, state
    FROM gate JOIN turn USING (n)
   WHERE NOT EXISTS (SELECT FROM cases c WHERE c.id = turn.case_id AND c.conversation = gate.id)
),
edited AS (
  UPDATE transcript l SET text = turn.edited_text
    FROM gate JOIN turn USING (n) JOIN cases c ON c.conversation = gate.id
   WHERE turn.edited_id IS NOT NULL AND l.case_id = c.id AND l.activity_id = turn.edited_id
),
added AS (
  INSERT INTO transcript (case_id, "from", text, activity_id, at)
  SELECT turn.case_id, line."from", line.text, line.activity_id, line.at
    FROM line JOIN gate USING (n) JOIN turn USING (n) ORDER BY line.position
),
cleared AS (
  DELETE FROM timers x USING gate JOIN turn USING (n)
   WHERE x.conversation = gate.id AND (turn.clears OR x.name = turn.fired)
     AND NOT EXISTS (SELECT FROM timer WHERE timer.n = turn.n AND timer.name = x.name)
),
set_anew AS (
  INSERT INTO timers (conversation, name, at)
  SELECT gate.id, timer.name, timer.at FROM timer JOIN gate USING (n)
  ON CONFLICT (conversation, name) DO UPDATE SET at = excluded.at, taken_until = NULL
),
${pictures}
said AS (
  INSERT INTO outbox (conversation, outbound, at)
  SELECT gate.id, outbound.outbound, turn.at
    FROM outbound JOIN gate USING (n) JOIN turn USING (n) ORDER BY outbound.position
  RETURNING id, conversation
)
SELECT gate.n::int - 1 AS index, gate.id, coalesce(gate.sender, 0) AS lease,
       EXISTS (SELECT FROM outbox o WHERE o.conversation = gate.id) AS behind,
       ARRAY(SELECT said.id FROM said WHERE said.conversation = gate.id ORDER BY said.id)::text[] AS rows
  FROM gate`
}

/** One row for each committed turn; the others stayed outside the gate. */
export interface CommittedRow {
  readonly index: number
  /** The conversation's number. */
  readonly id: number
  readonly lease: number
  /** Earlier messages wait. */
  readonly behind: boolean
  /** Of the outbox, in order. */
  readonly rows: readonly string[]
}

export function commitValues(life: number, turns: readonly TurnJob[]): unknown[] {
  const of = <T>(column: (turn: TurnJob) => T) => turns.map(column)
  const lines = turns.flatMap((turn, n) => turn.lines.map(line => [n + 1, ...line] as const))
  const outbounds = turns.flatMap((turn, n) => turn.outbox.map(outbound => [n + 1, outbound] as const))
  const timers = turns.flatMap((turn, n) => turn.timers.map(timer => [n + 1, ...timer] as const))
  return [
    life,
    of(turn => turn.conversation),
    of(turn => turn.version),
    of(turn => turn.activityId),
    of(turn => turn.answered),
    of(turn => turn.address),
    of(turn => turn.caseId),
    of(turn => turn.owner),
    of(turn => turn.topic),
    of(turn => turn.language),
    of(turn => turn.openedAt),
    of(turn => turn.waitingSince),
    of(turn => turn.state),
    of(turn => writable(turn.edited?.[0] ?? null)),
    of(turn => turn.edited?.[1] ?? null),
    of(turn => turn.clearTimers),
    of(turn => turn.firedTimer),
    of(turn => turn.outbox.length > 0),
    of(turn => turn.at),
    ...columns(5, lines).map((column, index) => (index === 2 ? column.map(writable) : column)),
    ...columns(2, outbounds),
    ...columns(3, timers),
    ...(turns.some(isAboutPictures) ? pictureColumns(turns) : []),
  ]
}

function pictureColumns(turns: readonly TurnJob[]): unknown[][] {
  const pictures = turns.flatMap(
    (turn, n) => turn.pictures?.map(([name, ...rest]) => [n + 1, writable(name), ...rest] as const) ?? [],
  )
  return columns(4, pictures)
}

/** Outside of JSON, PostgreSQL keeps every character but this one; a reader gets the picture of it. */
function writable<T>(text: T): T | string {
  return typeof text === 'string' ? text.replaceAll('\0', '\u2400') : text
}

/** Rows to columns; as many as there should be, also of no rows. */
function columns(count: number, rows: readonly (readonly unknown[])[]): unknown[][] {
  return Array.from({ length: count }, (_, index) => rows.map(row => row[index]))
}

/** Why turns stayed outside: one row for each, in order. */
export const outsideSql = `
SELECT coalesce(v.version, 0) AS version, i.answered
  FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS t (key, activity_id, n)
  LEFT JOIN conversations v ON v.key = t.key
  LEFT JOIN inbox i ON i.conversation = v.id AND i.activity_id = t.activity_id
 ORDER BY t.n`

export interface OutsideRow {
  readonly version: number
  readonly answered: string | null
}
