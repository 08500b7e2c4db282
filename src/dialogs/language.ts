/** Which language the conversation speaks. A weaker source never overrides a stronger one. */
import type { Understanding } from '../knowledge/understanding.ts'
import type { Case } from './types.ts'

/**
 * Follows a language heard with confidence: at once as long as nothing better than the client's locale was known,
 * later only when it is heard twice in a row (hysteresis), never against the employee's own choice. A guess
 * counts once, for one whose language nothing has told yet.
 */
export function followed(c: Case, u: Understanding): Case {
  const { heard, ...rest } = c
  if (c.languageFrom === 'default' && u.perhaps) return { ...c, language: u.perhaps, languageFrom: 'guessed' }
  if (c.languageFrom === 'chosen' || !u.language) return c
  if (u.language === c.language) return { ...rest, languageFrom: 'detected' }
  if (c.languageFrom !== 'detected' || heard === u.language) {
    return { ...rest, language: u.language, languageFrom: 'detected' }
  }
  return { ...c, heard: u.language }
}
