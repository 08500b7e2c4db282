/** Names of languages as files have them: `de`, `pt-BR`. */
import { AppError } from '../errors.ts'

export function isLanguage(name: string): boolean {
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(name)
}

export function noLanguage(name: string): AppError {
  return new AppError(
    'bad-request',
    `"${name}" is no language; write "en", "de", "fr" … as in the name of de.md.`,
  )
}
