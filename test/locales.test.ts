/** What the languages owe each other: the same sentences, the same values, and buttons that fit. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseMarkdown, type Run } from '../src/bot/cards/markdown.ts'
import { compileWords, readUtterance } from '../src/knowledge/words.ts'

const folder = join(import.meta.dirname, '..', 'locales')
const languages = readdirSync(folder).sort()
const sentences = Object.fromEntries(languages.map(language => [language, read(language)]))
const english = sentences.en ?? {}
/** Plural keys of English without their ending. */
const counted = Object.keys(english).flatMap(key => (key.endsWith('_other') ? [key.slice(0, -6)] : []))

/** More characters make Teams cut a button's label on a phone. */
const widestLabel = 25

/** Sentences that tell the employee what to write, and what the words must do. */
const commands: Readonly<Record<string, readonly string[]>> = {
  'welcome.words': ['help', 'back', 'start-over', 'person'],
  'help.words': ['back', 'skip', 'start-over', 'status', 'person'],
  'step.not-understood-2': ['person'],
  'step.once-more': ['person'],
  'remind.ask': ['person'],
  'small.insult': ['person'],
  'sorry.failed': ['person'],
  'choice.person': ['person'],
  'choice.start-over': ['start-over'],
}

const words = compileWords(Object.fromEntries(languages.map(language => [language, json(language, 'words')])))

test('Deskhand speaks six languages', () => {
  expect(languages).toEqual(['de', 'en', 'es', 'fr', 'it', 'ko'])
})

describe.each(languages)('%s', language => {
  const own = sentences[language] ?? {}

  test('has the sentences of English, with the plurals of its own grammar', () => {
    expect(Object.keys(own).sort()).toEqual(keysFor(language).sort())
  })

  test('leaves no sentence empty', () => {
    expect(keysWhere(own, text => text.trim() === '' || text !== text.trim())).toEqual([])
  })

  test('names the same values in each sentence as English', () => {
    expect(keysWhere(own, (text, key) => valuesOf(text) !== valuesOf(englishFor(key)))).toEqual([])
  })

  test('has button labels that fit on a phone', () => {
    const tooWide = (text: string, key: string) => key.startsWith('choice.') && text.length > widestLabel
    expect(keysWhere(own, tooWide)).toEqual([])
  })

  test('emphasizes what English emphasizes, and closes each mark', () => {
    expect(keysWhere(own, text => plainText(text).match(/[*`]/) !== null)).toEqual([])
    expect(keysWhere(own, (text, key) => bold(text).length !== bold(englishFor(key)).length)).toEqual([])
  })

  test('tells the employee only words that it understands itself', () => {
    const done = Object.keys(commands).map(key => [key, wordsToWrite(own, key).map(interruptOf(language))])
    expect(Object.fromEntries(done)).toEqual(commands)
  })

  test('has no other sentence that tells words to write', () => {
    const unlisted = keysWhere(own, text => bold(text).some(word => !word.includes('{{')))
    expect(unlisted.filter(key => !(key in commands))).toEqual([])
  })

  test('keeps the check mark of an answered question', () => {
    expect(keysWhere(own, (text, key) => key.startsWith('settled.') && !text.startsWith('✓ '))).toEqual([])
  })
})

test('French never breaks a line before a punctuation mark', () => {
  expect(keysWhere(sentences.fr ?? {}, text => /[^\u00a0][!?:;%]/.test(text))).toEqual([])
})

test('no Korean particle depends on how an inserted word ends', () => {
  const particle = /\}\}(\*\*)?(은|는|이|가|을|를|과|와|으로|이라고)(?![가-힣])/
  expect(keysWhere(sentences.ko ?? {}, text => particle.test(text))).toEqual([])
})

function read(language: string): Record<string, string> {
  return Object.fromEntries(flat(json(language, 'bot'), ''))
}

function json(language: string, name: string): unknown {
  return JSON.parse(readFileSync(join(folder, language, `${name}.json`), 'utf8'))
}

function flat(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]]
  return Object.entries(node as object).flatMap(([key, child]) => flat(child, path ? `${path}.${key}` : key))
}

function keysFor(language: string): string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  const plain = Object.keys(english).filter(key => !counted.some(base => key.startsWith(`${base}_`)))
  return [...plain, ...counted.flatMap(base => pluralCategories.map(category => `${base}_${category}`))]
}

/** The English sentence of a key; for a plural form that English does not have, its `other`. */
function englishFor(key: string): string {
  return english[key] ?? english[key.replace(/_[a-z]+$/, '_other')] ?? ''
}

function keysWhere(own: Record<string, string>, wrong: (text: string, key: string) => boolean): string[] {
  return Object.keys(own).filter(key => wrong(own[key] ?? '', key))
}

function valuesOf(text: string): string {
  return (text.match(/\{\{.*?\}\}/g) ?? []).sort().join(' ')
}

/** The bold words of a sentence; a button's label as a whole. */
function wordsToWrite(own: Record<string, string>, key: string): string[] {
  const text = own[key] ?? ''
  return key.startsWith('choice.') ? [text] : bold(text)
}

function interruptOf(language: string): (word: string) => string | undefined {
  return word => readUtterance(words, word, { language }).interrupt
}

function bold(text: string): string[] {
  return runsOf(text).flatMap(run => (run.bold ? [run.text] : []))
}

function plainText(text: string): string {
  return runsOf(text)
    .map(run => run.text)
    .join('')
}

function runsOf(text: string): readonly Run[] {
  return parseMarkdown(text).flatMap(part => (part.kind === 'code' ? [] : part.runs))
}
