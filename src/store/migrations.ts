/**
 * Brings the tables up to date, in every backend.
 *
 * Each migration runs in a transaction of its own that begins by claiming its number: one that was killed half-way is
 * as if it had never begun, and of two processes that start together one waits for the other.
 */
import type { ColumnDefinitionBuilder, Kysely, Transaction } from 'kysely'
import { AppError } from '../errors.ts'
import { createFirstTables } from './migrations/first-tables.ts'
import type { Backend, Tables } from './schema.ts'

export interface Migration {
  readonly name: string
  up(db: Transaction<Tables>, backend: Backend): Promise<void>
}

/** In order, the first is version 1. One that was released is never changed; a new one is added below it. */
export const migrations: readonly Migration[] = [{ name: 'first tables', up: createFirstTables }]

/** @throws AppError('configuration') when the database was written by a newer program. */
export async function migrate(
  db: Kysely<Tables>,
  backend: Backend,
  list: readonly Migration[] = migrations,
): Promise<void> {
  await createVersionTable(db)
  const done = await versionOf(db)
  if (done > list.length) throw tooNew(done, list.length)
  for (const [index, migration] of list.entries()) {
    if (index < done) continue
    await db.transaction().execute(trx => runOnce(trx, backend, index + 1, migration))
  }
}

function createVersionTable(db: Kysely<Tables>): Promise<void> {
  return db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('version', 'integer', column => column.primaryKey())
    .addColumn('name', 'text', required)
    .execute()
}

async function versionOf(db: Kysely<Tables>): Promise<number> {
  const newest = db.selectFrom('migrations').select('version').orderBy('version', 'desc').limit(1)
  return (await newest.executeTakeFirst())?.version ?? 0
}

function tooNew(found: number, known: number): AppError {
  return new AppError(
    'configuration',
    `The database has version ${found}, this program knows versions up to ${known}: a newer Deskhand has used it. ` +
      'Start that Deskhand again, or restore the backup made before the upgrade.',
  )
}

async function runOnce(
  trx: Transaction<Tables>,
  backend: Backend,
  version: number,
  migration: Migration,
): Promise<void> {
  const claim = trx.insertInto('migrations').values({ version, name: migration.name })
  const claimed = await claim.onConflict(conflict => conflict.doNothing()).executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 1n) await migration.up(trx, backend)
}

function required(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull()
}
