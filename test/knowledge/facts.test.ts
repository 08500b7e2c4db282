import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { compileFacts, readFacts } from '../../src/knowledge/facts.ts'
import { held, type Told, tuned } from './facts.cases.ts'

const languages = ['en', 'de', 'fr', 'it', 'es', 'ko'] as const
const files = Object.fromEntries(
  languages.map(language => [language, JSON.parse(readFileSync(`locales/${language}/facts.json`, 'utf8'))]),
)
const facts = compileFacts(files)

function told(text: string, language: string): string[] {
  const { facts: noted, claims } = readFacts(facts, text, language)
  const all = [
    ...noted.map(({ kind, value }) => `${kind}:${value}`),
    ...claims.map(({ action, outcome }) => `${action}=${outcome}`),
  ]
  return all.sort()
}

function wrongOf(cases: readonly Told[]): string[] {
  return cases
    .filter(({ text, language, expected }) => told(text, language).join(' ') !== expected.join(' '))
    .map(
      ({ text, language, expected }) => `${expected.join(' ')} <- ${text}: ${told(text, language).join(' ')}`,
    )
}

describe.each(languages)('in %s', language => {
  test('what is told in passing is noted, and nothing else', () => {
    expect(wrongOf(tuned.filter(told => told.language === language))).toEqual([])
  })

  test('sentences that nobody looked at while writing the phrases are read nearly as well', () => {
    const unseen = held.filter(told => told.language === language)
    expect(wrongOf(unseen).length / unseen.length).toBeLessThan(0.15)
  })
})

test('hardly anything is noted that was not told', () => {
  const texts = [...tuned, ...held]
  const noted = texts.flatMap(({ text, language }) => told(text, language))
  const wrong = texts.flatMap(({ text, language, expected }) =>
    told(text, language).filter(item => !expected.includes(item)),
  )
  expect(noted.length).toBeGreaterThan(200)
  expect(wrong.length / noted.length).toBeLessThan(0.02)
})

test('of two values that contradict each other neither is noted', () => {
  expect(told('windows 10 or windows 11, I do not know', 'en')).toEqual([])
  expect(told('bin im hotel oder im zug', 'de')).toEqual([])
})

test('the language of the conversation may be another than that of the sentence', () => {
  expect(told('hotspot probiert, geht auch nicht', 'en')).toEqual(['other-network=no-help'])
})

test('a pasted log tells nothing beyond its first lines', () => {
  const log = 'Connection attempt\n'.repeat(60)
  expect(told(`${log}I am at home and restarted the router, no change`, 'en')).toEqual([])
})

test('one wrong letter in a longer word does no harm', () => {
  expect(told('I restartd my laptop, witout sucess, no difference', 'en')).toEqual(['restart=no-help'])
})

describe('facts.json', () => {
  test.each([
    [
      'an unknown fact',
      { ...files.en, facts: { weather: { rain: ['it rains'] } } },
      'facts.weather is unknown',
    ],
    [
      'an unknown step',
      { ...files.en, actions: { pray: { done: [], named: [] } } },
      'actions.pray is unknown',
    ],
    [
      'a step without phrases',
      { ...files.en, actions: { restart: { done: [] } } },
      'actions.restart.named is missing',
    ],
    ['an unclosed bracket', { ...files.en, tried: ['(a|b'] }, 'does not close its "("'],
    ['an unknown set', { ...files.en, tried: ['{nothing}'] }, 'has an unknown slot {nothing}'],
    ['an unknown key', { ...files.en, moods: [] }, 'moods is unknown'],
    ['no object', [], 'is not an object'],
  ])('is refused with %s, naming file and key', (_, en, problem) => {
    expect(problemsOf(() => compileFacts({ en })).join('\n')).toMatch(/locales\/en\/facts\.json/)
    expect(problemsOf(() => compileFacts({ en })).join('\n')).toContain(problem)
  })
})

function problemsOf(act: () => unknown): readonly string[] {
  try {
    act()
    return []
  } catch (thrown) {
    return thrown instanceof AppError && thrown.code === 'content' ? thrown.problems : []
  }
}
