/** What is never stored, and where it stands in a text. */
import type { Seen } from './clues.ts'

export type SecretKind =
  | 'password'
  | 'psk' // pre-shared key of a VPN or a wireless network
  | 'token' // bearer, JWT, API and cloud keys
  | 'private-key'
  | 'cookie'
  | 'pin' // PIN, one-time code, card verification code
  | 'card'
  | 'iban'
  | 'national-id'

/** `end` is behind the last character. */
export interface Secret {
  readonly start: number
  readonly end: number
  readonly kind: SecretKind
}

/** Finds secrets of one sort; linear in the length of the text. */
export interface Finder {
  /** Expressions (clues.ts) without which a text holds nothing for it. Empty: it looks for itself. */
  readonly clues: readonly string[]
  /** `seen` has the places of each clue. */
  readonly find: (text: string, seen: readonly (readonly Seen[])[]) => readonly Secret[]
}
