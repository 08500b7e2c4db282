/**
 * Fills the product's own tables with copies of the sample, in SQL that both databases understand. Keys and ids have no
 * order, as in life, so that neighbours in time are no neighbours in an index.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../../src/store/schema.ts'
import { addressOf, type Sample } from './sample.ts'

export interface Filling {
  /** Each in a conversation of its own. */
  readonly cases: number
  readonly sample: Sample
  /** Epoch milliseconds. */
  readonly now: number
  /** What the database calls bytes. */
  readonly bytes: 'blob' | 'bytea'
}

type Db = Kysely<Tables>

/** One case in so many waits for an agent; one message in so many cases was set aside. */
const waitingEach = 500
const deadEach = 200
/** One case in so many has a picture. They are small here: what a turn costs does not depend on their size. */
const pictureEach = 50
/** One conversation in four has a timer, one in so many has one that is due. */
const timerEach = 4
const dueEach = 1_000
const unsent = 20
/** Over these days the cases began; what is older than a week is about to be forgotten. */
const days = 8

/** `series` is a temporary table of this connection: see seriesOf. */
export async function fill(db: Db, filling: Filling): Promise<void> {
  await fillConversations(db, filling)
  await fillCases(db, filling)
  await fillTranscript(db, filling)
  for (let turn = 1; turn <= turnsOf(filling.sample); turn++) await fillTurn(db, filling, turn)
  await fillTimers(db, filling)
  await fillPictures(db, filling)
  await fillRest(db, filling)
}

export function turnsOf({ lines }: Sample): number {
  return lines.filter(({ from }) => from === 'employee').length
}

const filler = 'Kx3vQ9sT'.repeat(10)
const tenant = addressOf('').tenantId

/**
 * From numbers `n`: n, the case's id, and the conversation, as long as those of Teams. `hash` gives 8 digits that no
 * other n below 2^32 has.
 */
export function seriesOf(hash: string): string {
  const id = "substr(hash, 1, 4) || '-' || substr(hash, 5, 4)"
  return `SELECT n, ${id} AS id, 'a:1' || hash || '${filler}' || hash AS thread FROM (SELECT n, ${hash} AS hash FROM numbers) AS hashed`
}

export const hashNumber = '(n * 2654435761) % 4294967296'

async function fillConversations(db: Db, { sample }: Filling): Promise<void> {
  const address = JSON.stringify(addressOf('THREAD'))
  await sql`
    INSERT INTO conversations (key, address, case_id, version)
    SELECT ${text(`${tenant}|`)} || thread || '|29:' || thread, replace(${text(address)}, 'THREAD', thread), id,
           ${whole(turnsOf(sample))}
      FROM series ORDER BY n`.execute(db)
}

async function fillCases(db: Db, filling: Filling): Promise<void> {
  const { sample } = filling
  const opened = before(filling, 0)
  const waits = sql`n % ${whole(waitingEach)} = 0`
  await sql`
    INSERT INTO cases (id, conversation, owner, topic, language, opened_at, updated_at, waiting_since, state)
    SELECT id, n, CASE WHEN ${waits} THEN 'waiting' ELSE 'bot' END, ${text(sample.topic)}, 'de', ${opened}, ${opened},
           CASE WHEN ${waits} THEN ${opened} END, replace(${text(sample.state)}, ${text(sample.caseId)}, id)
      FROM series ORDER BY n`.execute(db)
}

/** Line after line, so that the lines of a case lie apart, as those of people who write at the same time do. */
async function fillTranscript(db: Db, filling: Filling): Promise<void> {
  for (const [index, line] of filling.sample.lines.entries()) {
    const activity = line.from === 'employee' ? sql`CAST(1760000000000 + n AS text)` : sql`NULL`
    await sql`
      INSERT INTO transcript (case_id, "from", text, activity_id, at)
      SELECT id, ${text(line.from)}, ${text(line.text)}, ${activity}, ${before(filling, index)}
        FROM series`.execute(db)
  }
}

/** What each turn leaves for a week: the activity that was taken in, and the card that was sent. */
async function fillTurn(db: Db, filling: Filling, turn: number): Promise<void> {
  const at = before(filling, turn)
  await sql`
    INSERT INTO inbox (conversation, activity_id, answered, at)
    SELECT n, CAST(${whole(1_760_000_000_000 + turn * 10_000_000)} + n AS text), '{}', ${at} FROM series`.execute(
    db,
  )
  await sql`
    INSERT INTO sent_cards (conversation, nonce, activity_id, at)
    SELECT n, id || '-4000-8000-' || id || ${text(`-000${turn % 10}`)}, CAST(1760000000000 + n AS text), ${at}
      FROM series`.execute(db)
}

async function fillTimers(db: Db, { now }: Filling): Promise<void> {
  await sql`
    INSERT INTO timers (conversation, name, at)
    SELECT n, 'remind', ${whole(now)} + CASE WHEN n % ${whole(dueEach)} = 0 THEN -n ELSE 3600000 + n * 100 END
      FROM series WHERE n % ${whole(timerEach)} = 0 ORDER BY n`.execute(db)
}

async function fillPictures(db: Db, filling: Filling): Promise<void> {
  const bytes = sql`CAST(${'x'.repeat(1_000)} AS ${sql.raw(filling.bytes)})`
  await sql`
    INSERT INTO pictures (case_id, name, media_type, bytes, at)
    SELECT id, 'screen.png', 'image/png', ${bytes}, ${before(filling, 0)}
      FROM series WHERE n % ${whole(pictureEach)} = 0 ORDER BY n`.execute(db)
}

async function fillRest(db: Db, { cases, sample, now }: Filling): Promise<void> {
  const outbound = text(JSON.stringify({ kind: 'say', spoken: sample.card }))
  await sql`
    INSERT INTO dead_letters (id, conversation, outbound, reason, at)
    SELECT n, n, ${outbound}, '403', ${whole(now)} FROM series WHERE n % ${whole(deadEach)} = 0 ORDER BY n`.execute(
    db,
  )
  await sql`
    INSERT INTO outbox (conversation, outbound, at)
    SELECT n * ${whole(Math.floor(cases / unsent))}, ${outbound}, ${whole(now)} FROM series
     WHERE n <= ${whole(unsent)} ORDER BY n`.execute(db)
}

/** A minute of a case, by its number: the last one is the latest. */
function before({ now, cases }: Filling, minute: number): RawBuilder<number> {
  const apart = Math.round((days * 86_400_000) / cases)
  return sql`${whole(now - days * 86_400_000 + minute * 60_000)} + n * ${whole(apart)}`
}

/** PostgreSQL wants to be told what a value is. */
function text(value: string): RawBuilder<string> {
  return sql`CAST(${value} AS text)`
}

function whole(value: number): RawBuilder<number> {
  return sql`CAST(${value} AS bigint)`
}
