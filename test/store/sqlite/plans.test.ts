import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { queries } from '../../../src/store/queries.ts'
import { asKysely } from '../../../src/store/sqlite/kysely.ts'
import { readSql, writeSql } from '../../../src/store/sqlite/statements.ts'
import { openSqlite } from '../../../src/store/sqlite.ts'
import { temporaryFolder } from '../folder.ts'

/** Each query once, with the arguments it takes. */
const asked: {
  [Name in keyof typeof queries]: (db: ReturnType<typeof asKysely>) => { compile(): CompiledQuery }
} = {
  pending: db => queries.pending(db),
  dueTimers: db => queries.dueTimers(db, 1, 1),
  longerWaiting: db => queries.longerWaiting(db, 1),
  waiting: db => queries.waiting(db, 1),
  caseById: db => queries.caseById(db, 'x'),
  transcript: db => queries.transcript(db, 'x'),
  pictures: db => queries.pictures(db, 'x'),
  deadLetters: db => queries.deadLetters(db, 1),
}

/** The only ones that walk along a table or an index, and why that is right. */
const walks: Record<string, string[]> = {
  pending: ['SCAN outbox'], // wants all of it, in the order of its key
  deadLetters: ['SCAN dead_letters USING INDEX sqlite_autoindex_dead_letters_1'], // stops at the limit
}

describe('no query walks through a table or sorts it', () => {
  const folder = temporaryFolder()
  let db: DatabaseSync

  beforeAll(async () => {
    const path = join(folder.path, 'deskhand.db')
    await (await openSqlite({ path, mode: 'local' })).close()
    db = new DatabaseSync(path)
  })
  afterAll(() => {
    db.close()
    folder.remove()
  })

  function walksOf(sql: string): string[] {
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()
    return plan.map(({ detail }) => String(detail)).filter(detail => /^SCAN|TEMP B-TREE/.test(detail))
  }

  test.each(Object.entries({ ...readSql, ...writeSql }))('%s', (name, sql) => {
    expect(walksOf(sql)).toEqual(walks[name] ?? [])
  })

  test.each(Object.entries(asked))('%s', (name, query) => {
    expect(walksOf(query(asKysely(db)).compile().sql)).toEqual(walks[name] ?? [])
  })
})
