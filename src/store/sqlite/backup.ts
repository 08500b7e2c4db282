/**
 * A copy of the database while the service works, and the way back.
 *
 *   backup    deskhand.db ── one consistent view ──> copy.part ── checked ──> copy
 *   restore   copy ── checked ──> deskhand.db.part ── renamed ──> deskhand.db    (the former one stays beside it)
 */
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AppError, messageOf } from '../../errors.ts'
import { migrations } from '../migrations.ts'
import { occupied } from './occupied.ts'
import { findPlace } from './place.ts'

/** What a copy holds, so that a person sees that it is the right one. */
export interface Copied {
  readonly conversations: number
  readonly cases: number
  /** Committed messages that were not sent yet; they will be, after a restore. */
  readonly unsent: number
  readonly version: number
}

/**
 * Never replaces a file.
 * @throws AppError('bad-request') for a database that is not there or a copy that is; 'content' when the copy is damaged.
 */
export function backupSqlite(path: string, copy: string): Copied {
  if (!existsSync(path))
    throw new AppError('bad-request', `There is no database ${path}; check DATABASE_URL.`)
  if (existsSync(copy)) throw new AppError('bad-request', `${copy} is there already; name a new file.`)
  const part = `${copy}.part`
  rmSync(part, { force: true })
  closeSync(openSync(part, 'wx', 0o600))
  try {
    copyInto(path, part)
    const copied = inspect(part)
    settle(part, copy)
    return copied
  } finally {
    rmSync(part, { force: true })
  }
}

/**
 * The service must be stopped. What the database held until now is kept beside it, under the name that is answered.
 * @throws AppError('configuration') while a service works with it; 'bad-request' or 'content' for a copy that is no good.
 */
export function restoreSqlite(copy: string, path: string): Copied & { readonly former?: string } {
  if (!existsSync(copy)) throw new AppError('bad-request', `There is no file ${copy}.`)
  const copied = inspect(copy)
  const existed = existsSync(path)
  const place = occupied(findPlace(path))
  const part = `${path}.part`
  try {
    copyFileSync(copy, part)
    const former = existed ? setAside(path) : undefined
    for (const log of ['-wal', '-shm']) rmSync(`${path}${log}`, { force: true })
    settle(part, path)
    return { ...copied, ...(former !== undefined && { former }) }
  } finally {
    rmSync(part, { force: true })
    place.leave()
  }
}

/** SQLite reads one state of the database, however long that takes, while the service goes on writing. */
function copyInto(path: string, part: string): void {
  const db = new DatabaseSync(path, { timeout: 5_000, readOnly: true })
  try {
    db.prepare('VACUUM INTO ?').run(part)
  } catch (thrown) {
    throw new AppError('content', `${path} cannot be copied: ${messageOf(thrown)}.`, { cause: thrown })
  } finally {
    db.close()
  }
}

/** As it is, damaged or not, with what its log still held; SQLite opens it under its new name. */
function setAside(path: string): string {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const former = `${path}.before-restore-${stamp}`
  for (const part of ['', '-wal']) {
    if (!existsSync(`${path}${part}`)) continue
    copyFileSync(`${path}${part}`, `${former}${part}`, constants.COPYFILE_EXCL)
    sync(`${former}${part}`)
  }
  return former
}

function inspect(file: string): Copied {
  try {
    const db = new DatabaseSync(file, { readOnly: true })
    try {
      return checked(db, file)
    } finally {
      db.close()
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    throw new AppError('content', `${file} is no database of Deskhand: ${messageOf(thrown)}.`, {
      cause: thrown,
    })
  }
}

function checked(db: DatabaseSync, file: string): Copied {
  const verdict = db.prepare('PRAGMA integrity_check').get()?.integrity_check
  if (verdict !== 'ok') throw new AppError('content', `${file} is damaged: ${verdict}.`)
  const version = count(db, 'SELECT max(version) AS n FROM migrations')
  if (version > migrations.length) {
    throw new AppError('content', `${file} was made by a newer Deskhand (version ${version} of its tables).`)
  }
  return {
    conversations: count(db, 'SELECT count(*) AS n FROM conversations'),
    cases: count(db, 'SELECT count(*) AS n FROM cases'),
    unsent: count(db, 'SELECT count(*) AS n FROM outbox'),
    version,
  }
}

function count(db: DatabaseSync, sql: string): number {
  return Number(db.prepare(sql).get()?.n ?? 0)
}

/** On disk under its name, or not there: also after a power cut. */
function settle(part: string, path: string): void {
  sync(part)
  renameSync(part, path)
  sync(dirname(path))
}

function sync(path: string): void {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}
