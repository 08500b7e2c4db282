import { AppError, messageOf } from '../errors.ts'

/** A database that cannot be read is a reason to try again later, as one that cannot be written. */
export async function answering<T>(ask: () => T | Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (thrown) {
    throw new AppError('busy', `The database does not answer: ${messageOf(thrown)}`, { cause: thrown })
  }
}

/** Only for what this room wrote: the type is believed. */
export function fromJson<T>(json: string): T {
  return JSON.parse(json)
}
