/** A text as a row of words and numbers, with what stands between them. */
import { clean } from '../fold.ts'

export interface Tokens {
  /** The clean text in its own case; positions below refer to it. */
  readonly text: string
  /** Each word or number in lower case. */
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const glued = /^([a-z]{3,14})([0-9]{3,5})$/
const gluedBehind = /^([0-9]{3,5})([a-z]{2,14})$/

/** Linear in the length of the text. `splits` are words that people write together with their number ("fehler809"). */
export function tokenise(text: string, splits: ReadonlySet<string>): Tokens {
  const visible = clean(text)
  const lower = visible.toLowerCase()
  // A few letters grow when lowered; then positions only fit the lowered text.
  const tokens = { text: lower.length === visible.length ? visible : lower, words: [], starts: [], ends: [] }
  // By hand: a pasted log has a quarter of a million words, and a regular expression takes three times as long.
  for (let at = 0; at < lower.length; ) {
    const kind = kindOf(lower.charCodeAt(at))
    const from = at++
    while (at < lower.length && kindOf(lower.charCodeAt(at)) === kind) at++
    if (kind !== 0) push(tokens, lower.slice(from, at), from, splits)
  }
  return tokens
}

/** 1: a letter or digit of ASCII, 2: Hangul, 0: anything between. */
function kindOf(code: number): 0 | 1 | 2 {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) ? 1 : 0
  return code >= 0xac00 && code <= 0xd7a3 ? 2 : 0
}

/** What stands between token i and the one after it. */
export function gapAfter({ text, starts, ends }: Tokens, i: number): string {
  return text.slice(ends[i] ?? 0, starts[i + 1] ?? text.length)
}

interface Growing {
  readonly words: string[]
  readonly starts: number[]
  readonly ends: number[]
}

function push(tokens: Growing, word: string, at: number, splits: ReadonlySet<string>): void {
  const cut = cutOf(word, splits)
  if (cut > 0) add(tokens, word.slice(0, cut), at)
  add(tokens, word.slice(cut), at + cut)
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

function add({ words, starts, ends }: Growing, word: string, at: number): void {
  words.push(word)
  starts.push(at)
  ends.push(at + word.length)
}
