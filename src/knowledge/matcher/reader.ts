/** From a text to its repaired words and its vector. */

import { hashWord } from '../features.ts'
import { repair, type Spelling } from '../spelling.ts'
import { functionWords, isCode, wordsOf } from '../text.ts'
import { find } from './hash-table.ts'
import { createWeigher, type Vector, type Vocabulary, type Weigher } from './vocabulary.ts'

export interface Reader {
  readonly spelling: Spelling
  readonly vocabulary: Vocabulary
  readonly weigher: Weigher
}

/** A text as the matcher reads it. `vector` is valid until the next text is read. */
export interface Reading {
  readonly vector: Vector
  readonly words: number
  /** Shares, 0 to 1, of what the text is about: words that no phrase has, and words that only a repair made known. */
  readonly strange: number
  readonly repaired: number
}

/** What a log says beyond this changes nothing. */
const mostWords = 300
/** Words like "my" and "is" tell little about whether a text is ours. */
const functionWordWeight = 0.2

export function createReader(spelling: Spelling, vocabulary: Vocabulary): Reader {
  return { spelling, vocabulary, weigher: createWeigher(vocabulary) }
}

export function read(reader: Reader, text: string): Reading {
  return readWords(reader, wordsOf(text).slice(0, mostWords))
}

/** `typed` is overwritten by the repaired words. */
export function readWords(reader: Reader, typed: string[]): Reading {
  let total = 0
  let strange = 0
  let repaired = 0
  for (let i = 0; i < typed.length; i++) {
    const word = typed[i] ?? ''
    const isKnown = reader.spelling.index.has(word)
    if (isKnown) {
      total += weightOf(reader, word)
      continue
    }
    if (isCode(word)) continue
    const common = functionWords.has(word)
    const spelled = common ? word : repair(reader.spelling, word)
    const weight = common ? functionWordWeight : 1
    total += weight
    if (spelled === word) strange += weight
    else repaired += weight
    typed[i] = spelled
  }
  const share = total > 0 ? 1 / total : 0
  return {
    vector: reader.weigher.weigh(typed),
    words: typed.length,
    strange: strange * share,
    repaired: repaired * share,
  }
}

/** Rare words of the phrases weigh as much as unknown ones. */
function weightOf({ vocabulary }: Reader, word: string): number {
  const number = find(vocabulary.table, hashWord(word))
  const rarity = number < 0 ? 1 : (vocabulary.idf[number] ?? 0) / vocabulary.rarest
  return functionWords.has(word) ? rarity * functionWordWeight : rarity
}
