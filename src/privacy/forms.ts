/** Secrets recognised by a form: a regular expression whose group `s` is the secret. */
import { linesWith } from './lines.ts'
import type { Finder, Secret, SecretKind } from './secrets.ts'

export interface Form {
  readonly kind: SecretKind
  /** Text that every secret of this form has in it or right before it, as an expression of clues.ts. */
  readonly clue: string
  /** With the flags g and d; bounded, so that no text makes it search far. */
  readonly form: RegExp
  /** The form may go on over line ends. */
  readonly overLines?: boolean
}

/** Each form looks at the lines that have its clue. */
export function findForms(forms: readonly Form[]): Finder {
  return {
    clues: forms.map(({ clue }) => clue),
    find: (text, seen) =>
      forms.flatMap((form, i) => {
        const places = seen[i] ?? []
        if (places.length === 0) return []
        return form.overLines ? secretsIn(form, text, 0) : inLines(form, text, places)
      }),
  }
}

function inLines(form: Form, text: string, places: Parameters<typeof linesWith>[1]): readonly Secret[] {
  return linesWith(text, places).flatMap(line => secretsIn(form, line.text, line.start))
}

function secretsIn({ kind, form }: Form, text: string, offset: number): readonly Secret[] {
  return [...text.matchAll(form)].flatMap(match => {
    const [start, end] = match.indices?.groups?.s ?? [0, 0]
    return end > start ? [{ start: start + offset, end: end + offset, kind }] : []
  })
}
