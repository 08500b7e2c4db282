/** From a text to its repaired words and its vector. */

import { hashWord } from '../features.ts'
import { repair, type Spelling } from '../spelling.ts'
import { functionWords, isCode, tellingWordsOf } from '../text.ts'
import { isElsewhere } from './everyday.ts'
import { find } from './hash-table.ts'
import { createWeigher, type Vector, type Vocabulary, type Weigher } from './vocabulary.ts'

export interface Reader {
  readonly spelling: Spelling
  readonly vocabulary: Vocabulary
  readonly weigher: Weigher
  /** Words that occur as rarely as this are said in passing. */
  readonly passing: number
}

/** A text as the matcher reads it. `vector` is valid until the next text is read. */
export interface Reading {
  readonly vector: Vector
  readonly words: number
  /** Shares, 0 to 1, of what the text is about: words that no phrase has, and words that only a repair made known. */
  readonly strange: number
  readonly repaired: number
  /** Share of words that every office day has and hardly a phrase: printer, holiday. */
  readonly elsewhere: number
  /** How common the text's most common telling word is among the phrases, 0 to 1: what the topics have in common. */
  readonly familiar: number
  /** How many of the words are both telling and known, repaired ones included. */
  readonly telling: number
}

/** What a log says beyond this changes nothing. */
const mostWords = 300
/** A word of an office day that occurs as often, in so small a share of the phrases, is none of ours yet. */
const mostInPassing = 4
const passingShare = 0.01
/** Words like "my" and "is" tell little about whether a text is ours. */
const functionWordWeight = 0.2

export function createReader(spelling: Spelling, vocabulary: Vocabulary): Reader {
  const phrases = Math.expm1(vocabulary.rarest - 1)
  const passing = Math.min(mostInPassing, Math.floor(phrases * passingShare))
  return { spelling, vocabulary, weigher: createWeigher(vocabulary), passing }
}

export function read(reader: Reader, text: string): Reading {
  return readWords(reader, tellingWordsOf(text).slice(0, mostWords))
}

/** `typed` is overwritten by the repaired words. */
export function readWords(reader: Reader, typed: string[]): Reading {
  const tally = { total: 0, strange: 0, repaired: 0, elsewhere: 0, familiar: 0, telling: 0 }
  for (let i = 0; i < typed.length; i++) typed[i] = readWord(reader, typed[i] ?? '', tally)
  const share = tally.total > 0 ? 1 / tally.total : 0
  return {
    vector: reader.weigher.weigh(typed),
    words: typed.length,
    strange: tally.strange * share,
    repaired: tally.repaired * share,
    elsewhere: tally.elsewhere * share,
    familiar: tally.familiar,
    telling: tally.telling,
  }
}

interface Tally {
  total: number
  strange: number
  repaired: number
  elsewhere: number
  familiar: number
  telling: number
}

/** The word as the topics spell it. Codes stay, and being unknown says nothing of them. */
function readWord(reader: Reader, word: string, tally: Tally): string {
  const isKnown = reader.spelling.index.has(word)
  if (!isKnown && isCode(word)) return word
  if (functionWords.has(word)) {
    tally.total += functionWordWeight
    if (!isKnown) tally.strange += functionWordWeight
    return word
  }
  if (isElsewhere(word) && isSaidInPassing(reader, word)) tally.elsewhere++
  const spelled = isKnown ? word : repair(reader.spelling, word)
  const rarity = rarityOf(reader, spelled)
  const weight = isKnown ? rarity : 1
  tally.total += weight
  tally.familiar = Math.max(tally.familiar, 1 - rarity)
  if (isKnown || spelled !== word) tally.telling++
  if (spelled !== word) tally.repaired += weight
  else if (!isKnown) tally.strange += weight
  return spelled
}

/** "Since the update", in one of hundreds of phrases, does not make updates a topic. */
export function isSaidInPassing({ spelling, passing }: Reader, word: string): boolean {
  const at = spelling.index.get(word)
  return at === undefined || (spelling.counts[at] ?? 0) <= passing
}

/** How common this word is among the phrases, as typed or repaired, 0 to 1. */
export function familiarityOf(reader: Reader, word: string): number {
  return 1 - rarityOf(reader, repair(reader.spelling, word))
}

/** 0 for a word that every phrase has, 1 for one that none or a single one has. */
function rarityOf({ vocabulary }: Reader, word: string): number {
  const number = find(vocabulary.table, hashWord(word))
  return number < 0 ? 1 : (vocabulary.rarity[number] ?? 255) / 255
}
