/** The pictures of a case, for an agent who has no console: listed by number, and written to a file. */
import { writeFileSync } from 'node:fs'
import { AppError, messageOf } from '../errors.ts'
import type { KeptPicture } from '../store/records.ts'

/** One line each; nothing when there are none. */
export function listed(pictures: readonly KeptPicture[]): string {
  return pictures.map(line).join('\n')
}

function line({ name, mediaType, bytes, at }: KeptPicture, index: number): string {
  const size = `${Math.ceil(bytes.length / 1000)} kB`
  return [`picture ${index + 1}`, new Date(at).toISOString(), mediaType, size, name].join('\t')
}

/**
 * For the owner of the file only, as the database is.
 * @throws AppError('not-found') when there is no such picture; 'bad-request' when the file is there or cannot be.
 */
export function writePicture(pictures: readonly KeptPicture[], number: string, file: string): void {
  const picture = pictures[Number(number) - 1]
  if (!picture)
    throw new AppError('not-found', `There is no picture ${number}; the case has ${pictures.length}.`)
  try {
    writeFileSync(file, picture.bytes, { flag: 'wx', mode: 0o600 })
  } catch (thrown) {
    throw new AppError('bad-request', notWritten(file, thrown), { cause: thrown })
  }
}

function notWritten(file: string, thrown: unknown): string {
  const isThere = thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST'
  return isThere
    ? `${file} is there already; name a new file.`
    : `${file} cannot be written: ${messageOf(thrown)}.`
}
