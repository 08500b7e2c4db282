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
        return merged(spellings(piece.word).map(words => beforeWords(words, rest)))
      case 'slot':
        return merged(slotPhrases(piece.name).map(phrase => before(phrase, rest)))
      case 'choice':
        return merged(piece.of.map(sequence => before(sequence, rest)))
    }
  }

  function slotPhrases(name: string): readonly Sequence[] {
    const phrases = slots[name]
    if (phrases === undefined) throw new Error(`has an unknown slot {${name}}`)
    return phrases.map(phrase => phrase.split(' ').map(word => ({ kind: 'word', word }) as const))
  }

  function beforeWords(words: readonly string[], rest: State<T>): State<T> {
    return words.reduceRight((then, word) => ({ next: new Map([[word, [then]]]), ends: [] }), rest)
  }
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
  const found: Ending<T>[] = []
  const reached = new Map<number, ReadonlySet<State<T>>>([[from, new Set([start])]])
  for (let at = from; at <= words.length && reached.size > 0; at++) {
    const states = reached.get(at)
    if (states === undefined) continue
    reached.delete(at)
    const means = new Set([...states].flatMap(({ ends }) => ends))
    if (means.size > 0) found.push({ to: at, means: [...means] })
    arrive(reached, at + 1, step(states, words[at]))
    const skip = skips.get(at)
    if (skip !== undefined && at > from) arrive(reached, skip, states)
  }
  return found
}

const noSkips: ReadonlyMap<number, number> = new Map()

function arrive<T>(
  reached: Map<number, ReadonlySet<State<T>>>,
  at: number,
  states: ReadonlySet<State<T>>,
): void {
  if (states.size > 0) reached.set(at, new Set([...(reached.get(at) ?? []), ...states]))
}

function step<T>(states: ReadonlySet<State<T>>, word: string | undefined): ReadonlySet<State<T>> {
  const reached = new Set<State<T>>()
  if (word === undefined) return reached
  const number = /^[0-9]+$/.test(word)
  for (const { next } of states) {
    for (const state of next.get(word) ?? []) reached.add(state)
    if (number) for (const state of next.get('#') ?? []) reached.add(state)
  }
  return reached
}
