/** One pass over the text: every code, and the words that set the scene. */

import { addPhrase, type Found, longestPhrase, phraseTree } from '../phrases.ts'
import type { CodeIndex, Name } from './catalogue.ts'
import type { Hit } from './code.ts'
import { findNumbers, mayBeCode } from './numbers.ts'
import { endOf, type Tokens, tokenise, type WordReader } from './tokens.ts'
import { errorWords, type Mark, marks } from './vocabulary.ts'

export interface MarkHit {
  readonly mark: Mark
  readonly at: number
}

export interface Scanned {
  readonly tokens: Tokens
  readonly hits: readonly Hit[]
  readonly marks: readonly MarkHit[]
}

/** "Fehler809", "809er". */
const gluedWords: ReadonlySet<string> = new Set([...errorWords, 'er'])

const markTree = phraseTree<Mark>()
for (const [mark, phrases] of Object.entries(marks) as [Mark, readonly string[]][])
  for (const phrase of phrases) addPhrase(markTree, phrase.split(' '), mark)

/** What a word may begin or be. Most words of a log are none of these and cost one look. */
const marking = 1
const naming = 2
const numbering = 4

export function scan(index: CodeIndex, text: string): Scanned {
  const tokens = tokenise(text, readerFor(index))
  const marksFound = findMarks(tokens)
  const names = findNames(index, tokens, marksFound)
  const numbers = findNumbers(index, tokens, numbering)
  return { tokens, marks: marksFound, hits: [...names, ...numbers].sort((a, b) => a.at - b.at) }
}

function readerFor(index: CodeIndex): WordReader {
  return {
    splits: gluedWords,
    kindOf: word =>
      (markTree.next.has(word) ? marking : 0) |
      (index.names.next.has(word) ? naming : 0) |
      (mayBeCode(index, word) ? numbering : 0),
  }
}

function findMarks({ words, kinds }: Tokens): MarkHit[] {
  const found: MarkHit[] = []
  for (let at = 0; at < words.length; at++) {
    if (((kinds[at] ?? 0) & marking) === 0) continue
    for (const mark of longestPhrase(markTree, words, at)?.values ?? []) found.push({ mark, at })
  }
  return found
}

function findNames(index: CodeIndex, tokens: Tokens, marksFound: readonly MarkHit[]): Hit[] {
  const found: Hit[] = []
  const ike = marksFound.filter(({ mark }) => mark === 'ike').map(({ at }) => at)
  for (let at = 0; at < tokens.words.length; at++) {
    if (((tokens.kinds[at] ?? 0) & naming) === 0) continue
    const phrase = longestPhrase(index.names, tokens.words, at)
    if (phrase === undefined) continue
    const codes = phrase.values.filter(name => isWritten(name, phrase, tokens, ike)).map(({ code }) => code)
    if (codes.length === 0) continue
    found.push({ codes, at })
    at = phrase.to - 1
  }
  return found
}

/** Is this spelling meant as a name? Symbols need their underscores, ordinary words a scene of IKE. */
function isWritten(name: Name, phrase: Found<Name>, tokens: Tokens, ike: readonly number[]): boolean {
  if (name.how === 'sentence') return true
  const written = tokens.text.slice(tokens.starts[phrase.from] ?? 0, endOf(tokens, phrase.to - 1))
  const inNotify = /\bN\($/.test(tokens.text.slice(0, tokens.starts[phrase.from]).slice(-3))
  if (phrase.to - phrase.from === 1) return inNotify
  if (/^[a-z0-9]+(?:_[a-z0-9]+)+$/i.test(written)) return true
  if (name.how === 'symbol') return false
  if (!/^[a-z0-9]+(?:[ _-]{1,2}[a-z0-9]+)*$/i.test(written)) return false
  return !name.code.ordinary || inNotify || closeTo(ike, phrase)
}

/** Within a dozen words; `positions` rise, so the search halves them. */
function closeTo(positions: readonly number[], { from, to }: Found<unknown>): boolean {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((positions[middle] ?? 0) < from - 12) low = middle + 1
    else high = middle
  }
  return (positions[low] ?? Number.POSITIVE_INFINITY) <= to + 12
}
