/**
 * One service a file: two would each send what the other has just sent. A small database beside it is held locked as
 * long as the process lives. The lock is the operating system's, so it is gone with the process, however that ended,
 * and no stale mark can keep the next one out. Commands that only look into the database do not ask for it.
 */
import { closeSync, existsSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../errors.ts'
import type { Place } from './place.ts'

/** @throws AppError('configuration') when another process has it. */
export function occupied(place: Place): Place {
  if (place.temporary) return place
  const lock = lockBeside(place.path)
  const leave = () => {
    if (lock.isOpen) lock.close()
    place.leave()
  }
  return { ...place, leave }
}

function lockBeside(path: string): DatabaseSync {
  const file = `${path}-service`
  // Not opened when it is there: to close it again would let go of a lock that this very process holds.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return lock
  } catch (thrown) {
    lock.close()
    throw isBusy(thrown) ? inUse(path) : thrown
  }
}

const busy = 5

function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && 'errcode' in thrown && (Number(thrown.errcode) & 0xff) === busy
}

function inUse(path: string): AppError {
  return new AppError(
    'configuration',
    `Another Deskhand works with the database ${path}: stop it, or set DATABASE_URL to another file. ` +
      'Several instances share a PostgreSQL (DATABASE_URL=postgres://…).',
  )
}
