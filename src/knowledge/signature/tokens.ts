/** A text as a row of words and numbers, with what stands between them. */
import { clean } from '../fold.ts'

export interface Tokens {
  /** The clean text in its own case; positions below refer to it. */
  readonly text: string
  /** Each word or number in lower case. */
  readonly words: readonly string[]
  readonly starts: ArrayLike<number>
  /** What the reader's `kindOf` says of each word. */
  readonly kinds: ArrayLike<number>
}

/** How the words of a text are read. */
export interface WordReader {
  /** Words that people write together with their number ("fehler809"). */
  readonly splits: ReadonlySet<string>
  /** Bits, 0 to 255, that tell what a word may be; asked once for words that a text repeats. */
  readonly kindOf: (word: string) => number
}

const glued = /^([a-z]{3,14})([0-9]{3,5})$/
const gluedBehind = /^([0-9]{3,5})([a-z]{2,14})$/

/** Linear in the length of the text. */
export function tokenise(text: string, reader: WordReader): Tokens {
  const visible = clean(text)
  const lower = visible.toLowerCase()
  // A few letters grow when lowered; then positions only fit the lowered text.
  const tokens = emptyTokens(lower.length === visible.length ? visible : lower)
  const recent: Recent = { words: [], kinds: [] }
  // By hand: a pasted log has a quarter of a million words, and a regular expression takes three times as long.
  for (let at = 0; at < lower.length; ) {
    const script = scripts[lower.charCodeAt(at)] ?? 0
    const from = at++
    if (script === 0) continue
    let hash = lower.charCodeAt(from)
    for (; at < lower.length; at++) {
      const code = lower.charCodeAt(at)
      if (scripts[code] !== script) break
      hash = (Math.imul(hash, 31) + code) | 0
    }
    read(tokens, reader, recent, lower, from, at, hash)
  }
  const { length } = tokens.words
  return { ...tokens, starts: tokens.starts.subarray(0, length), kinds: tokens.kinds.subarray(0, length) }
}

/** By UTF-16 unit; 1: a letter or digit of ASCII, 2: Hangul, 0: anything between. */
const scripts = new Uint8Array(0x10000)
scripts.fill(1, 0x30, 0x3a)
scripts.fill(1, 0x61, 0x7b)
scripts.fill(2, 0xac00, 0xd7a4)

interface Growing extends Tokens {
  readonly words: string[]
  starts: Uint32Array
  kinds: Uint8Array
}

function emptyTokens(text: string): Growing {
  const expected = 16 + (text.length >> 2)
  return { text, words: [], starts: new Uint32Array(expected), kinds: new Uint8Array(expected) }
}

/** The last word of each place, and its kind. */
interface Recent {
  readonly words: string[]
  readonly kinds: number[]
}

const places = 1 << 12
/** Kind of a word that is to be cut in two. */
const twoWords = -1

function read(
  tokens: Growing,
  reader: WordReader,
  recent: Recent,
  text: string,
  from: number,
  to: number,
  hash: number,
): void {
  const place = placeOf(reader, recent, text, from, to, hash)
  const word = recent.words[place] ?? ''
  const kind = recent.kinds[place] ?? 0
  if (kind === twoWords) addBoth(tokens, reader, word, from)
  else add(tokens, word, from, kind)
}

/** The same word of a log is one string: made and looked at once. */
function placeOf(
  { splits, kindOf }: WordReader,
  { words, kinds }: Recent,
  text: string,
  from: number,
  to: number,
  hash: number,
): number {
  const place = (hash ^ (hash >>> 13)) & (places - 1)
  const kept = words[place]
  if (kept !== undefined && kept.length === to - from && text.startsWith(kept, from)) return place
  const word = text.slice(from, to)
  words[place] = word
  kinds[place] = cutOf(word, splits) > 0 ? twoWords : kindOf(word)
  return place
}

function addBoth(tokens: Growing, { splits, kindOf }: WordReader, word: string, from: number): void {
  const cut = cutOf(word, splits)
  add(tokens, word.slice(0, cut), from, kindOf(word.slice(0, cut)))
  add(tokens, word.slice(cut), from + cut, kindOf(word.slice(cut)))
}

/** What stands between token i and the one after it. */
export function gapAfter(tokens: Tokens, i: number): string {
  return tokens.text.slice(endOf(tokens, i), tokens.starts[i + 1] ?? tokens.text.length)
}
/** Position behind word i; 0 before the first. */
export function endOf({ words, starts }: Tokens, i: number): number {
  return (starts[i] ?? 0) + (words[i]?.length ?? 0)
}

function cutOf(word: string, splits: ReadonlySet<string>): number {
  if (word.length < 5 || word.length > 19 || isDigit(word, 0) === isDigit(word, word.length - 1)) return 0
  const before = glued.exec(word)?.[1]
  if (before !== undefined) return splits.has(before) ? before.length : 0
  const [, number = '', behind = ''] = gluedBehind.exec(word) ?? []
  return splits.has(behind) ? number.length : 0
}

function isDigit(word: string, at: number): boolean {
  const code = word.charCodeAt(at)
  return code >= 0x30 && code <= 0x39
}

function add(tokens: Growing, word: string, at: number, kind: number): void {
  const { length } = tokens.words
  if (length === tokens.starts.length) grow(tokens)
  tokens.starts[length] = at
  tokens.kinds[length] = kind
  tokens.words.push(word)
}

function grow(tokens: Growing): void {
  const { starts, kinds } = tokens
  tokens.starts = new Uint32Array(starts.length * 2)
  tokens.starts.set(starts)
  tokens.kinds = new Uint8Array(kinds.length * 2)
  tokens.kinds.set(kinds)
}
