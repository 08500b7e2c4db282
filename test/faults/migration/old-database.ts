/** A database as the version before made it, with rows in every table, and what is in it at any time. */
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, PostgresDialect } from 'kysely'
import { migrate, migrations } from '../../../src/store/migrations.ts'
import { claimMode } from '../../../src/store/mode.ts'
import { openPool } from '../../../src/store/postgres/connection.ts'
import type { Backend, Tables } from '../../../src/store/schema.ts'
import { connect } from '../../../src/store/sqlite/connection.ts'
import { asKysely } from '../../../src/store/sqlite/kysely.ts'
import type { Postgres } from '../../support/postgres.ts'
import { insertRows, type Rows } from './rows.ts'

export interface OldDatabase {
  readonly backend: Backend
  readonly url: string
  /** The newest version in it. */
  version(): Promise<number>
  /** A hash of the rows by table, of the columns that it was made with. */
  rows(): Promise<Readonly<Record<string, string>>>
  /** `ok`, or what SQLite says; PostgreSQL has no such check. */
  integrity(): Promise<string>
  /** Tells the database that a newer program has used it; undefined takes it back. */
  claim(version: number, name: string | undefined): Promise<void>
  /** PostgreSQL: from now on each change of a table takes half a second more. */
  slowDown(): Promise<void>
}

const tables = [
  'cases',
  'conversations',
  'dead_letters',
  'inbox',
  'outbox',
  'sent_cards',
  'timers',
  'transcript',
]

type Query = (sql: string) => Promise<readonly Record<string, unknown>[]>

export async function oldSqlite(folder: string, rows: Rows): Promise<OldDatabase> {
  const path = join(folder, 'deskhand.db')
  await fill(asKysely(connect({ path, durable: true })), 'sqlite', rows)
  const write: Query = async sql => asking(path, sql)
  return described('sqlite', `sqlite:${path}`, async sql => lookedInto(path, sql), write)
}

export async function oldPostgres(postgres: Postgres, rows: Rows): Promise<OldDatabase> {
  const { server, url, query } = await postgres.create()
  await fill(
    new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(server, 1) }) }),
    'postgres',
    rows,
  )
  return described('postgres', url, query, query)
}

async function fill(db: Kysely<Tables>, backend: Backend, rows: Rows): Promise<void> {
  await claimMode(db, 'production')
  await migrate(db, backend, migrations.slice(0, -1))
  await insertRows(db, rows)
  await db.destroy()
}

async function described(backend: Backend, url: string, read: Query, write: Query): Promise<OldDatabase> {
  const columns = await columnsOf(read)
  return {
    backend,
    url,
    version: async () => Number((await read('SELECT max(version) AS version FROM migrations'))[0]?.version),
    rows: async () => hashed(read, columns),
    integrity: async () =>
      backend === 'sqlite' ? String((await read('PRAGMA integrity_check'))[0]?.integrity_check) : 'ok',
    claim: async (version, name) => {
      const sql =
        name === undefined
          ? `DELETE FROM migrations WHERE version = ${version}`
          : `INSERT INTO migrations (version, name) VALUES (${version}, '${name}')`
      await write(sql)
    },
    slowDown: async () => {
      await write(`
        CREATE FUNCTION slow() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.5); END';
        CREATE EVENT TRIGGER slow ON ddl_command_start EXECUTE FUNCTION slow()`)
    },
  }
}

async function columnsOf(read: Query): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = tables.map(async (table): Promise<[string, string[]]> => {
    const [row] = await read(`SELECT * FROM ${table} LIMIT 1`)
    if (!row) throw new Error(`There is nothing in ${table}, so nothing is proved.`)
    return [table, Object.keys(row)]
  })
  return new Map(await Promise.all(found))
}

async function hashed(
  read: Query,
  columns: ReadonlyMap<string, readonly string[]>,
): Promise<Readonly<Record<string, string>>> {
  const hashes: Record<string, string> = {}
  for (const [table, names] of columns) {
    const rows = await read(`SELECT ${names.map(name => `"${name}"`).join(', ')} FROM ${table}`)
    const lines = rows.map(row => JSON.stringify(names.map(name => row[name]))).sort()
    hashes[table] = `${lines.length} ${createHash('sha256').update(lines.join('\n')).digest('hex')}`
  }
  return hashes
}

/** In a copy: to open the file would already mend what a killed process left behind, which is the next start's task. */
function lookedInto(path: string, sql: string) {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-look-'))
  try {
    cpSync(dirname(path), folder, { recursive: true })
    return asking(join(folder, 'deskhand.db'), sql)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function asking(path: string, sql: string) {
  const db = new DatabaseSync(path)
  try {
    return db.prepare(sql).all()
  } finally {
    db.close()
  }
}
