/** A text as clauses, and each clause as the phrases that are known in it, from left to right. */
import { oneEdit } from '../distance.ts'
import { fold } from '../fold.ts'
import { skips } from '../words/cover.ts'
import { type Ending, phrasesFrom } from '../words/machine.ts'
import { syllables, wordsOf } from '../words/split.ts'
import { type Item, shortestTypable, type Vocabulary } from './vocabulary.ts'

export interface Clause {
  /** Between two joining words ("and", "but"). */
  readonly parts: readonly (readonly Item[])[]
  /** Ends in a question mark. */
  readonly question: boolean
  /** Ends a sentence. */
  readonly closes: boolean
}

/** A dot inside of a word or a number ends nothing. */
const clauses = /(?:[^.,;:!?\n()…–—]|[.,:](?=\S))+(?:[.,;:!?\n()…–—]|$)/g

export function scan(vocabulary: Vocabulary, text: string): Clause[] {
  return (
    fold(text)
      .replace(/\s-+\s|\s\/\s/g, ', ')
      .match(clauses) ?? []
  ).map(clause => ({
    parts: partsOf(itemsOf(vocabulary, wordsOf(clause.replace(/#/g, ' ')))),
    question: clause.endsWith('?'),
    closes: /[.!?\n…]$/.test(clause),
  }))
}

function partsOf(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [[]]
  for (const item of items) {
    if (item.kind === 'join') parts.push([])
    else parts.at(-1)?.push(item)
  }
  return parts.filter(part => part.length > 0)
}

/** The longest phrase first; what lies inside of it is not looked at again. */
function itemsOf(vocabulary: Vocabulary, typed: readonly string[]): Item[] {
  const spelt = typed.map(word => spelling(vocabulary, word))
  const row = syllables(spelt)
  const passed = skips(vocabulary.fillers, spelt)
  const found: Item[] = []
  for (let at = 0; at < row.length; ) {
    const longest = longestFrom(vocabulary, row, at, passed)
    found.push(...(longest?.means ?? []))
    at = longest?.to ?? at + 1
  }
  return found
}

/** Without the fillers behind it: the "auch" of "mit Kabel auch nicht" belongs to what follows. */
function longestFrom(
  { start }: Vocabulary,
  row: readonly string[],
  at: number,
  passed: ReadonlyMap<number, number>,
): Ending<Item> | undefined {
  const word = row[at] ?? ''
  if (!start.next.has(word) && !(/^\d+$/.test(word) && start.next.has('#'))) return undefined
  const endings = phrasesFrom(start, row, at, passed)
  const longest = endings.at(-1)
  return endings.find(
    ({ means }) =>
      means.length === longest?.means.length && means.every(item => longest.means.includes(item)),
  )
}

/** "restared" -> "restarted", for longer words. */
function spelling({ known, typable }: Vocabulary, word: string): string {
  if (word.length < shortestTypable || known.has(word) || !/^[a-z]/.test(word)) return word
  return typable.get(word.slice(0, 1))?.find(candidate => oneEdit(word, candidate)) ?? word
}
