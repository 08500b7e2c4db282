/**
 * What an employee tells in passing: where they are, since when, who else is affected, what they have tried.
 *
 * The phrases stand in locales/<language>/facts.json, in the grammar of words.json (see words.ts), and are found
 * anywhere in a clause: longest first, whole words only, `fillers` passed over inside of a phrase, words of seven
 * letters with one wrong letter. A phrase under `ignored` hides what lies inside of it ("since when" is no "since").
 *
 * A fact that is noted wrongly annoys more than one that is missed: questions, plans and conditions tell nothing, of
 * two values that contradict each other neither is noted, and a step that is only named counts with an outcome.
 */
import { AppError } from '../errors.ts'
import type { Language } from './article.ts'
import type { Claim, Fact, Told } from './fact.ts'
import { claimsIn } from './facts/claims.ts'
import { checkFacts } from './facts/files.ts'
import { factsIn } from './facts/notes.ts'
import { scan } from './facts/scan.ts'
import { type Vocabulary, vocabularyOf } from './facts/vocabulary.ts'

/** All languages; each is compiled when it is first needed. */
export type Facts = ReadonlyMap<Language, () => Vocabulary>

/** The beginning of a longer text is the employee's, the rest is pasted. */
const longest = 600

const none: Told = { facts: [], claims: [] }

/** Checks the facts.json of each language. Throws AppError('content') with file and key of every problem. */
export function compileFacts(files: Readonly<Record<Language, unknown>>): Facts {
  const problems: string[] = []
  const compiled = Object.entries(files).flatMap(([language, json]) => {
    const vocabulary = kept(language, json) ?? compileOne(language, json, problems)
    return vocabulary ? [[language, vocabulary] as const] : []
  })
  if (problems.length > 0) throw new AppError('content', `Facts cannot be used: ${problems[0]}`, { problems })
  return new Map(compiled)
}

/** Compiling takes some ten milliseconds a language; content that is read anew mostly has the same phrases. */
const latest = new Map<Language, { readonly source: string; readonly vocabulary: () => Vocabulary }>()

function kept(language: Language, json: unknown): (() => Vocabulary) | undefined {
  const before = latest.get(language)
  return before && before.source === JSON.stringify(json) ? before.vocabulary : undefined
}

function compileOne(language: Language, json: unknown, problems: string[]): (() => Vocabulary) | undefined {
  const name = `locales/${language}/facts.json`
  const before = problems.length
  const file = checkFacts(json, name, problems)
  if (!file) return undefined
  const vocabulary = vocabularyOf(file, name, problems)
  if (problems.length === before) latest.set(language, { source: JSON.stringify(json), vocabulary })
  return vocabulary
}

/**
 * `first`: the language of the text where it is known, else of the conversation; only where it is not known, the
 * others are tried, too, when that one finds nothing.
 */
export function readFacts(facts: Facts, text: string, first: Language, known = false): Told {
  const own = facts.get(first)
  const others = known ? [] : [...facts.values()].filter(vocabulary => vocabulary !== own)
  for (const vocabulary of own ? [own, ...others] : others) {
    const told = readIn(vocabulary(), text.slice(0, longest))
    if (told.facts.length + told.claims.length > 0) return told
  }
  return none
}

function readIn(vocabulary: Vocabulary, text: string): Told {
  const clauses = scan(vocabulary, text)
  const claims = claimsIn(clauses)
  return { facts: [...factsIn(clauses), ...changedBy(claims)], claims: claims.filter(isStep) }
}

/** "I changed my password" without a word of what came of it is no step, but what has changed. */
function changedBy(claims: readonly Claim[]): Fact[] {
  return claims.some(claim => !isStep(claim)) ? [{ kind: 'changed', value: 'password' }] : []
}

function isStep({ action, outcome }: Claim): boolean {
  return action !== 'password' || outcome !== 'tried'
}
