/** Growth of a SQLite file. */
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { queries } from '../../src/store/queries.ts'
import { asKysely } from '../../src/store/sqlite/kysely.ts'
import { readSql, writeSql } from '../../src/store/sqlite/statements.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { fill, hashNumber, seriesOf } from './fill.ts'
import type { Drawn, Explained, Grow, GrowOptions, Sizes } from './grown.ts'
import { asked } from './queries.ts'

export const growSqlite: Grow = async options => {
  const path = join(options.folder, `growth-${options.cases}.db`)
  await (await openSqlite({ path, mode: 'production' })).close()
  await fillFile(path, options)
  const store = await openSqlite({ path, mode: 'production' })
  const looking = new DatabaseSync(path, { readOnly: true })
  return {
    store,
    sizes: sizesOf(looking, path),
    draw: async count => draw(looking, options.cases, count),
    explain: async () => explain(looking),
    async close() {
      looking.close()
      await store.close()
      for (const part of ['', '-wal', '-shm', '-service']) rmSync(`${path}${part}`, { force: true })
    },
  }
}

/** Nothing is synced meanwhile, no log is written, and each index is built when all its rows are there. */
async function fillFile(path: string, { cases, sample }: GrowOptions): Promise<void> {
  const db = new DatabaseSync(path)
  db.exec(`PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;
    PRAGMA cache_size = -200000; PRAGMA temp_store = MEMORY`)
  const indexes = db
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    .all()
  db.exec('BEGIN')
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`)
  db.exec(`CREATE TEMP TABLE series AS
    WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${cases})
    ${seriesOf(`printf('%08X', ${hashNumber})`)}`)
  await fill(asKysely(db), { cases, sample, now: Date.now(), bytes: 'blob' })
  for (const index of indexes) db.exec(String(index.sql))
  db.exec('COMMIT')
  db.close()
}

function sizesOf(db: DatabaseSync, path: string): Sizes {
  const rows = db
    .prepare(
      `SELECT coalesce(m.tbl_name, s.name) AS "table", sum(s.pgsize) AS bytes
         FROM dbstat s LEFT JOIN sqlite_master m ON m.name = s.name WHERE s.aggregate = 1 GROUP BY 1`,
    )
    .all()
  const byTable = new Map(rows.map(row => [String(row.table), Number(row.bytes)]))
  return { total: statSync(path).size, byTable }
}

function draw(db: DatabaseSync, cases: number, count: number): readonly Drawn[] {
  const one = db.prepare('SELECT key AS conversation, case_id AS "caseId" FROM conversations WHERE id = ?')
  return Array.from({ length: count }, () => {
    const row = one.get(1 + Math.floor(Math.random() * cases))
    return { conversation: String(row?.conversation), caseId: String(row?.caseId) }
  })
}

/** These two read a table from one end, and rightly: what waits to be sent is little, the other one stops at its limit. */
const rightly: Readonly<Record<string, string>> = {
  pending: 'SCAN outbox',
  deadLetters: 'SCAN dead_letters USING INDEX sqlite_autoindex_dead_letters_1',
}

/** Statements that only begin or end a transaction have an empty plan. */
function explain(db: DatabaseSync): readonly Explained[] {
  const kysely = asKysely(db)
  const cold = Object.keys(queries) as (keyof typeof queries)[]
  const all = [
    ...Object.entries({ ...readSql, ...writeSql }),
    ...cold.map(name => [name, asked[name](kysely).compile().sql] as const),
  ]
  return all.map(([name, sql]) => ({ name, walks: walksOf(db, name, sql) }))
}

function walksOf(db: DatabaseSync, name: string, sql: string): readonly string[] {
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()
  const details = plan.map(({ detail }) => String(detail))
  return details.filter(detail => /^SCAN|TEMP B-TREE/.test(detail) && detail !== rightly[name])
}
