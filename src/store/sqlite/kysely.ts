/** Kysely's own SQLite dialect was written for better-sqlite3; this gives it the part of that which it uses. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import type { Tables } from '../schema.ts'

export function asKysely(db: DatabaseSync): Kysely<Tables> {
  const prepare = (sql: string) => adapted(db.prepare(sql))
  return new Kysely({ dialect: new SqliteDialect({ database: { prepare, close: () => db.close() } }) })
}

function adapted(statement: StatementSync) {
  return {
    reader: statement.columns().length > 0,
    all: (values: readonly unknown[]) => statement.all(...bindable(values)),
    run: (values: readonly unknown[]) => statement.run(...bindable(values)),
    iterate: (values: readonly unknown[]) => statement.iterate(...bindable(values)),
  }
}

/** The types of the tables let only strings, numbers and null through. */
function bindable(values: readonly unknown[]): SQLInputValue[] {
  return values as SQLInputValue[]
}
