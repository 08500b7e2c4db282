/** Small readers for JSON that others wrote: wrong types become problems or absence, never exceptions. */
import { AppError } from '../../errors.ts'

export type Fields = Readonly<Record<string, unknown>>

/** No id, address or name of the Bot Framework comes near this. */
const longest = 1_000

export function object(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A short text without control characters; otherwise a problem and an empty text. */
export function text(value: unknown, name: string, problems: string[]): string {
  if (typeof value !== 'string' || value === '') problems.push(`${name} is missing or not a text`)
  else if (value.length > longest) problems.push(`${name} has more than ${longest} characters`)
  else if (/\p{Cc}|\p{Cs}/u.test(value)) problems.push(`${name} has characters that no name has`)
  else return value
  return ''
}

/** Throws AppError('bad-request') when `read` reports a problem. */
export function parsed<T>(read: (problems: string[]) => T): T {
  const problems: string[] = []
  const value = read(problems)
  if (problems.length === 0) return value
  throw new AppError('bad-request', `The activity cannot be read: ${problems.join('; ')}.`, { problems })
}
