/**
 * Takes secrets out of what an employee wrote, before anything is stored, logged or passed on.
 *
 *   psk=Winter2026!   ->   psk=⟨psk⟩
 *
 * Own rules rather than @secretlint: that one is asynchronous, knows no labels ("mein Passwort ist …"), and of ten
 * common key forms tried it missed four. Error codes, event ids, GUIDs, hashes and host names stay: they are the case.
 */
import { cards } from './cards.ts'
import { compileClues, findClues } from './clues.ts'
import { commands } from './commands.ts'
import { identities } from './identities.ts'
import { keys } from './keys.ts'
import { labelled } from './labelled.ts'
import { privateKeys } from './private-keys.ts'
import type { Finder, Secret, SecretKind } from './secrets.ts'
import { visible } from './visible.ts'

export type { SecretKind } from './secrets.ts'

const finders: readonly Finder[] = [privateKeys, keys, commands, labelled, cards, identities]
const clues = compileClues(finders.flatMap(finder => finder.clues))

/**
 * The text with each secret replaced by its kind in angle brackets, `⟨password⟩`, the same in every language, and the
 * kinds that were found, each once. A text without secrets comes back unchanged; otherwise invisible characters are
 * gone, too. Doing it twice changes nothing. Linear in the length of the text.
 */
export function redact(text: string): { readonly text: string; readonly found: readonly SecretKind[] } {
  const seen = visible(text)
  const secrets = apart(secretsIn(seen))
  if (secrets.length === 0) return { text, found: [] }
  return { text: withoutSecrets(seen, secrets), found: [...new Set(secrets.map(({ kind }) => kind))] }
}

function secretsIn(text: string): readonly Secret[] {
  const seen = findClues(clues, text)
  let from = 0
  return finders.flatMap(finder => {
    const own = seen.slice(from, from + finder.clues.length)
    from += finder.clues.length
    return finder.find(text, own)
  })
}

/** In order; where two overlap, the one that begins first takes both. */
function apart(secrets: readonly Secret[]): readonly Secret[] {
  const sorted = secrets.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const kept: Secret[] = []
  for (const secret of sorted) {
    const last = kept.at(-1)
    if (last === undefined || secret.start >= last.end) kept.push(secret)
    else if (secret.end > last.end) kept[kept.length - 1] = { ...last, end: secret.end }
  }
  return kept
}

function withoutSecrets(text: string, secrets: readonly Secret[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end, kind } of secrets) {
    parts.push(text.slice(at, start), `⟨${kind}⟩`)
    at = end
  }
  return parts.join('') + text.slice(at)
}
