/** Version 3: pictures that are kept for the agent. Additive: version 2 can go on, and keeps none. */
import { type ColumnDefinitionBuilder, sql, type Transaction } from 'kysely'
import type { Backend, Tables } from '../schema.ts'

type Db = Transaction<Tables>

export async function keepPictures(db: Db, backend: Backend): Promise<void> {
  await createPictures(db, backend)
  await db.schema.createIndex('pictures_of_case').on('pictures').columns(['case_id', 'id']).execute()
  await (backend === 'sqlite' ? goWithCase(db) : storePlain(db))
}

async function createPictures(db: Db, backend: Backend): Promise<void> {
  const table = db.schema.createTable('pictures')
  await (backend === 'sqlite'
    ? table.addColumn('id', 'integer', column => column.primaryKey().autoIncrement())
    : table.addColumn('id', 'bigint', column => column.primaryKey().generatedAlwaysAsIdentity())
  )
    .addColumn('case_id', 'text', column => column.notNull().references('cases.id').onDelete('cascade'))
    .addColumn('name', 'text', required)
    .addColumn('media_type', 'text', required)
    .addColumn('bytes', backend === 'sqlite' ? 'blob' : 'bytea', required)
    .addColumn('activity_id', 'text')
    .addColumn('at', 'bigint', required)
    .execute()
}

/** SQLite minds a reference only in programs that ask for it; a case may be deleted by any. */
async function goWithCase(db: Db): Promise<void> {
  await sql`
    CREATE TRIGGER pictures_go_with_case AFTER DELETE ON cases
    BEGIN DELETE FROM pictures WHERE case_id = OLD.id; END`.execute(db)
}

/** A picture is packed already: PostgreSQL need not try. */
async function storePlain(db: Db): Promise<void> {
  await sql`ALTER TABLE pictures ALTER COLUMN bytes SET STORAGE EXTERNAL`.execute(db)
}

function required(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull()
}
