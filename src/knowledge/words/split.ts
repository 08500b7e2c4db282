/** An utterance as words: clauses, without punctuation and emoji. */
import { fold } from '../fold.ts'

/** Punctuation that ends a clause. */
const clauseEnd = /[.,;:!?\n()"…–—/#]|\s-+\s/
const wordOrSyllable = /#|[a-z0-9]+|[가-힣]+|[\u1100-\u11ff]+/g
const stretched = /([a-z])\1{2,}/g
const stretchedJamo = /([\u1100-\u11ff])\1{2,}/g

/** The words of each clause; Hangul words are still whole. */
export function clausesOf(text: string): readonly (readonly string[])[] {
  const clauses = fold(text).split(clauseEnd).map(wordsOf)
  return clauses.filter(words => words.length > 0)
}

/** Words of one folded clause or phrase: "nooo" is "no", an apostrophe parts words. */
export function wordsOf(folded: string): readonly string[] {
  return folded.replace(stretched, '$1').replace(stretchedJamo, '$1$1').match(wordOrSyllable) ?? []
}

/** Hangul is matched syllable by syllable, because its spaces are not where the words are. */
export function syllables(words: readonly string[]): readonly string[] {
  return words.every(isWhole) ? words : words.flatMap(word => (isWhole(word) ? [word] : [...word]))
}

/** Begins with a Latin letter, a digit or #. */
function isWhole(word: string): boolean {
  return word.charCodeAt(0) < 0x80
}
