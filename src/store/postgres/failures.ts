/** What an error of PostgreSQL means for whoever asked: try again, come later, or the job itself is wrong. */
import { setTimeout as pause } from 'node:timers/promises'
import { AppError, messageOf } from '../../errors.ts'
import { DatabaseError } from './connection.ts'

/**
 * Classes and codes of "not now": connection, resources, the operator's hand, a lock that was not free in time, a
 * conflict with another transaction, a server that became a read-only one.
 */
const notNow = /^(08|53|57|58|40|55P03|25006|XX)/
const taken = '23505'
/** Milliseconds before the second, third and fourth attempt. */
const pauses = [20, 150, 500]
/** A server that has said nothing for so long says nothing to the next attempt either, and the channel waits 10 s. */
const silenceMs = 2_500

/** Also an error without PostgreSQL's code: the connection broke, or nobody answered in time. */
export function isPassing(thrown: unknown): boolean {
  if (thrown instanceof TypeError || thrown instanceof AppError) return false
  const code = sqlState(thrown)
  return code === undefined || notNow.test(code)
}

/** A row with this key is there already. */
export function isTaken(thrown: unknown): boolean {
  return sqlState(thrown) === taken
}

/**
 * Repeats what failed for a passing reason, unless it took long to fail. Only for statements that do the same when they
 * are done twice: when the connection breaks nobody knows whether the first attempt had its effect.
 * @throws AppError('busy') when it does not pass.
 */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (const ms of pauses) {
    const asked = performance.now()
    try {
      return await ask()
    } catch (thrown) {
      if (!isPassing(thrown)) throw plain(thrown)
      if (performance.now() - asked > silenceMs) throw away(thrown)
    }
    await pause(ms)
  }
  return ask().catch(thrown => {
    throw isPassing(thrown) ? away(thrown) : plain(thrown)
  })
}

export function away(thrown: unknown): AppError {
  return new AppError('busy', `The database does not answer: ${messageOf(thrown)}`, { cause: plain(thrown) })
}

/** PostgreSQL's errors carry the rows they are about, which belong in no log. */
function plain(thrown: unknown): Error {
  if (thrown instanceof AppError) return thrown
  const code = sqlState(thrown)
  return new Error(code === undefined ? messageOf(thrown) : `PostgreSQL ${code}: ${messageOf(thrown)}`)
}

function sqlState(thrown: unknown): string | undefined {
  return thrown instanceof DatabaseError ? thrown.code : undefined
}
