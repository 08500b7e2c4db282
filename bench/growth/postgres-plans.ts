/** The plans of all statements for PostgreSQL, each carried out and taken back. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { messageOf } from '../../src/errors.ts'
import { accountSql } from '../../src/store/postgres/accounts.ts'
import { commitStatement, commitValues, outsideSql } from '../../src/store/postgres/commit-sql.ts'
import { leaseSql } from '../../src/store/postgres/leases.ts'
import { loadSql } from '../../src/store/postgres/load.ts'
import { rareSql } from '../../src/store/postgres/rare.ts'
import { sendingSql } from '../../src/store/postgres/sending.ts'
import { takeTimersSql } from '../../src/store/postgres/timers.ts'
import type { queries } from '../../src/store/queries.ts'
import { turnJob } from '../../src/store/sqlite/jobs.ts'
import { caseOf, text, turnOf } from '../../test/store/turns.ts'
import type { Drawn, Explained } from './grown.ts'
import { asked } from './queries.ts'

type Values = readonly unknown[]
type Statement = readonly [name: string, sql: string, values: Values]

/** These the product prepares, so that PostgreSQL may plan them for any values; all others it plans for theirs. */
const prepared: ReadonlySet<string> = new Set([
  'commit turns',
  'commit turns with pictures',
  'outside',
  'load',
  'waitingIn',
  'mark',
  'sentCard',
])

/** With fewer rows a walk costs less than an index. */
const large = 1_000

export async function explain(url: string, drawn: readonly Drawn[]): Promise<readonly Explained[]> {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  const client = await pool.connect()
  try {
    const rows = new Map<string, number>()
    const counted = await client.query("SELECT relname, reltuples FROM pg_class WHERE relkind = 'r'")
    for (const { relname, reltuples } of counted.rows) rows.set(String(relname), Number(reltuples))
    const explained: Explained[] = []
    for (const statement of statements(pool, drawn)) {
      explained.push({ name: statement[0], walks: await walksOf(client, rows, statement) })
    }
    return explained
  } finally {
    client.release(true) // A statement that failed has left its transaction open.
    await pool.end()
  }
}

async function walksOf(
  client: pg.PoolClient,
  rows: ReadonlyMap<string, number>,
  [name, sql, values]: Statement,
): Promise<string[]> {
  const mode = prepared.has(name) ? 'force_generic_plan' : 'force_custom_plan'
  await client.query(`BEGIN; SET LOCAL plan_cache_mode = ${mode}`)
  const plan = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, [...values]).catch(thrown => {
    throw new Error(`${name}: ${messageOf(thrown)}`)
  })
  await client.query('ROLLBACK')
  return nodesIn(plan.rows[0]?.['QUERY PLAN'])
    .filter(node => (rows.get(String(node['Relation Name'])) ?? 0) > large && walks(node))
    .map(node => `${node['Node Type']} ${node['Relation Name']}`)
}

/** Along the table itself, or along an index without a condition unless a limit stopped it. */
function walks(node: Readonly<Record<string, unknown>>): boolean {
  const kind = String(node['Node Type'])
  if (kind === 'Seq Scan') return true
  const read = Number(node['Actual Rows']) * Number(node['Actual Loops'])
  return kind.includes('Index') && !('Index Cond' in node) && kind !== 'Bitmap Heap Scan' && read > large
}

function nodesIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(nodesIn)]
}

function statements(pool: pg.Pool, drawn: readonly Drawn[]): readonly Statement[] {
  const [a, b = a] = drawn
  if (!a || !b) throw new Error('No conversation was drawn.')
  const kysely = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) })
  // Everything that waits is asked for by tests only: an instance takes up what nobody leads, see sendingSql.
  const cold = (Object.keys(asked) as (keyof typeof queries)[]).filter(name => name !== 'pending')
  return [
    ...turnStatements(a, b),
    ...of(sendingSql, sendingValues(a, b)),
    ...of(rareSql, rareValues(a)),
    ...of(leaseSql, leaseValues),
    ...of(accountSql, { read: [null, 'tenant x'], write: ['tenant x', '1', 2, null] }),
    ['take timers', takeTimersSql, [null, Date.now(), 100]],
    ...cold.map((name): Statement => {
      const { sql, parameters } = asked[name](kysely as never).compile()
      return [name, sql, parameters]
    }),
  ]
}

/** The compiler misses values that are not there. */
function of<Name extends string>(
  sql: Readonly<Record<Name, string>>,
  values: Readonly<Record<Name, Values>>,
): Statement[] {
  const names = Object.keys(sql) as Name[]
  return names.map(name => [name, sql[name], values[name]])
}

function turnStatements(a: Drawn, b: Drawn): Statement[] {
  const keys = [a.conversation, b.conversation]
  return [
    commitOf([a, b], 'changed'),
    commitOf([a, b], ''), // A deleted message takes its pictures with it.
    ['outside', outsideSql, [keys, ['known', 'x']]],
    ['load', loadSql, [keys, ['known', null]]],
  ]
}

function commitOf(drawn: readonly Drawn[], edited: string): Statement {
  const jobs = drawn.map(({ conversation, caseId }, index) => {
    return turnJob(
      turnOf({
        conversation,
        version: 4,
        activityId: `new ${index}`,
        case: caseOf({ id: caseId }),
        transcript: [{ from: 'employee', text: 'x', at: 1 }],
        edited: { activityId: '1760000000001', text: edited },
        outbox: [text('x')],
        timers: [{ name: 'close', at: 1 }],
        clearTimers: true,
      }),
    )
  })
  const { name, text: sql } = commitStatement(jobs)
  return [name, sql, commitValues(1, jobs)]
}

function sendingValues(a: Drawn, b: Drawn): Record<keyof typeof sendingSql, Values> {
  const keys = [a.conversation, b.conversation]
  return {
    claim: [1],
    mine: [1, keys],
    waitingIn: [1, keys],
    mark: [[1, 2], keys, [1, 1], [null, '404'], ['n1', null], ['a', null], [null, '{}'], [null, '{}']],
  }
}

function rareValues(a: Drawn): Record<keyof typeof rareSql, Values> {
  const weekAgo = Date.now() - 7 * 86_400_000
  return {
    sentCard: [a.conversation, 'no such card'],
    resend: [[1, 2]],
    forgetInbox: [weekAgo],
    forgetCards: [weekAgo],
    forgetBudgets: [],
    probe: ['1'],
  }
}

const leaseValues: Record<keyof typeof leaseSql, Values> = {
  begin: [null, 1, 'x'],
  prolong: [null, 1, 1],
  buryLate: [null],
  buryDead: [],
  register: [1],
  end: [1],
}
