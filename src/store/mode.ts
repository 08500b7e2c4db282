/** A database belongs to local mode (nobody signs in) or to production, for good: it is marked when it is made. */
import type { Kysely } from 'kysely'
import { AppError } from '../errors.ts'
import type { Tables } from './schema.ts'

export type Mode = 'local' | 'production'

/** @throws AppError('local-mode') when the database has the other mark. */
export async function claimMode(db: Kysely<Tables>, mode: Mode): Promise<void> {
  await createMeta(db)
  const mark = db.insertInto('meta').values({ name: 'mode', value: mode })
  await mark.onConflict(conflict => conflict.doNothing()).execute()
  const found = await db
    .selectFrom('meta')
    .select('value')
    .where('name', '=', 'mode')
    .executeTakeFirstOrThrow()
  if (found.value !== mode) throw otherMode(found.value, mode)
}

function createMeta(db: Kysely<Tables>): Promise<void> {
  return db.schema
    .createTable('meta')
    .ifNotExists()
    .addColumn('name', 'text', column => column.primaryKey())
    .addColumn('value', 'text', column => column.notNull())
    .execute()
}

function otherMode(found: string, mode: Mode): AppError {
  return new AppError(
    'local-mode',
    `The database was made in ${found} mode and Deskhand starts in ${mode} mode. ` +
      'Cases of people who never signed in do not mix with real ones: set DATABASE_URL to another database.',
  )
}
