/**
 * The small words of a conversation: requests that are open at every point, answers, and the naming of a choice.
 *
 * They stand in locales/<language>/words.json, one list of patterns for each meaning:
 *
 *   "person": ["[ich] (möchte|will) mit (jemandem|einem menschen) (sprechen|reden)"]
 *
 *   (a|b c)      one of these            {language}   the name of a language, from "languages"
 *   [a|b]        one of these or none    {number}     a choice's digit or word, from "numbers"; {digit} only the digit
 *   #            any number              {nth}        "second", from "ordinals"
 *
 * Write patterns as people speak; capitals, accents and marks do not matter ("möchte" also matches "mochte" and
 * "moechte", "don't" also "dont"), and words of five letters may have one wrong letter. `fillers` (please, now, just)
 * are ignored on both sides. `joins` (and, but) part clauses, `conditions` (if) make a request hypothetical,
 * `acknowledge` (ok, done) agrees to a question of yes or no and otherwise says nothing.
 *
 * A pattern matches the WHOLE utterance, or several patterns in a row do: "the human resources portal is slow" asks
 * for no one. Only a clear request (a person, another language, start over, a restart) also counts as a clause of its
 * own in a longer message, and an answer as its last clause.
 */
import { AppError } from '../errors.ts'
import type { Language } from './article.ts'
import { isConditional, readClauses } from './words/clauses.ts'
import { checkWords } from './words/files.ts'
import { labelled, labelledByWords, labelledInPart, typedInstead } from './words/labels.ts'
import { clausesOf } from './words/split.ts'
import { type Vocabulary, vocabularyOf } from './words/vocabulary.ts'
import { acknowledged, type Open, type Said, weigh } from './words/weigh.ts'

/** All languages; each is compiled when it is first needed. */
export type Words = ReadonlyMap<Language, () => Vocabulary>

export interface UtteranceContext {
  /** The conversation's language; it is tried first, then all others, because people mix. */
  readonly language: Language
  /** The open buttons in the order in which they are shown. */
  readonly open?: readonly Open[]
}

/** Longer texts are descriptions and logs. */
const longest = 2000

/** Checks the words.json of each language. Throws AppError('content') with file and key of every problem. */
export function compileWords(files: Readonly<Record<Language, unknown>>): Words {
  const problems: string[] = []
  const compiled = Object.entries(files).flatMap(([language, json]) => {
    const file = `locales/${language}/words.json`
    const words = checkWords(json, file, problems)
    return words ? [[language, vocabularyOf(words, file, problems)] as const] : []
  })
  if (problems.length > 0) throw new AppError('content', `Words cannot be used: ${problems[0]}`, { problems })
  return new Map(compiled)
}

/** What the utterance asks or answers; empty when it is neither. A choice stands alone: it is as good as pressed. */
export function readUtterance(words: Words, text: string, context: UtteranceContext): Said {
  const open = context.open ?? []
  if (text.length > longest) return {}
  const clauses = clausesOf(text)
  if (clauses.length === 0) return /[\p{L}\p{N}]/u.test(text) ? {} : wordless(text, open)
  const pressed = labelled(open, clauses.flat())
  if (pressed !== undefined) return { choice: pressed }
  const tried = inOrder(words, context.language)
  const meant = tried[0] && labelledByWords(open, clauses.flat(), tried[0])
  if (meant !== undefined) return meant
  const tone = {
    question: /[?？]\W*$/.test(text),
    conditional: () => isConditional(tried, clauses),
    // "Sì, funziona" is no French "si".
    conditionalHere: () => isConditional(tried.slice(0, 1), clauses),
  }
  const said = weigh(readClauses(tried, clauses), open, tone)
  const choice = said.interrupt === undefined ? labelledInPart(open, clauses) : undefined
  if (choice !== undefined) return { choice }
  if (said.interrupt ?? said.answer ?? said.choice) return said
  const instead = tried[0] && typedInstead(open, clauses.flat(), tried[0])
  return instead === undefined ? said : { choice: instead }
}

/** Nothing but signs: a thumb answers a question of yes or no, everything else is noise. */
function wordless(text: string, open: readonly Open[]): Said {
  const asked = acknowledged(open) !== undefined
  if (asked && /[👍👌✅✔☑🆗💯]/u.test(text)) return { answer: 'yes' }
  if (asked && /[👎❌✖🚫]/u.test(text)) return { answer: 'no' }
  return { interrupt: 'noise' }
}

function inOrder(words: Words, first: Language): readonly Vocabulary[] {
  const own = words.get(first)
  const others = [...words.values()].filter(vocabulary => vocabulary !== own)
  return (own ? [own, ...others] : others).map(vocabulary => vocabulary())
}
