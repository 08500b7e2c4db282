/**
 * Fixed texts without which a secret cannot be there. All of them are looked for in one pass (Aho and Corasick), so
 * that a log without any of them is done with, however many forms of secrets are known.
 */
import { textsOf } from './clue-texts.ts'

/** Where a clue was seen. */
export interface Seen {
  readonly start: number
  /** Behind its last character; absent where only its beginning was compared. */
  readonly end?: number
}

/** Longer texts are told by their beginning, which keeps the table small. */
const longest = 10

export interface Clues {
  /** By UTF-16 unit; 0 for characters that no clue has. */
  readonly classes: Uint16Array
  readonly width: number
  /** The state after state s and a character of class c: next[s * width + c]. */
  readonly next: Uint16Array
  /** By state: does any clue end there? */
  readonly isEnd: Uint8Array
  /** By state: the clues that end there. */
  readonly ends: readonly (readonly Ending[])[]
}

interface Ending {
  readonly clue: number
  readonly length: number
  readonly isWhole: boolean
}

/**
 * Each clue is an expression of letters, `x?`, `[xyz]` and `(?:a|b)`, and stands for all texts that it matches, in
 * small or capital letters. An empty one is never seen.
 */
export function compileClues(expressions: readonly string[]): Clues {
  const beginnings = expressions.map(expression => beginningsOf(expression))
  const classes = classesOf(beginnings.flatMap(texts => [...texts.keys()]))
  const width = classes.reduce((highest, c) => Math.max(highest, c), 0) + 1
  const children: number[][] = [[]]
  const ends: Ending[][] = [[]]
  for (const [clue, texts] of beginnings.entries())
    for (const [text, isWhole] of texts)
      ends[addText(text, classes, children, ends)]?.push({ clue, length: text.length, isWhole })
  const next = linked(children, ends, width)
  return { classes, width, next, ends, isEnd: Uint8Array.from(ends, ({ length }) => Math.min(1, length)) }
}

/** By clue, in the order of the text. Linear in the length of the text and the number of clues in it. */
export function findClues(clues: Clues, text: string): readonly (readonly Seen[])[] {
  const { classes, width, next, ends, isEnd } = clues
  const found: Seen[][] = []
  let state = 0
  for (let at = 0; at < text.length; at++) {
    state = next[state * width + (classes[text.charCodeAt(at)] ?? 0)] ?? 0
    if (isEnd[state] === 0) continue
    for (const { clue, length, isWhole } of ends[state] ?? []) {
      found[clue] ??= []
      found[clue].push({ start: at + 1 - length, ...(isWhole && { end: at + 1 }) })
    }
  }
  return found
}

/** The texts in small letters, cut off, and whether that is the whole text of all that begin so. */
function beginningsOf(expression: string): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>()
  for (const text of expression === '' ? [] : textsOf(expression)) {
    const beginning = text.slice(0, longest).toLowerCase()
    found.set(beginning, text.length <= longest && (found.get(beginning) ?? true))
  }
  return found
}

/** The long s and the sign for kelvin are letters to an expression that ignores case. */
const alsoLetters: Readonly<Record<string, string>> = { s: 'ſ', k: '\u212a', ß: 'ẞ' }

function classesOf(texts: readonly string[]): Uint16Array {
  const classes = new Uint16Array(0x10000)
  let count = 0
  for (const letter of new Set(texts.join(''))) {
    count++
    for (const form of [letter, letter.toUpperCase(), alsoLetters[letter] ?? letter])
      if (form.length === 1) classes[form.charCodeAt(0)] = count
  }
  return classes
}

/** The state at the end of the text; makes those that are missing. */
function addText(text: string, classes: Uint16Array, children: number[][], ends: Ending[][]): number {
  let state = 0
  for (let i = 0; i < text.length; i++) {
    const line = children[state] ?? []
    const letter = classes[text.charCodeAt(i)] ?? 0
    line[letter] ??= children.push([]) - 1
    state = line[letter]
    if (state === ends.length) ends.push([])
  }
  return state
}

/** Breadth first: where a text goes on nowhere, its longest end that begins another one does. */
function linked(children: readonly (readonly number[])[], ends: Ending[][], width: number): Uint16Array {
  const next = new Uint16Array(children.length * width)
  const fallback = new Uint16Array(children.length)
  const queue = [0]
  for (const state of queue) {
    const back = fallback[state] ?? 0
    if (state !== 0) ends[state]?.push(...(ends[back] ?? []))
    for (let letter = 0; letter < width; letter++) {
      const child = children[state]?.[letter]
      const elsewhere = state === 0 ? 0 : (next[back * width + letter] ?? 0)
      next[state * width + letter] = child ?? elsewhere
      if (child === undefined) continue
      fallback[child] = elsewhere
      queue.push(child)
    }
  }
  return next
}
