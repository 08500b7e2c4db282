/** Brings the tables up to date. Of instances that start together one does it, and the others wait for it. */
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, migrate, migrations } from '../migrations.ts'
import { claimMode, type Mode } from '../mode.ts'
import type { Tables } from '../schema.ts'
import { openPatientPool, type Server } from './connection.ts'

/** "deskhand" as a number: which of the database's advisory locks is ours. */
const ourLock = 7_234_315_281_590_480_484n

export async function prepareTables(
  server: Server,
  mode: Mode,
  list: readonly Migration[] = migrations,
): Promise<void> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPatientPool(server) }) })
  try {
    await db.connection().execute(one => prepare(one, mode, list))
  } finally {
    await db.destroy()
  }
}

/** The lock belongs to the connection: it is free again when the process is killed. */
async function prepare(one: Kysely<Tables>, mode: Mode, list: readonly Migration[]): Promise<void> {
  await sql`SELECT pg_advisory_lock(${ourLock})`.execute(one)
  try {
    // A change of a table waits for whoever reads it, and everybody else then waits for the change.
    await sql`SET lock_timeout = '5s'`.execute(one)
    await claimMode(one, mode)
    await migrate(one, 'postgres', list)
  } finally {
    await sql`SELECT pg_advisory_unlock(${ourLock})`.execute(one).catch(() => undefined)
  }
}
