/** Is a row of words nothing but known phrases? */
import { oneEdit } from '../distance.ts'
import { phrasesFrom, type State } from './machine.ts'
import { syllables } from './split.ts'
import type { Meaning, Vocabulary } from './vocabulary.ts'

/** What each phrase of the row may mean; one list a phrase. */
export type Covered = readonly (readonly Meaning[])[]

const longest = 60

/** The fewest phrases that cover all words, fillers aside, or undefined. */
export function cover(vocabulary: Vocabulary, words: readonly string[]): Covered | undefined {
  if (words.length === 0 || words.length > longest) return undefined
  const spelt: string[] = []
  for (const word of words) {
    const known = knownAs(vocabulary, word)
    if (known === undefined) return undefined
    spelt.push(known)
  }
  return coverExactly(vocabulary, syllables(spelt), skips(vocabulary.fillers, spelt))
}

/** "funktoniert" -> "funktioniert", for words of five letters and more; undefined: a word of no pattern. */
function knownAs({ known, typable }: Vocabulary, word: string): string | undefined {
  if (!/^[a-z]/.test(word) || known.has(word)) return word
  if (word.length < 5) return undefined
  return typable.get(word.slice(0, 1))?.find(candidate => oneEdit(word, candidate))
}

/** Where fillers begin and end, counted in syllables; a syllable inside of a Hangul word is no filler. */
export function skips(fillers: State<true>, words: readonly string[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  let offset = 0
  words.forEach((word, at) => {
    const end = phraseEnd(fillers, words, at)
    if (end > at) found.set(offset, offset + syllables(words.slice(at, end)).length)
    offset += syllables([word]).length
  })
  return found
}

/** Where the longest phrase of whole words ends, or `from`. */
export function phraseEnd(phrases: State<true>, words: readonly string[], from: number): number {
  let end = from
  if (!phrases.next.has(firstPart(words[from] ?? ''))) return end
  for (let to = from + 1; to <= Math.min(words.length, from + 4); to++) {
    const row = syllables(words.slice(from, to))
    if (phrasesFrom(phrases, row, 0).some(phrase => phrase.to === row.length)) end = to
  }
  return end
}

function firstPart(word: string): string {
  return syllables([word])[0] ?? ''
}

function coverExactly(
  { start, joins }: Vocabulary,
  words: readonly string[],
  skips: ReadonlyMap<number, number>,
): Covered | undefined {
  const best: (Covered | undefined)[] = [[]]
  for (let at = 0; at < words.length; at++) {
    const sofar = best[at]
    if (sofar === undefined) continue
    for (const { to, means } of phrasesFrom(start, words, at, skips)) keep(best, to, [...sofar, means])
    const skip = skips.get(at)
    if (skip !== undefined) keep(best, skip, sofar)
    if (sofar.length > 0) for (const { to } of phrasesFrom(joins, words, at)) keep(best, to, sofar)
  }
  const whole = best[words.length]
  return whole !== undefined && whole.length > 0 ? whole : undefined
}

function keep(best: (Covered | undefined)[], at: number, covered: Covered): void {
  const known = best[at]
  if (known === undefined || (known.length === 0 && covered.length > 0)) best[at] = covered
  else if (covered.length > 0 && covered.length < known.length) best[at] = covered
}
