/** Version 1: conversations, cases, what came in, what goes out. The columns are explained in schema.ts. */
import { type ColumnDefinitionBuilder, type CreateTableBuilder, sql, type Transaction } from 'kysely'
import type { Backend, Tables } from '../schema.ts'

type Db = Transaction<Tables>

export async function createFirstTables(db: Db, backend: Backend): Promise<void> {
  await createConversations(db, backend)
  await createCases(db)
  await createTranscript(db, backend)
  await createInbox(db, backend)
  await createOutbox(db, backend)
  await createSentCards(db, backend)
  await createTimers(db, backend)
}

async function createConversations(db: Db, backend: Backend): Promise<void> {
  await withCountedId(db.schema.createTable('conversations'), backend)
    .addColumn('key', 'text', column => column.notNull().unique())
    .addColumn('version', 'bigint', required)
    .addColumn('address', 'text', required)
    .addColumn('case_id', 'text', required)
    .execute()
}

async function createCases(db: Db): Promise<void> {
  await db.schema
    .createTable('cases')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('conversation', 'bigint', required)
    .addColumn('owner', 'text', required)
    .addColumn('topic', 'text')
    .addColumn('language', 'text', required)
    .addColumn('opened_at', 'bigint', required)
    .addColumn('updated_at', 'bigint', required)
    .addColumn('waiting_since', 'bigint')
    .addColumn('state', 'text', required)
    .execute()
  await db.schema.createIndex('cases_of_conversation').on('cases').column('conversation').execute()
  const waiting = db.schema.createIndex('cases_waiting').on('cases').columns(['waiting_since', 'id'])
  await waiting.where('waiting_since', 'is not', null).execute()
}

async function createTranscript(db: Db, backend: Backend): Promise<void> {
  await withCountedId(db.schema.createTable('transcript'), backend)
    .addColumn('case_id', 'text', required)
    .addColumn('from', 'text', required)
    .addColumn('text', 'text', required)
    .addColumn('activity_id', 'text')
    .addColumn('at', 'bigint', required)
    .execute()
  await db.schema.createIndex('transcript_of_case').on('transcript').columns(['case_id', 'id']).execute()
}

async function createInbox(db: Db, backend: Backend): Promise<void> {
  await keptByKey(db.schema.createTable('inbox'), backend)
    .addColumn('conversation', 'bigint', required)
    .addColumn('activity_id', 'text', required)
    .addColumn('answered', 'text', required)
    .addColumn('at', 'bigint', required)
    .addPrimaryKeyConstraint('inbox_key', ['conversation', 'activity_id'])
    .execute()
  await db.schema.createIndex('inbox_at').on('inbox').column('at').execute()
}

async function createOutbox(db: Db, backend: Backend): Promise<void> {
  await withCountedId(db.schema.createTable('outbox'), backend)
    .addColumn('conversation', 'bigint', required)
    .addColumn('outbound', 'text', required)
    .addColumn('at', 'bigint', required)
    .execute()
  await db.schema
    .createTable('dead_letters')
    .addColumn('id', 'bigint', column => column.primaryKey())
    .addColumn('conversation', 'bigint', required)
    .addColumn('outbound', 'text', required)
    .addColumn('reason', 'text', required)
    .addColumn('at', 'bigint', required)
    .execute()
}

async function createSentCards(db: Db, backend: Backend): Promise<void> {
  await keptByKey(db.schema.createTable('sent_cards'), backend)
    .addColumn('conversation', 'bigint', required)
    .addColumn('nonce', 'text', required)
    .addColumn('activity_id', 'text', required)
    .addColumn('at', 'bigint', required)
    .addPrimaryKeyConstraint('sent_cards_key', ['conversation', 'nonce'])
    .execute()
  await db.schema.createIndex('sent_cards_at').on('sent_cards').column('at').execute()
}

async function createTimers(db: Db, backend: Backend): Promise<void> {
  await keptByKey(db.schema.createTable('timers'), backend)
    .addColumn('conversation', 'bigint', required)
    .addColumn('name', 'text', required)
    .addColumn('at', 'bigint', required)
    .addPrimaryKeyConstraint('timers_key', ['conversation', 'name'])
    .execute()
  await db.schema.createIndex('timers_at').on('timers').column('at').execute()
}

function required(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull()
}

/** Ids that only rise: without this, SQLite gives the id of a deleted last row again. */
function withCountedId<Name extends string, Column extends string>(
  table: CreateTableBuilder<Name, Column>,
  backend: Backend,
) {
  return backend === 'sqlite'
    ? table.addColumn('id', 'integer', column => column.primaryKey().autoIncrement())
    : table.addColumn('id', 'bigint', column => column.primaryKey().generatedAlwaysAsIdentity())
}

/** Rows that are only found by their key: SQLite then keeps them in the index itself, and has one tree less to write. */
function keptByKey<Name extends string>(
  table: CreateTableBuilder<Name>,
  backend: Backend,
): CreateTableBuilder<Name> {
  return backend === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table
}
