/** The phrases of one language, ready to be matched. */
import type { Language } from '../article.ts'
import { fold } from '../fold.ts'
import { once } from '../once.ts'
import type { AnswerWord, Interrupt } from '../understanding.ts'
import type { WordsFile } from './files.ts'
import type { Sequence } from './grammar.ts'
import { compile, merged, type Slots, type State } from './machine.ts'
import { readPatterns, wordsIn } from './patterns.ts'
import { wordsOf } from './split.ts'

/** What a phrase means. `nth` counts from 1; -1 is the last. */
export type Meaning =
  | { readonly kind: 'interrupt'; readonly name: Interrupt; readonly language?: Language }
  | { readonly kind: 'answer'; readonly name: AnswerWord }
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'choice'; readonly nth: number }

export interface Vocabulary {
  readonly start: State<Meaning>
  readonly fillers: State<true>
  readonly joins: State<true>
  readonly conditions: State<true>
  readonly negations: ReadonlySet<string>
  readonly particles: ReadonlySet<string>
  /** Every word that stands in a pattern. */
  readonly known: ReadonlySet<string>
  /** Those that are long enough to be mistyped, by their first letter. */
  readonly typable: ReadonlyMap<string, readonly string[]>
}

const mostChoices = 8

/**
 * Reads a checked file; a pattern that cannot be read becomes a problem with its key. The phrases are compiled when they
 * are first needed: that takes far longer than to read them.
 */
export function vocabularyOf(words: WordsFile, file: string, problems: string[]): () => Vocabulary {
  const phrases = [...phrasesOf(words)].map(phrase => ({
    ...phrase,
    slots: { ...words.sets, ...phrase.slots },
  }))
  const readable = readPatterns(phrases, file, problems)
  return once(() => compiled(words, readable))
}

interface Readable {
  readonly sequence: Sequence
  readonly meaning: Meaning
  readonly slots: Slots
}

function compiled(words: WordsFile, phrases: readonly Readable[]): Vocabulary {
  const states = phrases.map(({ sequence, meaning, slots }) => compile(sequence, meaning, slots))
  const [start, fillers, joins] = [merged(states), plain(words.fillers), plain(words.joins)]
  const known = wordsIn([start, fillers, joins])
  return {
    start,
    fillers,
    joins,
    conditions: plain(words.conditions),
    negations: setOf(words.negations),
    particles: setOf(words.particles),
    known,
    typable: byFirstLetter(known),
  }
}

interface Phrase {
  readonly key: string
  readonly pattern: string
  readonly meaning: Meaning
  readonly slots: Slots
}

function* phrasesOf(words: WordsFile): Iterable<Phrase> {
  for (const [name, patterns] of Object.entries(words.interrupts) as [Interrupt, readonly string[]][])
    for (const pattern of patterns) yield* interruptPhrases(words, name, pattern)
  for (const [name, patterns] of Object.entries(words.answers) as [AnswerWord, readonly string[]][])
    for (const pattern of patterns)
      yield { key: `answers.${name}`, pattern, meaning: { kind: 'answer', name }, slots: {} }
  for (const pattern of words.acknowledge)
    yield { key: 'acknowledge', pattern, meaning: { kind: 'acknowledge' }, slots: {} }
  for (const pattern of words.choices) yield* choicePhrases(words, pattern)
  for (const pattern of words.last)
    yield { key: 'last', pattern, meaning: { kind: 'choice', nth: -1 }, slots: {} }
}

function* interruptPhrases(words: WordsFile, name: Interrupt, pattern: string): Iterable<Phrase> {
  const key = `interrupts.${name}`
  if (!pattern.includes('{language}')) {
    yield { key, pattern, meaning: { kind: 'interrupt', name }, slots: {} }
    return
  }
  for (const [language, names] of Object.entries(words.languages))
    yield { key, pattern, meaning: { kind: 'interrupt', name, language }, slots: { language: names } }
}

function* choicePhrases(words: WordsFile, pattern: string): Iterable<Phrase> {
  for (let nth = 1; nth <= mostChoices; nth++) {
    const spoken = words.numbers[nth - 1]
    const slots = {
      digit: [String(nth)],
      number: [String(nth), ...(spoken ? [spoken] : [])],
      nth: words.ordinals[nth - 1] ?? [],
    }
    yield { key: 'choices', pattern, meaning: { kind: 'choice', nth }, slots }
  }
}

function plain(phrases: readonly string[]): State<true> {
  const sequence = (phrase: string): Sequence =>
    phrase.split(' ').map(word => ({ kind: 'word', word }) as const)
  return merged(phrases.map(phrase => compile(sequence(phrase), true as const, {})))
}

function byFirstLetter(words: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const long = [...words].filter(word => word.length >= 4 && /^[a-z]/.test(word))
  return new Map(Object.entries(Object.groupBy(long, word => word.slice(0, 1))).map(([k, v]) => [k, v ?? []]))
}

function setOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap(word => wordsOf(fold(word))))
}
