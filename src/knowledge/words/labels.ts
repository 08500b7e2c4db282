/** A button's label typed instead of pressed. */

import type { Like } from '../article.ts'
import { oneEdit } from '../distance.ts'
import { fold } from '../fold.ts'
import { clausesOf, wordsOf } from './split.ts'
import type { Open } from './weigh.ts'

/** The one open choice whose label these words are. */
export function labelled(open: readonly Open[], words: readonly string[]): string | undefined {
  const typed = words.join(' ')
  const matching = open.filter(({ label }) => isSame(typed, wordsOf(fold(label)).join(' ')))
  return matching.length === 1 ? matching[0]?.id : undefined
}

/** The same for one clause of a longer message; a label of one word ("No") is too small to count there. */
export function labelledInPart(
  open: readonly Open[],
  clauses: readonly (readonly string[])[],
): string | undefined {
  const found = clauses.filter(words => words.length > 1).map(words => labelled(open, words))
  return found.find(id => id !== undefined)
}

function isSame(typed: string, label: string): boolean {
  if (typed === '' || label === '') return false
  return typed === label || (label.length >= 5 && oneEdit(typed, label))
}

/** Words of one language that turn or accompany others; see files.ts. */
export interface SmallWords {
  readonly negations: ReadonlySet<string>
  readonly particles: ReadonlySet<string>
}

/** More words than these tell something else as well. */
const mostAround = 8

/** The one answer of which something that people type instead stands in these words: "well, about every ten minutes". */
export function typedInstead(
  open: readonly Open[],
  words: readonly string[],
  { negations }: SmallWords,
): string | undefined {
  if (words.length > mostAround) return undefined
  const said = ` ${words.join(' ')} `
  const denied = (rest: string) => rest.split(' ').some(word => negations.has(word))
  const holds = (phrase: string) => {
    const own = ` ${wordsOf(fold(phrase)).join(' ')} `
    return said.includes(own) && !denied(said.replace(own, ' '))
  }
  const meant = open.filter(({ typed = [] }) => typed.some(holds))
  return meant.length === 1 ? meant[0]?.id : undefined
}

/** `turned`: by the words of another answer and a negation. */
export interface Named {
  readonly choice: string
  readonly turned?: true
}

/** More words than these are a sentence of its own. */
const mostTelling = 3

/**
 * The answer of a question whose label shares the utterance's words: "is different" presses "No, different", and "not
 * the same" does so when the other answer is "Yes, the same". Every word must be in the label or say nothing, and a
 * yes or no at the head must not contradict the rest.
 */
export function labelledByWords(
  open: readonly Open[],
  words: readonly string[],
  small: SmallWords,
): Named | undefined {
  const answers = open.filter(({ id }) => id.startsWith('answer:')).map(readLabel)
  const head = answers.find(answer => answer.head !== undefined && answer.head === words[0])
  const rest = head ? words.slice(1) : words
  const telling = rest.filter(word => !small.negations.has(word) && !small.particles.has(word))
  if (telling.length === 0 || telling.length > mostTelling) return undefined
  const [only, ...more] = answers.filter(({ body }) =>
    telling.every(word => body.some(own => !small.negations.has(own) && isSameWord(word, own))),
  )
  if (only === undefined || more.length > 0) return undefined
  const denied = (row: readonly string[]) => row.some(word => small.negations.has(word))
  const turned = denied(rest) !== denied(only.body)
  const meant = turned ? opposite(only, answers) : only.id
  if (meant === undefined || (head !== undefined && head.id !== meant)) return undefined
  return turned && head === undefined ? { choice: meant, turned } : { choice: meant }
}

interface Answer {
  readonly id: string
  /** "No" of "No, different". */
  readonly head?: string | undefined
  readonly body: readonly string[]
  readonly like?: Like | undefined
}

function readLabel({ id, label, like }: Open): Answer {
  const [first = [], ...others] = clausesOf(label)
  const headed = others.length > 0 && first.length === 1
  return {
    id,
    body: headed ? others.flat() : [first, ...others].flat(),
    like,
    head: headed ? first[0] : undefined,
  }
}

function isSameWord(typed: string, own: string): boolean {
  return typed === own || (own.length >= 5 && oneEdit(typed, own))
}

const opposites: Readonly<Record<Like, Like>> = { yes: 'no', no: 'yes', works: 'fails', fails: 'works' }

function opposite({ like }: Answer, answers: readonly Answer[]): string | undefined {
  return like && answers.find(answer => answer.like === opposites[like])?.id
}
