/** Growth of a PostgreSQL: a server of its own with the settings it comes with, syncing each commit. */
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Server } from '../../src/store/postgres/connection.ts'
import { openPatientPool } from '../../src/store/postgres/connection.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import type { Tables } from '../../src/store/schema.ts'
import { startPostgres } from '../../test/support/postgres.ts'
import { fill, hashNumber, seriesOf } from './fill.ts'
import type { Drawn, Grow, GrowOptions, Sizes } from './grown.ts'
import { explain } from './postgres-plans.ts'

type Db = Kysely<Tables>

export const growPostgres: Grow = async options => {
  const cluster = await startPostgres({ durable: true })
  try {
    const { server, url } = await cluster.create()
    await (await openPostgres({ server, mode: 'production' })).close()
    await withDb(server, db => fillServer(db, options))
    const store = await openPostgres({ server, mode: 'production' })
    return {
      store,
      sizes: await withDb(server, sizesOf),
      draw: count => withDb(server, db => draw(db, options.cases, count)),
      explain: async () => explain(url, await withDb(server, db => draw(db, options.cases, 2))),
      async close() {
        await store.close()
        await cluster.stop()
      },
    }
  } catch (thrown) {
    await cluster.stop()
    throw thrown
  }
}

/** One connection, so that a temporary table is there in each statement. */
async function withDb<T>(server: Server, work: (db: Db) => Promise<T>): Promise<T> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPatientPool(server) }) })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

/** Commits do not wait for the disk meanwhile, and each index is built when all its rows are there. */
async function fillServer(db: Db, { cases, sample }: GrowOptions): Promise<void> {
  await sql`SET synchronous_commit = off`.execute(db)
  await sql`SET maintenance_work_mem = '512MB'`.execute(db)
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    SELECT i.relname AS name, pg_get_indexdef(x.indexrelid) AS definition
      FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
     WHERE i.relnamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = x.indexrelid)`.execute(db)
  for (const { name } of indexes) await sql`DROP INDEX ${sql.ref(name)}`.execute(db)
  const hash = `lpad(upper(to_hex(${hashNumber})), 8, '0')`
  const numbers = `WITH numbers AS (SELECT generate_series(1, ${cases}::bigint) AS n)`
  await sql.raw(`CREATE TEMP TABLE series AS ${numbers} ${seriesOf(hash)}`).execute(db)
  await fill(db, { cases, sample, now: Date.now(), bytes: 'bytea' })
  for (const { definition } of indexes) await sql.raw(definition).execute(db)
  await sql`VACUUM ANALYZE`.execute(db)
  await sql`CHECKPOINT`.execute(db)
}

async function sizesOf(db: Db): Promise<Sizes> {
  const { rows } = await sql<{ table: string; bytes: number }>`
    SELECT relname AS "table", pg_total_relation_size(oid) AS bytes
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`.execute(db)
  const byTable = new Map(rows.map(({ table, bytes }) => [table, bytes]))
  return { total: [...byTable.values()].reduce((sum, bytes) => sum + bytes, 0), byTable }
}

async function draw(db: Db, cases: number, count: number): Promise<readonly Drawn[]> {
  const ids = Array.from({ length: count }, () => 1 + Math.floor(Math.random() * cases))
  const rows = await db
    .selectFrom('conversations')
    .select(['key as conversation', 'case_id as caseId'])
    .where('id', 'in', sql<number>`(SELECT unnest(${ids}::bigint[]))`)
    .execute()
  return rows.sort(() => Math.random() - 0.5)
}
