import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  commitSql,
  commitSqlWithPictures,
  commitValues,
  outsideSql,
} from '../../../src/store/postgres/commit-sql.ts'
import { leaseSql } from '../../../src/store/postgres/leases.ts'
import { loadSql } from '../../../src/store/postgres/load.ts'
import { rareSql } from '../../../src/store/postgres/rare.ts'
import { sendingSql } from '../../../src/store/postgres/sending.ts'
import { takeTimersSql } from '../../../src/store/postgres/timers.ts'
import { openPostgres } from '../../../src/store/postgres.ts'
import { queries } from '../../../src/store/queries.ts'
import type { Tables } from '../../../src/store/schema.ts'
import { turnJob } from '../../../src/store/sqlite/jobs.ts'
import { type Postgres, startPostgres } from '../../support/postgres.ts'
import { caseOf, text, turnOf } from '../turns.ts'

/** What there is after some busy weeks; little of it waits. */
const fill = `
INSERT INTO conversations (key, address, case_id, version) SELECT 'k' || n, '{}', 'c' || n, 5 FROM generate_series(1, 20000) n;
INSERT INTO cases (id, conversation, owner, language, opened_at, updated_at, waiting_since, state)
  SELECT 'c' || n, n, 'bot', 'en', n, n, CASE WHEN n % 1000 = 0 THEN n END, '{}' FROM generate_series(1, 20000) n;
INSERT INTO transcript (case_id, "from", text, activity_id, at)
  SELECT 'c' || n % 20000 + 1, 'bot', 'text', 'a' || n, n FROM generate_series(1, 100000) n;
INSERT INTO inbox (conversation, activity_id, answered, at)
  SELECT n % 20000 + 1, 'a' || n, '{}', n FROM generate_series(1, 60000) n;
INSERT INTO sent_cards (conversation, nonce, activity_id, at)
  SELECT n % 20000 + 1, 'n' || n, 'a', n FROM generate_series(1, 40000) n;
INSERT INTO pictures (case_id, name, media_type, bytes, activity_id, at)
  SELECT 'c' || n, 'a.png', 'image/png', 'x', 'a' || n, n FROM generate_series(1, 5000) n;
INSERT INTO timers (conversation, name, at) SELECT n, 'remind', n FROM generate_series(1, 20000) n;
INSERT INTO dead_letters (id, conversation, outbound, reason, at) SELECT n, n, '{}', '404', n FROM generate_series(1, 5000) n;
INSERT INTO outbox (conversation, outbound, at) SELECT n * 100, '{}', n FROM generate_series(1, 100) n;
ANALYZE`

const turn = turnJob(
  turnOf({
    conversation: 'k7',
    version: 5,
    activityId: 'new',
    case: caseOf({ id: 'c7' }),
    transcript: [{ from: 'employee', text: 'x', at: 1 }],
    edited: { activityId: 'a6', text: 'y' },
    outbox: [text('x')],
    timers: [{ name: 'close', at: 1 }],
    clearTimers: true,
  }),
)

/** Each statement that knows large tables, with values. */
const asked: Readonly<Record<string, readonly [sql: string, values: readonly unknown[]]>> = {
  commit: [
    commitSql,
    commitValues(1, [turn, { ...turn, conversation: 'k8', caseId: 'c8', activityId: 'other' }]),
  ],
  commitWithPictures: [
    commitSqlWithPictures,
    commitValues(1, [
      { ...turn, pictures: [['a.png', 'image/png', new Uint8Array(9)]] },
      { ...turn, conversation: 'k8', caseId: 'c8', activityId: 'other', edited: ['', 'a7'] },
    ]),
  ],
  outside: [outsideSql, [['k7'], ['a6']]],
  load: [
    loadSql,
    [
      ['k7', 'k8'],
      ['a6', null],
    ],
  ],
  claim: [sendingSql.claim, [1]],
  mine: [sendingSql.mine, [1, ['k7']]],
  waitingIn: [sendingSql.waitingIn, [1, ['k7']]],
  mark: [
    sendingSql.mark,
    [
      [1, 2],
      ['k100', 'k200'],
      [1, 1],
      [null, '404'],
      ['n1', null],
      ['a', null],
      [null, '{}'],
      [null, '{"gone":true}'],
    ],
  ],
  sentCard: [rareSql.sentCard, ['k7', 'n7']],
  resend: [rareSql.resend, [[1, 2]]],
  forgetInbox: [rareSql.forgetInbox, [50]],
  forgetCards: [rareSql.forgetCards, [50]],
  takeTimers: [takeTimersSql, [null, 50, 100]],
  buryLate: [leaseSql.buryLate, [null]],
}

type Db = Kysely<Tables>
const kysely: {
  [Name in keyof typeof queries]: (db: Db) => { compile(): { sql: string; parameters: readonly unknown[] } }
} = {
  pending: db => queries.pending(db),
  dueTimers: db => queries.dueTimers(db, 50, 100),
  longerWaiting: db => queries.longerWaiting(db, 3000),
  waiting: db => queries.waiting(db, 20),
  caseById: db => queries.caseById(db, 'c7'),
  transcript: db => queries.transcript(db, 'c7'),
  pictures: db => queries.pictures(db, 'c7'),
  deadLetters: db => queries.deadLetters(db, 20),
}

/** Tables that hold what waits just now, or one row for each instance: they are small by nature. */
const small: ReadonlySet<string> = new Set(['outbox', 'instances'])

describe('no statement walks through a large table', () => {
  let postgres: Postgres
  let client: pg.Client
  let pool: pg.Pool

  beforeAll(async () => {
    postgres = await startPostgres()
    const { server, url, query } = await postgres.create()
    await (await openPostgres({ server, mode: 'local' })).close()
    await query(fill)
    client = new pg.Client(url)
    pool = new pg.Pool({ connectionString: url })
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await pool.end()
    await postgres.stop()
  })

  /** Carried out and taken back: what it really did, with the plan for unknown values that a prepared statement gets. */
  async function walksOf(sql: string, values: readonly unknown[]): Promise<string[]> {
    await client.query('BEGIN; SET LOCAL plan_cache_mode = force_generic_plan')
    const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, [...values])
    await client.query('ROLLBACK')
    return nodesIn(rows[0]?.['QUERY PLAN'])
      .filter(node => node['Node Type'] === 'Seq Scan' && !small.has(String(node['Relation Name'])))
      .map(node => String(node['Relation Name']))
  }

  test.each(Object.entries(asked))('%s', async (_, [sql, values]) => {
    expect(await walksOf(sql, values)).toEqual([])
  })

  test.each(Object.entries(kysely))('%s', async (_, query) => {
    const { sql, parameters } = query(
      new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    ).compile()
    expect(await walksOf(sql, parameters)).toEqual([])
  })
})

function nodesIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(nodesIn)]
}
