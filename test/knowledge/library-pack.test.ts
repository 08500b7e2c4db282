/** What every article that comes with the program keeps. */
import { describe, expect, test } from 'vitest'
import type { Article, ArticleText, StepText } from '../../src/knowledge/article.ts'
import { shippedKnowledge } from '../../src/knowledge/folders.ts'
import { readLibrary } from '../../src/knowledge/library.ts'
import { plan, type Tried } from '../../src/knowledge/order.ts'

const library = readLibrary({ folders: [shippedKnowledge] })
const articles = [...library.articles.values()]
const languages = ['en', 'de', 'fr', 'it']

/** What an employee gets to read of a step. */
const shownTo = (step: StepText) => [step.body, step.doneWhen, step.undo].filter(Boolean).join('\n')

const employeeSteps = ({ steps }: Article) => steps.filter(({ by }) => by === 'employee')

/** Every way through an article, as the list of steps with their outcomes. */
function walks(article: Article, tried: readonly Tried[] = []): readonly (readonly Tried[])[] {
  const { next } = plan(article, tried)
  if (next === undefined) return [tried]
  const outcomes = ['no-change', 'could-not', ...next.answers.map(({ id }) => id)]
  return outcomes.flatMap(outcome => walks(article, [...tried, { step: next.id, outcome }]))
}

/** Commands, file names and values in code marks. */
const codeIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code)

const allText = ({ intro, steps }: ArticleText) =>
  [intro, ...Object.values(steps).flatMap(s => [shownTo(s), s.warning ?? ''])].join('\n')

test('the pack ipsec has its nineteen topics', () => {
  expect(articles.filter(({ pack }) => pack === 'ipsec').map(({ id }) => id)).toEqual([
    'bad-spi',
    'cannot-assign-policy',
    'cannot-reach-secure-computers',
    'certificate-problem',
    'contact-vpn-provider',
    'des-instead-of-3des',
    'event-log-ipsec-errors',
    'ike-aggressive-mode-failed',
    'ike-phase1-failed',
    'ipsec-logging',
    'ipsec-monitor-incompatible',
    'ipsec-phase2-failed',
    'ipsec-service-not-running',
    'local-policy-not-used',
    'policy-location-error',
    'sa-negotiation-certificate',
    'sa-negotiation-failing',
    'traffic-not-secured',
    'unsecured-traffic-to-secure-server',
  ])
})

test('no translation is older than its source', () => {
  expect(library.stale).toEqual([])
})

test('no phrase and no signature belongs to two articles', () => {
  const owners = new Map<string, string>()
  const doubles: string[] = []
  for (const article of articles) {
    const phrases = Object.values(article.texts).flatMap(text => text.phrases.map(p => p.toLowerCase()))
    for (const claim of new Set([...phrases, ...article.signatures])) {
      const owner = owners.get(claim)
      if (owner !== undefined) doubles.push(`${claim}: ${owner}, ${article.id}`)
      owners.set(claim, article.id)
    }
  }
  expect(doubles).toEqual([])
})

describe.each(articles.map(article => [article.id, article] as const))('%s', (_, article) => {
  test('speaks four languages, each with eight phrases or more and none twice', () => {
    expect(Object.keys(article.texts).toSorted()).toEqual(languages.toSorted())
    for (const { language, phrases } of Object.values(article.texts)) {
      expect(new Set(phrases).size, language).toBe(phrases.length)
      expect(phrases.length, language).toBeGreaterThanOrEqual(8)
    }
  })

  test('leads to an end on every way, and every step for employees is on one', () => {
    const all = walks(article)
    expect(Math.max(...all.map(walk => walk.length))).toBeLessThanOrEqual(7)
    const reached = new Set(all.flatMap(walk => walk.map(({ step }) => step)))
    expect(employeeSteps(article).filter(({ id }) => !reached.has(id))).toEqual([])
  })

  test('leaves the agent something to do', () => {
    expect(plan(article, []).left.length).toBeGreaterThan(0)
    expect(article.steps.filter(({ risk }) => risk === 'high')).toEqual([])
  })

  test('asks employees for nothing that needs rights or is dangerous', () => {
    const forbidden =
      /\b(regedit|reg (add|delete)|sc config|auditpol|netsh|(Start|Stop|Set|New|Remove)-\w+|certlm|secpol|wf\.msc|gpupdate|DisableIKENameEkuCheck)\b/
    for (const step of employeeSteps(article)) {
      for (const { language, steps } of Object.values(article.texts)) {
        const text = steps[step.id]
        expect(text === undefined ? '' : shownTo(text), `${step.id}, ${language}`).not.toMatch(forbidden)
      }
    }
  })

  test('has answers short enough for a button, all different within a question', () => {
    for (const { language, steps } of Object.values(article.texts)) {
      for (const { answers, name } of Object.values(steps)) {
        const labels = Object.values(answers)
        expect(new Set(labels).size, `${name}, ${language}`).toBe(labels.length)
        for (const label of labels) expect(label.length, `${label}, ${language}`).toBeLessThanOrEqual(26)
      }
    }
  })

  test('says commands, files and values the same in every language', () => {
    const { en, ...others } = article.texts
    const source = codeIn(en === undefined ? '' : allText(en)).toSorted()
    for (const text of Object.values(others)) expect(codeIn(allText(text)).toSorted()).toEqual(source)
  })

  test('names each step by a phrase and each cause in words', () => {
    for (const { language, steps, causes } of Object.values(article.texts)) {
      for (const { name } of Object.values(steps)) expect(name, language).not.toMatch(/[.!?]$/)
      for (const [id, name] of Object.entries(causes))
        expect(name, `${id}, ${language}`).not.toBe(id.replaceAll('-', ' '))
    }
  })
})
