/** The queries that both databases share, each with arguments; the compiler misses one that is not here. */
import type { CompiledQuery, Kysely } from 'kysely'
import { queries } from '../../src/store/queries.ts'
import type { Tables } from '../../src/store/schema.ts'

type Asked = {
  readonly [Name in keyof typeof queries]: (db: Kysely<Tables>) => { compile(): CompiledQuery }
}

export const asked: Asked = {
  pending: db => queries.pending(db),
  dueTimers: db => queries.dueTimers(db, Date.now(), 100),
  longerWaiting: db => queries.longerWaiting(db, Date.now()),
  waiting: db => queries.waiting(db, 50),
  caseById: db => queries.caseById(db, '0000-0000'),
  transcript: db => queries.transcript(db, '0000-0000'),
  pictures: db => queries.pictures(db, '0000-0000'),
  deadLetters: db => queries.deadLetters(db, 50),
}
