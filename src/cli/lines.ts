/** One input line of `chat --json`. */
import { messageOf } from '../errors.ts'

export type Ask =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'restart' }
  | { readonly error: string }

const expected = 'expected a JSON string, {"text"}, {"choice"} or {"restart":true}'

export function parseLine(line: string): Ask {
  try {
    return askOf(JSON.parse(line))
  } catch (thrown) {
    return { error: `${expected}; ${messageOf(thrown)}` }
  }
}

function askOf(value: unknown): Ask {
  if (typeof value === 'string') return { kind: 'text', text: value }
  if (typeof value !== 'object' || value === null) return { error: expected }
  if ('text' in value && typeof value.text === 'string') return { kind: 'text', text: value.text }
  if ('restart' in value && value.restart === true) return { kind: 'restart' }
  if (!('choice' in value)) return { error: expected }
  const { choice } = value
  if (typeof choice === 'string' || typeof choice === 'number')
    return { kind: 'choice', choice: String(choice) }
  return { error: 'the choice must be a label, an id or a number' }
}
