/** When a sentence that speaks of something does not ask for it: it forbids, or it only says what is. */
import type { Language } from '../article.ts'
import { type ByLanguage, type Phrasebook, phrasebook } from './word-lists.ts'

export interface ExcuseWords {
  readonly negations: ByLanguage
  readonly only: ByLanguage
  readonly joins: ByLanguage
  readonly conditions: ByLanguage
}

/** `sentence` is folded; `at` is where in it the thing is spoken of. */
export type Excuses = (sentence: string, at: number, language: Language) => boolean

/**
 * A negation in the same part of the sentence forbids; one in a part before does when this part goes on with its
 * list ("do not stop, disable or delete it"), but not when it only states a condition ("if it does not help, …").
 */
export function forbidsIn({ negations, joins, conditions }: ExcuseWords): Excuses {
  const [no, join, condition] = [phrasebook(negations), phrasebook(joins), phrasebook(conditions)]
  return (sentence, at, language) => {
    const says = (book: Phrasebook, part: string) => book.find(part, language) !== undefined
    const parts = partsUpTo(sentence, at)
    const [own = '', ...before] = parts.toReversed()
    const rest = sentence.split(',').slice(parts.length)
    if (says(no, own) && !says(condition, own)) return true
    const start = before.find(part => says(no, part))
    const listed = says(join, own) || says(join, (rest[0] ?? '').trim().split(' ')[0] ?? '')
    return listed && start !== undefined && !says(condition, start)
  }
}

/** A sentence that says what is possible "with administrator's rights only" asks for nothing either. */
export function statesIn({ only }: ExcuseWords, forbids: Excuses): Excuses {
  const limit = phrasebook(only)
  return (sentence, at, language) => {
    const part = partsUpTo(sentence, at).at(-1) ?? ''
    return forbids(sentence, at, language) || limit.find(part, language) !== undefined
  }
}

/** The parts between commas up to the one that holds the position, that one whole. */
function partsUpTo(sentence: string, at: number): readonly string[] {
  const end = sentence.indexOf(',', at)
  return sentence.slice(0, end === -1 ? undefined : end).split(',')
}
