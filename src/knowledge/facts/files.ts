/** Checks one facts.json; every problem names the file and the key. */
import { actions, factKinds } from '../fact.ts'

type Phrases = readonly string[]

export const outcomeWords = ['helped', 'works', 'no-help', 'fails'] as const
/** `works` and `fails` speak of the connection; `helped` and `no-help` of what was tried. */
export type OutcomeWord = (typeof outcomeWords)[number]

/** `done` says that it was tried; `named` only together with an outcome or with "tried". */
export interface ActionPhrases {
  readonly done: Phrases
  readonly named: Phrases
  /** Phrases in which the "cannot" stands between the words of the step. */
  readonly cannot?: Phrases
}

export interface FactsFile {
  readonly fillers: Phrases
  readonly joins: Phrases
  /** One list for each number from 1: "one", "a". */
  readonly numbers: readonly Phrases[]
  /** Words of a kind, for `{router}` in a pattern. */
  readonly sets: Readonly<Record<string, Phrases>>
  readonly facts: Readonly<Record<string, Readonly<Record<string, Phrases>>>>
  /** Phrases that look like a fact or a step and are none. */
  readonly ignored: Phrases
  readonly actions: Readonly<Record<string, ActionPhrases>>
  readonly outcomes: Readonly<Record<OutcomeWord, Phrases>>
  readonly tried: Phrases
  readonly not: Phrases
  readonly 'not-yet': Phrases
  readonly cannot: Phrases
  /** Questions, plans and conditions: what follows has not happened. */
  readonly open: Phrases
}

const lists = ['fillers', 'joins', 'ignored', 'tried', 'not', 'not-yet', 'cannot', 'open'] as const
const keys: Phrases = [...lists, 'numbers', 'sets', 'facts', 'actions', 'outcomes']

/** A usable file, or undefined with problems added. */
export function checkFacts(json: unknown, file: string, problems: string[]): FactsFile | undefined {
  const before = problems.length
  const root = recordOf(json, file, problems)
  for (const key of Object.keys(root)) if (!keys.includes(key)) problems.push(`${file}: ${key} is unknown.`)
  for (const key of lists) checkList(root[key], `${file}: ${key}`, problems)
  checkLists(root.sets, {}, `${file}: sets`, problems)
  checkLists(root.outcomes, { needed: outcomeWords }, `${file}: outcomes`, problems)
  for (const [kind, values] of namedIn(root.facts, factKinds, `${file}: facts`, problems))
    checkLists(values, {}, `${file}: facts.${kind}`, problems)
  for (const [action, forms] of namedIn(root.actions, actions, `${file}: actions`, problems))
    checkLists(
      forms,
      { needed: ['done', 'named'], allowed: ['cannot'] },
      `${file}: actions.${action}`,
      problems,
    )
  if (!Array.isArray(root.numbers)) problems.push(`${file}: numbers is not a list.`)
  else for (const [i, list] of root.numbers.entries()) checkList(list, `${file}: numbers.${i + 1}`, problems)
  return problems.length === before ? (json as FactsFile) : undefined
}

interface Names {
  readonly needed?: Phrases
  readonly allowed?: Phrases
}

/** Without `needed` any name may stand there. */
function checkLists(group: unknown, { needed, allowed = [] }: Names, at: string, problems: string[]): void {
  const lists = namedIn(group, needed && [...needed, ...allowed], at, problems)
  for (const key of needed ?? [])
    if (!lists.some(([name]) => name === key)) problems.push(`${at}.${key} is missing.`)
  for (const [key, list] of lists) checkList(list, `${at}.${key}`, problems)
}

function namedIn(
  group: unknown,
  known: Phrases | undefined,
  at: string,
  problems: string[],
): [string, unknown][] {
  const entries = Object.entries(recordOf(group, at, problems))
  for (const [key] of entries) if (known?.includes(key) === false) problems.push(`${at}.${key} is unknown.`)
  return entries
}

function checkList(list: unknown, at: string, problems: string[]): void {
  const good = Array.isArray(list) && list.every(item => typeof item === 'string' && item.trim() !== '')
  if (!good) problems.push(`${at} is not a list of phrases.`)
}

function recordOf(value: unknown, at: string, problems: string[]): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>
  problems.push(`${at} is not an object.`)
  return {}
}
