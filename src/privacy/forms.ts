/** Secrets recognised by a form: a regular expression whose group `s` is the secret. */
import type { Secret, SecretKind } from './secrets.ts'

export interface Form {
  readonly kind: SecretKind
  /** With the flags g and d; bounded, so that no text makes it search far. */
  readonly form: RegExp
}

export function findForms(forms: readonly Form[], text: string): readonly Secret[] {
  return forms.flatMap(({ kind, form }) =>
    [...text.matchAll(form)].flatMap(match => {
      const [start, end] = match.indices?.groups?.s ?? [0, 0]
      return end > start ? [{ start, end, kind }] : []
    }),
  )
}
