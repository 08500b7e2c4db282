/** What is asked now and then, in any backend. What runs with every turn is in the backend's own statements. */
import type { Kysely, Selectable } from 'kysely'
import type { TimerName } from '../dialogs/types.ts'
import { answering, fromJson } from './reading.ts'
import type { Address, DeadLetter, KeptPicture, Line, Outbound, OutboxRow } from './records.ts'
import type { Tables } from './schema.ts'
import type { Store, WaitingCase } from './store.ts'

export type ColdReads = Pick<
  Store,
  | 'pending'
  | 'dueTimers'
  | 'placeInQueue'
  | 'waiting'
  | 'caseById'
  | 'transcript'
  | 'pictures'
  | 'deadLetters'
>

export function coldReads(db: Kysely<Tables>): ColdReads {
  const all = <Row>(query: { execute(): Promise<Row[]> }) => answering(() => query.execute())
  return {
    pending: async () => (await all(queries.pending(db))).map(outboxRow),
    dueTimers: async (now, limit) =>
      (await all(queries.dueTimers(db, now, limit))).map(row => ({ ...row, name: row.name as TimerName })),
    placeInQueue: async since => 1 + Number((await all(queries.longerWaiting(db, since)))[0]?.cases),
    waiting: async limit => (await all(queries.waiting(db, limit))).map(waitingCase),
    caseById: async id => (await all(queries.caseById(db, id))).map(waitingCase)[0],
    transcript: async caseId => (await all(queries.transcript(db, caseId))).map(line),
    pictures: async caseId => (await all(queries.pictures(db, caseId))).map(picture),
    deadLetters: async limit => (await all(queries.deadLetters(db, limit))).map(deadLetter),
  }
}

export const queries = {
  pending: (db: Kysely<Tables>) =>
    db
      .selectFrom('outbox')
      .innerJoin('conversations as v', 'v.id', 'outbox.conversation')
      .select(['outbox.id', 'v.key as conversation', 'v.address', 'v.sender', 'outbound'])
      .orderBy('outbox.id'),

  dueTimers: (db: Kysely<Tables>, now: number, limit: number) =>
    db
      .selectFrom('timers')
      .innerJoin('conversations as v', 'v.id', 'timers.conversation')
      .select(['v.key as conversation', 'name', 'at'])
      .where('at', '<=', now)
      .orderBy('at')
      .limit(limit),

  longerWaiting: (db: Kysely<Tables>, since: number) =>
    db
      .selectFrom('cases')
      .select(({ fn }) => fn.countAll().as('cases'))
      .where('waiting_since', '<', since),

  waiting: (db: Kysely<Tables>, limit: number) =>
    caseAndConversation(db)
      .where('waiting_since', 'is not', null)
      .orderBy('waiting_since')
      .orderBy('cases.id')
      .limit(limit),

  caseById: (db: Kysely<Tables>, id: string) => caseAndConversation(db).where('cases.id', '=', id),

  transcript: (db: Kysely<Tables>, caseId: string) =>
    db
      .selectFrom('transcript')
      .select(['from', 'text', 'activity_id', 'at'])
      .where('case_id', '=', caseId)
      .orderBy('id'),

  pictures: (db: Kysely<Tables>, caseId: string) =>
    db
      .selectFrom('pictures')
      .select(['id', 'name', 'media_type', 'bytes', 'at'])
      .where('case_id', '=', caseId)
      .orderBy('id'),

  deadLetters: (db: Kysely<Tables>, limit: number) =>
    db
      .selectFrom('dead_letters')
      .innerJoin('conversations as v', 'v.id', 'dead_letters.conversation')
      .select(['dead_letters.id', 'v.key as conversation', 'outbound', 'reason', 'at'])
      .orderBy('dead_letters.id', 'desc')
      .limit(limit),
}

function caseAndConversation(db: Kysely<Tables>) {
  return db
    .selectFrom('cases')
    .innerJoin('conversations as v', 'v.id', 'cases.conversation')
    .select(['v.key as conversation', 'state'])
}

interface Stored {
  readonly conversation: string
  readonly outbound: string
}

export interface StoredOutboxRow extends Stored {
  readonly id: number
  readonly address: string
  /** Null: nobody yet; with SQLite always. */
  readonly sender: number | null
}

export function outboxRow({ sender, ...row }: StoredOutboxRow): OutboxRow {
  const [address, outbound] = [fromJson<Address>(row.address), fromJson<Outbound>(row.outbound)]
  return { ...row, address, outbound, lease: sender ?? 0 }
}

function waitingCase(row: { readonly conversation: string; readonly state: string }): WaitingCase {
  return { conversation: row.conversation, case: fromJson(row.state) }
}

function line({
  from,
  text,
  activity_id,
  at,
}: Omit<Selectable<Tables['transcript']>, 'id' | 'case_id'>): Line {
  const said = { from: from as Line['from'], text, at }
  return activity_id === null ? said : { ...said, activityId: activity_id }
}

/** One database gives a Buffer, the other an array of bytes. */
function picture({
  media_type,
  bytes,
  ...row
}: Omit<Selectable<Tables['pictures']>, 'case_id' | 'activity_id'>): KeptPicture {
  return { ...row, mediaType: media_type as KeptPicture['mediaType'], bytes: new Uint8Array(bytes) }
}

function deadLetter(row: Stored & Pick<DeadLetter, 'id' | 'reason' | 'at'>): DeadLetter {
  return { ...row, outbound: fromJson(row.outbound) }
}
