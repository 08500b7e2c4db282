/** The phrases of one language, ready to be found anywhere in a clause. */
import type { Action, Fact, FactKind } from '../fact.ts'
import { once } from '../once.ts'
import type { Sequence } from '../words/grammar.ts'
import { compile, merged, type Slots, type State } from '../words/machine.ts'
import { readPatterns, wordsIn } from '../words/patterns.ts'
import type { ActionPhrases, FactsFile, OutcomeWord } from './files.ts'
import { neutralNames } from './names.ts'

/** What a phrase says. */
export type Item =
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'action'; readonly action: Action; readonly done: boolean }
  | { readonly kind: 'outcome'; readonly outcome: OutcomeWord }
  | { readonly kind: 'tried' | 'not' | 'not-yet' | 'cannot' | 'open' | 'join' | 'ignored' }

/** In shorter words one other letter makes another word. */
export const shortestTypable = 7

export interface Vocabulary {
  readonly start: State<Item>
  readonly fillers: State<true>
  readonly known: ReadonlySet<string>
  /** Words long enough to be mistyped, by their first letter. */
  readonly typable: ReadonlyMap<string, readonly string[]>
}

interface Phrase {
  readonly key: string
  readonly pattern: string
  readonly item: Item
  readonly slots?: Slots
}

/** Reads a checked file; a pattern that cannot be read becomes a problem with its key. Compiled when first needed. */
export function vocabularyOf(file: FactsFile, name: string, problems: string[]): () => Vocabulary {
  const phrases = [...phrasesOf(file)].map(({ slots, ...phrase }) => ({
    ...phrase,
    slots: { ...file.sets, ...slots },
  }))
  const readable = readPatterns(phrases, name, problems)
  return once(() => compiled(file, readable))
}

interface Readable {
  readonly sequence: Sequence
  readonly item: Item
  readonly slots: Slots
}

function compiled(file: FactsFile, phrases: readonly Readable[]): Vocabulary {
  const states = phrases.map(({ sequence, item, slots }) => compile(sequence, item, slots))
  const start = merged([...states, ...neutral()])
  const fillers = merged(file.fillers.map(words => compile(plain(words), true as const, {})))
  const known = wordsIn([start, fillers])
  return { start, fillers, known, typable: byFirstLetter(known) }
}

function* phrasesOf(file: FactsFile): Iterable<Phrase> {
  for (const [kind, values] of Object.entries(file.facts))
    for (const [value, patterns] of Object.entries(values))
      for (const pattern of patterns) yield* factPhrases(file, kind as FactKind, value, pattern)
  for (const [action, forms] of Object.entries(file.actions) as [Action, ActionPhrases][]) {
    const item = { kind: 'action', action } as const
    yield* each(`actions.${action}.done`, forms.done, { ...item, done: true })
    yield* each(`actions.${action}.named`, forms.named, { ...item, done: false })
    yield* each(`actions.${action}.cannot`, forms.cannot ?? [], { ...item, done: false })
    yield* each(`actions.${action}.cannot`, forms.cannot ?? [], { kind: 'cannot' })
  }
  for (const [outcome, patterns] of Object.entries(file.outcomes) as [OutcomeWord, readonly string[]][])
    yield* each(`outcomes.${outcome}`, patterns, { kind: 'outcome', outcome })
  for (const kind of ['tried', 'not', 'not-yet', 'cannot', 'open', 'ignored'] as const)
    yield* each(kind, file[kind], { kind })
  yield* each('joins', file.joins, { kind: 'join' })
}

function* each(key: string, patterns: readonly string[], item: Item): Iterable<Phrase> {
  for (const pattern of patterns) yield { key, pattern, item }
}

/** With `{n}` a pattern stands for each number, which becomes part of the value: `days:3`. */
function* factPhrases(file: FactsFile, kind: FactKind, value: string, pattern: string): Iterable<Phrase> {
  const key = `facts.${kind}.${value}`
  if (!pattern.includes('{n}')) {
    yield { key, pattern, item: { kind: 'fact', fact: { kind, value } } }
    return
  }
  for (const [i, spoken] of file.numbers.entries())
    yield { key, pattern, item: counted(kind, value, i + 1), slots: { n: [String(i + 1), ...spoken] } }
  for (const n of [14, 15, 20, 30, 45])
    yield { key, pattern, item: counted(kind, value, n), slots: { n: [String(n)] } }
}

/** How soon something is due is a matter of "now" or "today"; how long it lasts is counted. */
function counted(kind: FactKind, value: string, n: number): Item {
  return { kind: 'fact', fact: { kind, value: kind === 'since' ? `${value}:${n}` : value } }
}

function neutral(): State<Item>[] {
  return neutralNames().flatMap(({ kind, value, phrases }) =>
    phrases.map(phrase => compile(plain(phrase), { kind: 'fact', fact: { kind, value } } as const, {})),
  )
}

function plain(phrase: string): Sequence {
  return phrase.split(' ').map(word => ({ kind: 'word', word }) as const)
}

function byFirstLetter(words: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const long = [...words].filter(word => word.length >= shortestTypable && /^[a-z]+$/.test(word))
  return new Map(Object.entries(Object.groupBy(long, word => word.slice(0, 1))).map(([k, v]) => [k, v ?? []]))
}
