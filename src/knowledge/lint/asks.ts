/** Does a text ask for something? By elevated.yaml: commands, phrases, and verbs together with what they act on. */
import type { Language } from '../article.ts'
import { fold } from '../fold.ts'
import { type Excuses, type ExcuseWords, forbidsIn, statesIn } from './excuses.ts'
import { anyOf, type ByLanguage, baseOf, readYamlFile } from './word-lists.ts'

interface Act {
  readonly what: string
  readonly of: ReadonlyMap<Language, readonly RegExp[]>
}

export interface Asks {
  /** A command or console of an administrator; undefined: none. */
  command(text: string, language: Language): string | undefined
  /** Any words that ask for something that needs an administrator's rights. */
  rights(text: string, language: Language): string | undefined
  /** What harms, whoever does it. */
  danger(text: string, language: Language): string | undefined
  /** What no article advises, outside a sentence that forbids it. */
  never(text: string, language: Language): string | undefined
  /** What an agent needs to be warned of. */
  warn(text: string): string | undefined
}

type Groups = Readonly<Record<string, readonly string[]>>
type WrittenAct = { readonly what: string } & Readonly<Record<Language, unknown>>

interface Written extends ExcuseWords {
  readonly rights: {
    readonly anywhere: readonly string[]
    readonly 'in-code': readonly string[]
    readonly phrases: ByLanguage
    readonly having: ByLanguage
    readonly acts: readonly WrittenAct[]
  }
  readonly danger: { readonly acts: readonly WrittenAct[] }
  readonly never: readonly string[]
  readonly warn: readonly string[]
}

let known: Asks | undefined

/** elevated.yaml, read once: it comes with the program. */
export function readAsks(): Asks {
  known ??= asksOf(readYamlFile('elevated.yaml') as Written)
  return known
}

function asksOf(written: Written): Asks {
  const { rights, danger } = written
  const forbids = forbidsIn(written)
  const states = statesIn(written, forbids)
  const [acts, dangers] = [actsOf(rights.acts), actsOf(danger.acts)]
  const [phrases, having] = [patternsOf(rights.phrases), patternsOf(rights.having)]
  const [anywhere, inCode] = [anyOf(rights.anywhere), anyOf(rights['in-code'])]
  const [never, warn] = [anyOf(written.never), anyOf(written.warn)]
  return {
    command: (text, language) =>
      foundIn(text, anywhere, language, forbids) ?? inCode.exec(fold(codeIn(text)))?.[0],
    rights: (text, language) =>
      foundIn(text, phrases.get(baseOf(language)), language, forbids) ??
      foundIn(text, having.get(baseOf(language)), language, states) ??
      acted(text, acts, language, forbids),
    danger: (text, language) => acted(text, dangers, language, forbids),
    never: (text, language) => foundIn(text, never, language, forbids),
    warn: text => warn.exec(fold(text))?.[0],
  }
}

function patternsOf(phrases: ByLanguage): ReadonlyMap<Language, RegExp> {
  return new Map(Object.entries(phrases).map(([language, list]) => [language, anyOf(list)]))
}

function actsOf(written: readonly WrittenAct[]): readonly Act[] {
  return written.map(({ what, ...languages }) => ({
    what,
    of: new Map(
      Object.entries(languages).map(([language, groups]) => [language, groupsOf(groups as Groups)]),
    ),
  }))
}

function groupsOf(groups: Groups): readonly RegExp[] {
  return Object.values(groups).map(list => anyOf(list, 'gu'))
}

function foundIn(
  text: string,
  pattern: RegExp | undefined,
  language: Language,
  excuses: Excuses,
): string | undefined {
  if (pattern === undefined) return undefined
  for (const sentence of sentencesOf(text)) {
    const found = pattern.exec(sentence)
    if (found && !excuses(sentence, found.index, language)) return found[0]
  }
  return undefined
}

/** All groups of an act (verb, thing, place) stand in one sentence. */
function acted(text: string, acts: readonly Act[], language: Language, excuses: Excuses): string | undefined {
  for (const sentence of sentencesOf(text)) {
    const act = acts.find(({ of }) => doneIn(sentence, of.get(baseOf(language)) ?? [], language, excuses))
    if (act !== undefined) return act.what
  }
  return undefined
}

function doneIn(
  sentence: string,
  [verb, ...others]: readonly RegExp[],
  language: Language,
  excuses: Excuses,
): boolean {
  if (verb === undefined || !others.every(other => sentence.search(other) !== -1)) return false
  return [...sentence.matchAll(verb)].some(({ index }) => !excuses(sentence, index, language))
}

function codeIn(text: string): string {
  return [...text.matchAll(/```[^\n]*\n([\s\S]*?)```|`([^`]+)`/g)].map(([, a, b]) => a ?? b).join('\n')
}

/** Folded, without marks. A full stop inside `wf.msc` or `10.0` ends none. */
function sentencesOf(text: string): readonly string[] {
  return fold(text)
    .replaceAll(/[*`]/g, '')
    .split(/[.;!?]+(?=\s|$)|\n/)
}
