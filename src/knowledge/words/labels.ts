/** A button's label typed instead of pressed. */

import { oneEdit } from '../distance.ts'
import { fold } from '../fold.ts'
import { wordsOf } from './split.ts'
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
