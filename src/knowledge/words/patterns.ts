/** The phrases of a file, read; what words.json and facts.json have in common. */
import { checkSlots, parsePattern, type Sequence } from './grammar.ts'
import type { Slots, State } from './machine.ts'

interface Phrase {
  readonly key: string
  readonly pattern: string
  readonly slots: Slots
}

/** Each phrase with its sequence; a pattern that cannot be read becomes a problem with its key. */
export function readPatterns<P extends Phrase>(
  phrases: Iterable<P>,
  file: string,
  problems: string[],
): readonly (P & { readonly sequence: Sequence })[] {
  return [...phrases].flatMap(phrase => {
    try {
      const sequence = parsePattern(phrase.pattern)
      checkSlots(sequence, phrase.slots)
      return [{ ...phrase, sequence }]
    } catch (thrown) {
      const why = thrown instanceof Error ? thrown.message : thrown
      problems.push(`${file}: ${phrase.key}: "${phrase.pattern}" ${why}.`)
      return []
    }
  })
}

/** Every word that leads from one of these states, or from one behind it. */
export function wordsIn(starts: readonly State<unknown>[]): ReadonlySet<string> {
  const words = new Set<string>()
  const seen = new Set<State<unknown>>(starts)
  for (const state of seen)
    for (const [word, to] of state.next) {
      words.add(word)
      for (const next of to) seen.add(next)
    }
  return words
}
