/**
 * Brings the tables up to date, in every backend.
 *
 * Each migration runs in a transaction of its own that begins by claiming its number: one that was killed half-way is
 * as if it had never begun, and of two processes that start together one waits for the other.
 *
 * Instances are upgraded one after the other, so a program goes on with a database that is one version ahead, when that
 * migration is additive: it only adds tables, indexes, and columns that may stay empty. The database remembers which are.
 */
import type { ColumnDefinitionBuilder, Kysely, Transaction } from 'kysely'
import { AppError } from '../errors.ts'
import { createFirstTables } from './migrations/first-tables.ts'
import { keepPictures } from './migrations/pictures.ts'
import { shareAmongInstances } from './migrations/several-instances.ts'
import type { Backend, Tables } from './schema.ts'

export interface Migration {
  readonly name: string
  /** The program of the version before can work with the tables as they are afterwards. */
  readonly additive: boolean
  up(db: Transaction<Tables>, backend: Backend): Promise<void>
}

/** In order, the first is version 1. One that was released is never changed; a new one is added below it. */
export const migrations: readonly Migration[] = [
  { name: 'first tables', additive: false, up: createFirstTables },
  { name: 'several instances', additive: true, up: shareAmongInstances },
  { name: 'pictures', additive: true, up: keepPictures },
]

/** Begins the name that the database keeps of an additive migration. */
const additive = 'additive: '

/** @throws AppError('configuration') when the database was written by a newer program. */
export async function migrate(
  db: Kysely<Tables>,
  backend: Backend,
  list: readonly Migration[] = migrations,
): Promise<void> {
  await createVersionTable(db)
  const newest = await newestIn(db)
  if (!canWorkWith(newest, list.length)) throw tooNew(newest.version, list.length)
  for (const [index, migration] of list.entries()) {
    if (index < newest.version) continue
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

interface Newest {
  readonly version: number
  readonly name: string
}

async function newestIn(db: Kysely<Tables>): Promise<Newest> {
  const newest = db.selectFrom('migrations').select(['version', 'name']).orderBy('version', 'desc').limit(1)
  return (await newest.executeTakeFirst()) ?? { version: 0, name: '' }
}

function canWorkWith({ version, name }: Newest, known: number): boolean {
  return version <= known || (version === known + 1 && name.startsWith(additive))
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
  const name = (migration.additive ? additive : '') + migration.name
  const claim = trx.insertInto('migrations').values({ version, name })
  const claimed = await claim.onConflict(conflict => conflict.doNothing()).executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 1n) await migration.up(trx, backend)
}

function required(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull()
}
