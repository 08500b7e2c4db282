/** What an utterance says, clause by clause, in any of the languages. */
import { type Covered, cover, phraseEnd } from './cover.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One clause; `covered` when it is nothing but known phrases of one language. */
export interface Clause {
  readonly words: readonly string[]
  readonly covered?: Covered
}

/** The whole utterance as one clause when it is covered, else its clauses. Languages in the order to try them. */
export function readClauses(
  vocabularies: readonly Vocabulary[],
  clauses: readonly (readonly string[])[],
): readonly Clause[] {
  const whole = readClause(vocabularies, clauses.flat())
  if (whole.covered !== undefined) return [whole]
  return clauses.flatMap(words => readParts(vocabularies, words))
}

/** True when a clause begins with "if": what follows is no request yet. */
export function isConditional(
  vocabularies: readonly Vocabulary[],
  clauses: readonly (readonly string[])[],
): boolean {
  return vocabularies.some(vocabulary =>
    clauses.some(
      words =>
        words.length > 1 &&
        (phraseEnd(vocabulary.conditions, words, 0) > 0 ||
          partsOf(vocabulary, words).some(part => phraseEnd(vocabulary.conditions, part, 0) > 0)),
    ),
  )
}

function readParts(vocabularies: readonly Vocabulary[], words: readonly string[]): readonly Clause[] {
  const clause = readClause(vocabularies, words)
  if (clause.covered !== undefined) return [clause]
  for (const vocabulary of vocabularies) {
    const parts = partsOf(vocabulary, words).map(part => readClause([vocabulary], part))
    if (parts.length > 1 && parts.some(({ covered }) => covered !== undefined)) return parts
  }
  return [clause]
}

function readClause(vocabularies: readonly Vocabulary[], words: readonly string[]): Clause {
  for (const vocabulary of vocabularies) {
    const covered = cover(vocabulary, words)
    if (covered !== undefined) return { words, covered }
  }
  return { words }
}

/** The clause cut at the joining words of one language. */
function partsOf({ joins }: Vocabulary, words: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]]
  for (let at = 0; at < words.length; ) {
    const join = phraseEnd(joins, words, at)
    if (join > at) {
      parts.push([])
      at = join
    } else parts.at(-1)?.push(words[at++] ?? '')
  }
  return parts.filter(part => part.length > 0)
}
