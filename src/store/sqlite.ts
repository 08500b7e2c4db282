/**
 * The embedded database: one file, read on the event loop, written by a thread of its own.
 *
 *   load, queries ──> read connection ──┐
 *                                       ├── deskhand.db (WAL)
 *   commit, sent ──> Writer ──> thread ─┘
 */
import type { DatabaseSync } from 'node:sqlite'
import { AppError, messageOf } from '../errors.ts'
import { ownAccounts } from './accounts.ts'
import { migrate } from './migrations.ts'
import { claimMode, type Mode } from './mode.ts'
import { type ColdReads, coldReads, outboxRow, queries } from './queries.ts'
import { answering, fromJson } from './reading.ts'
import type { OutboxRow } from './records.ts'
import { connect, onlyRead } from './sqlite/connection.ts'
import { sentJob, type TurnResult, turnJob } from './sqlite/jobs.ts'
import { asKysely } from './sqlite/kysely.ts'
import { occupied } from './sqlite/occupied.ts'
import { findPlace, type Place } from './sqlite/place.ts'
import { prepareAll, readSql } from './sqlite/statements.ts'
import { Writer } from './sqlite/writer.ts'
import type { Committed, Loaded, Store, Turn } from './store.ts'

export interface SqliteOptions {
  /** A file, made when it is missing; or `:memory:` for a store that is gone with the process. */
  readonly path: string
  readonly mode: Mode
  /** True: refused while another process that said the same has the file. */
  readonly alone?: boolean
  /** Told when nothing can be written any more by this process, whatever becomes of the disk. */
  readonly broken?: (reason: string) => void
  /** The largest size in pages of 4 KiB; beyond it the disk counts as full. */
  readonly maxPages?: number
}

/**
 * @throws AppError('configuration') when the file cannot be opened, is no database, a newer Deskhand has used it, or
 * another one is using it.
 * @throws AppError('local-mode') when the database was made in the other mode.
 */
export async function openSqlite(options: SqliteOptions): Promise<Store> {
  try {
    return await open(options)
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : cannotOpen(options.path, thrown)
  }
}

async function open({ path, mode, alone = false, maxPages, broken }: SqliteOptions): Promise<Store> {
  const found = findPlace(path)
  const place = alone ? occupied(found) : found
  const connection = { path: place.path, durable: !place.temporary, maxPages }
  try {
    const db = connect(connection)
    await prepare(db, mode)
    return storeOf(db, new Writer(connection, broken), place)
  } catch (thrown) {
    place.leave()
    throw thrown
  }
}

async function prepare(db: DatabaseSync, mode: Mode): Promise<void> {
  try {
    await claimMode(asKysely(db), mode)
    await migrate(asKysely(db), 'sqlite')
    onlyRead(db)
  } catch (thrown) {
    db.close()
    throw thrown
  }
}

function storeOf(db: DatabaseSync, writer: Writer, place: Place): Store {
  const reads = coldReads(asKysely(db))
  return {
    ...hotReads(db),
    ...reads,
    ...unshared(reads, db),
    commit: async turn => committed(turn, await writer.write(turnJob(turn))),
    sent: async sent => {
      if (sent.length > 0) await writer.write(sentJob(sent))
      return []
    },
    resend: async ids => (await writer.write({ kind: 'resend', ids })).ids,
    forgetAnswers: before => forgetAll(writer, before),
    stats: () => writer.stats(),
    ready: () => checkBoth(db, writer),
    close: () => closeAll(db, writer, place),
  }
}

function hotReads(db: DatabaseSync): Pick<Store, 'load' | 'sentCard'> {
  const read = prepareAll(db, readSql)
  return {
    load: (conversation, activityId) =>
      answering(() => loaded(read.load.get(activityId ?? null, conversation) as LoadedRow | undefined)),
    sentCard: (conversation, nonce) =>
      answering(() => read.sentCard.get(nonce, conversation)?.activity_id as string | undefined),
  }
}

/** No other process sends from this file: everything that waits is ours. */
function unshared(
  reads: ColdReads,
  db: DatabaseSync,
): Pick<Store, 'takeUp' | 'waitingIn' | 'leads' | 'onLeft' | 'takeTimers' | 'account'> {
  return {
    takeUp: async held => {
      const waiting = new Set((await reads.pending()).map(({ conversation }) => conversation))
      for (const conversation of held) waiting.delete(conversation)
      return [...waiting]
    },
    waitingIn: async key =>
      (await answering(() => queries.pending(asKysely(db)).where('v.key', '=', key).execute())).map(
        outboxRow,
      ),
    leads: async () => true,
    onLeft: () => {},
    takeTimers: reads.dueTimers,
    account: ownAccounts(Date.now),
  }
}

interface LoadedRow {
  readonly version: number
  readonly address: string
  readonly state: string
  readonly answered: string | null
}

function loaded(row: LoadedRow | undefined): Loaded {
  if (!row) return { version: 0 }
  const found = { version: row.version, address: fromJson(row.address), case: fromJson(row.state) } as Loaded
  return row.answered === null ? found : { ...found, answered: fromJson(row.answered) }
}

function committed(turn: Turn, done: TurnResult): Committed {
  switch (done.result) {
    case 'moved':
      return { result: 'moved' }
    case 'repeated':
      return { result: 'repeated', answered: fromJson(done.answered) }
    case 'committed':
      return { result: 'committed', outbox: outboxRows(turn, done.outboxIds) }
  }
}

function outboxRows({ conversation, address, outbox }: Turn, ids: readonly number[]): readonly OutboxRow[] {
  return ids.flatMap((id, index) => {
    const outbound = outbox[index]
    return outbound ? [{ id, conversation, address, outbound, lease: 0 }] : []
  })
}

/** In parts, so that turns get their place in between. */
async function forgetAll(writer: Writer, before: number): Promise<number> {
  let total = 0
  for (;;) {
    const { rows } = await writer.write({ kind: 'forget', before })
    if (rows === 0) return total
    total += rows
  }
}

async function checkBoth(db: DatabaseSync, writer: Writer): Promise<void> {
  await answering(() => db.prepare('SELECT count(*) FROM meta').get())
  await writer.probe()
}

/** The writer closes last: it folds the log back into the file. */
async function closeAll(db: DatabaseSync, writer: Writer, place: Place): Promise<void> {
  if (db.isOpen) db.close()
  await writer.close()
  place.leave()
}

function cannotOpen(path: string, thrown: unknown): AppError {
  const message = `The database ${path} cannot be opened: ${messageOf(thrown)}. Check DATABASE_URL and the folder's rights.`
  return new AppError('configuration', message, { cause: thrown })
}
