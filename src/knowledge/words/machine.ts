/** Patterns compiled to a graph: each state leads on by words, and may end phrases. */
import { fold } from '../fold.ts'
import type { Piece, Sequence } from './grammar.ts'
import { syllables, wordsOf } from './split.ts'

export interface State<T> {
  readonly next: ReadonlyMap<string, readonly State<T>[]>
  readonly ends: readonly T[]
}

/** What a slot stands for: the phrases of one value. */
export type Slots = Readonly<Record<string, readonly string[]>>

/** A state from which `sequence` leads to the end of a phrase that means `meaning`. */
export function compile<T>(sequence: Sequence, meaning: T, slots: Slots): State<T> {
  const end: State<T> = { next: new Map(), ends: [meaning] }
  return before(sequence, end)

  /** The state from which the sequence leads to `rest`; built from the back, so that tails are shared. */
  function before(pieces: Sequence, rest: State<T>): State<T> {
    return pieces.reduceRight((then, piece) => beforePiece(piece, then), rest)
  }

  function beforePiece(piece: Piece, rest: State<T>): State<T> {
    switch (piece.kind) {
      case 'word':
        return along(spellings(piece.word), rest)
      case 'slot':
        return along(slotRows(piece.name), rest)
      case 'choice':
        return beforeChoice(piece.of, rest)
    }
  }

  /** Most alternatives are single words; a state for each of them would be a state too many. */
  function beforeChoice(of: readonly Sequence[], rest: State<T>): State<T> {
    const rows = of.flatMap(sequence => (isPlain(sequence) ? rowsOf(sequence) : []))
    const others = of.filter(sequence => !isPlain(sequence)).map(sequence => before(sequence, rest))
    return rows.length > 0 ? merged([along(rows, rest), ...others]) : merged(others)
  }

  function slotRows(name: string): readonly Row[] {
    const phrases = slots[name]
    if (phrases === undefined) throw new Error(`has an unknown slot {${name}}`)
    return rowsOfSlot(phrases)
  }
}

/** A row of words as they are matched. */
type Row = readonly string[]

function isPlain(sequence: Sequence): boolean {
  return sequence.length > 0 && sequence.every(({ kind }) => kind === 'word')
}

function rowsOf(sequence: Sequence): readonly Row[] {
  let rows: readonly Row[] = [[]]
  for (const piece of sequence)
    if (piece.kind === 'word')
      rows = rows.flatMap(row => spellings(piece.word).map(words => [...row, ...words]))
  return rows
}

/** A set of words stands in many patterns. */
const slotsRead = new WeakMap<readonly string[], readonly Row[]>()

function rowsOfSlot(phrases: readonly string[]): readonly Row[] {
  const known = slotsRead.get(phrases)
  if (known) return known
  const rows = phrases.flatMap(phrase =>
    rowsOf(phrase.split(' ').map(word => ({ kind: 'word', word }) as const)),
  )
  slotsRead.set(phrases, rows)
  return rows
}

interface Growing<T> {
  readonly next: Map<string, State<T>[]>
  readonly ends: readonly T[]
}

/** One state from which each of the rows leads to `rest`. */
function along<T>(rows: readonly Row[], rest: State<T>): State<T> {
  const start: Growing<T> = { next: new Map(), ends: [] }
  for (const row of rows) {
    let state = start
    for (const word of row.slice(0, -1)) {
      const further: Growing<T> = { next: new Map(), ends: [] }
      add(state, word, further)
      state = further
    }
    add(state, row.at(-1) ?? '', rest)
  }
  return start
}

function add<T>(state: Growing<T>, word: string, to: State<T>): void {
  const known = state.next.get(word)
  if (known) {
    if (!known.includes(to)) known.push(to)
  } else state.next.set(word, [to])
}

/** One state that leads wherever any of these does. */
export function merged<T>(states: readonly State<T>[]): State<T> {
  const [only, ...others] = states
  if (only !== undefined && others.length === 0) return only
  const next = new Map<string, State<T>[]>()
  for (const state of states)
    for (const [word, to] of state.next) {
      const known = next.get(word)
      if (known) known.push(...to)
      else next.set(word, [...to])
    }
  return { next, ends: [...new Set(states.flatMap(({ ends }) => ends))] }
}

/** The few thousand words of the patterns come back again and again. */
const spelt = new Map<string, readonly (readonly string[])[]>()

/** How one word of a pattern may be typed: "don't" as "dont", "möchte" as "moechte". */
function spellings(word: string): readonly (readonly string[])[] {
  const known = spelt.get(word) ?? allSpellings(word)
  spelt.set(word, known)
  return known
}

function allSpellings(word: string): readonly (readonly string[])[] {
  const joined = word.replace(/['’]/g, '')
  const forms = [word, joined, umlautsWritten(word), umlautsWritten(joined)]
  return [...new Set(forms.map(form => syllables(wordsOf(fold(form))).join(' ')))].map(form =>
    form.split(' '),
  )
}

function umlautsWritten(word: string): string {
  return word.replace(/[äöüÄÖÜ]/g, letter => `${fold(letter)}e`)
}

/** A phrase that was found. */
export interface Ending<T> {
  /** Index of the word behind it. */
  readonly to: number
  readonly means: readonly T[]
}

/** Every place where a phrase from `from` ends. `skips` are words that may be passed over, by their end. */
export function phrasesFrom<T>(
  start: State<T>,
  words: readonly string[],
  from: number,
  skips: ReadonlyMap<number, number> = noSkips,
): readonly Ending<T>[] {
  if (start.ends.length === 0 && !leadsOn(start, words[from])) return []
  const found: Ending<T>[] = []
  const reached = new Map<number, Set<State<T>>>([[from, new Set([start])]])
  for (let at = from; at <= words.length && reached.size > 0; at++) {
    const states = reached.get(at)
    if (states === undefined) continue
    reached.delete(at)
    const means = endsOf(states)
    if (means.length > 0) found.push({ to: at, means })
    arrive(reached, at + 1, step(states, words[at]))
    const skip = skips.get(at)
    if (skip !== undefined && at > from) arrive(reached, skip, states)
  }
  return found
}

/** False at most places of a text: nothing begins there. */
function leadsOn<T>({ next }: State<T>, word: string | undefined): boolean {
  return word !== undefined && (next.has(word) || (next.has('#') && isNumber(word)))
}

function isNumber(word: string): boolean {
  return /^[0-9]+$/.test(word)
}

const noSkips: ReadonlyMap<number, number> = new Map()

/** Most states end nothing. */
function endsOf<T>(states: ReadonlySet<State<T>>): readonly T[] {
  const ends: T[] = []
  for (const state of states) for (const end of state.ends) if (!ends.includes(end)) ends.push(end)
  return ends
}

function arrive<T>(reached: Map<number, Set<State<T>>>, at: number, states: ReadonlySet<State<T>>): void {
  if (states.size === 0) return
  const there = reached.get(at)
  if (there) for (const state of states) there.add(state)
  else reached.set(at, new Set(states))
}

function step<T>(states: ReadonlySet<State<T>>, word: string | undefined): ReadonlySet<State<T>> {
  const reached = new Set<State<T>>()
  if (word === undefined) return reached
  const number = isNumber(word)
  for (const { next } of states) {
    const on = next.get(word)
    if (on) for (const state of on) reached.add(state)
    const byNumber = number ? next.get('#') : undefined
    if (byNumber) for (const state of byNumber) reached.add(state)
  }
  return reached
}
