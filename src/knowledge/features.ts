/**
 * What the matcher sees of a text: hashes of its words, of word pairs, and of the character 2- to 4-grams inside
 * word boundaries. Hashes instead of strings keep the model small and the reading fast; of 100,000 different
 * features about one pair shares a 32-bit hash.
 *
 *   words       vpn | ^vpn  vpn+geht  geht+nicht  vpn..nicht  nicht$
 *   characters  " v" "vp" "pn" "n " " vp" "vpn" "pn " " vpn" "vpn " …
 */

/** Reused for every text; `hashes` holds first the words, from `split` on the characters. */
export interface Features {
  readonly hashes: Uint32Array
  split: number
  length: number
}

const capacity = 1 << 15
const shortestGram = 2
const longestGram = 4

/** One seed for each kind, so that the word `vp` is not the bigram `vp`. */
const kinds = { word: 1, pair: 2, skip: 3, first: 4, last: 5, gram: 16 } as const

export function createFeatures(): Features {
  return { hashes: new Uint32Array(capacity), split: 0, length: 0 }
}

/** Writes the features of these words. Deterministic on every machine. */
export function readFeatures(words: readonly string[], into: Features): void {
  into.length = 0
  readWords(words, into)
  into.split = into.length
  for (const word of words) readGrams(word, into)
}

/** The hash under which a single word is counted. */
export function hashWord(word: string): number {
  return finish(hashLetters(start(kinds.word), word))
}

function readWords(words: readonly string[], into: Features): void {
  const last = words.length - 1
  for (let i = 0; i <= last; i++) {
    const word = words[i] ?? ''
    put(into, hashWord(word))
    if (i > 0) put(into, hashPair(kinds.pair, words[i - 1] ?? '', word))
    if (i > 1) put(into, hashPair(kinds.skip, words[i - 2] ?? '', word))
    if (i === 0) put(into, finish(hashLetters(start(kinds.first), word)))
    if (i === last) put(into, finish(hashLetters(start(kinds.last), word)))
  }
}

function hashPair(kind: number, a: string, b: string): number {
  return finish(hashLetters(step(hashLetters(start(kind), a), 32), b))
}

/** Grams of a word between its boundaries; each start is walked once for all lengths. */
function readGrams(word: string, into: Features): void {
  const padded = word.length + 2
  for (let from = 0; from + shortestGram <= padded; from++) {
    let hash = start(kinds.gram)
    const longest = Math.min(longestGram, padded - from)
    for (let n = 1; n <= longest; n++) {
      hash = step(hash, letterAt(word, from + n - 1))
      if (n >= shortestGram) put(into, finish(hash ^ n))
    }
  }
}

/** Position 0 and the one after the last letter are boundaries. */
function letterAt(word: string, position: number): number {
  return position === 0 || position > word.length ? 32 : word.charCodeAt(position - 1)
}

function put(into: Features, hash: number): void {
  if (into.length < capacity) into.hashes[into.length++] = hash
}

function hashLetters(hash: number, letters: string): number {
  let h = hash
  for (let i = 0; i < letters.length; i++) h = step(h, letters.charCodeAt(i))
  return h
}

/** FNV-1a, 32 bits, over UTF-16 units. */
function start(kind: number): number {
  return step(0x811c9dc5, kind)
}

function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** The finisher of MurmurHash3 spreads FNV's weak low bits; 0 is kept free for "empty" in hash tables. */
function finish(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0 || 1
}
