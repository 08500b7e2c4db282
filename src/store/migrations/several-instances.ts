/** Version 2: what several instances on one PostgreSQL need to share the sending. Additive: version 1 can go on. */
import { type ColumnDefinitionBuilder, sql, type Transaction } from 'kysely'
import type { Backend, Tables } from '../schema.ts'

type Db = Transaction<Tables>

export async function shareAmongInstances(db: Db, backend: Backend): Promise<void> {
  await db.schema.alterTable('conversations').addColumn('sender', 'bigint').execute()
  await db.schema.alterTable('timers').addColumn('taken_until', 'bigint').execute()
  await db.schema
    .createTable('budgets')
    .addColumn('name', 'text', column => column.primaryKey())
    .addColumn('state', 'text', required)
    .addColumn('until', 'bigint', required)
    .execute()
  await db.schema.createIndex('outbox_of_conversation').on('outbox').columns(['conversation', 'id']).execute()
  await createInstances(db, backend)
  if (backend === 'postgres') await suitBusyTables(db)
}

/** Ids are never given twice, also when all rows are gone: they are the fencing tokens. */
async function createInstances(db: Db, backend: Backend): Promise<void> {
  const table = db.schema.createTable('instances')
  await (backend === 'sqlite'
    ? table.addColumn('id', 'integer', column => column.primaryKey().autoIncrement())
    : table.addColumn('id', 'bigint', column => column.primaryKey().generatedAlwaysAsIdentity())
  )
    .addColumn('name', 'text', required)
    .addColumn('until', 'bigint', required)
    .addColumn('session', 'text')
    .execute()
}

/** Rows that change with every turn stay in their page; tables that fill and empty all day are swept often. */
async function suitBusyTables(db: Db): Promise<void> {
  await sql`ALTER TABLE conversations SET (fillfactor = 80)`.execute(db)
  await sql`ALTER TABLE cases SET (fillfactor = 80)`.execute(db)
  for (const table of ['outbox', 'timers', 'instances', 'budgets']) {
    await sql`
      ALTER TABLE ${sql.table(table)}
        SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000)`.execute(db)
  }
}

function required(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull()
}
