import { describe, expect, test } from 'vitest'
import { hear } from '../../src/dialogs/hear.ts'
import { openCase } from '../../src/dialogs/opening.ts'
import type { Case, Open } from '../../src/dialogs/types.ts'
import { understand } from '../../src/knowledge/understand.ts'
import { held, type Typed, tuned } from '../knowledge/answers.cases.ts'
import { shippedContent } from '../support/content.ts'

const content = shippedContent()

/** Where the table's questions stand in the shipped articles. */
const places: Readonly<Record<string, readonly [topic: string, step: string]>> = {
  do: ['certificate-problem', 'correct-name'],
  there: ['ike-phase1-failed', 'other-network'],
  same: ['certificate-problem', 'server-name'],
  others: ['certificate-problem', 'colleagues'],
}

function caseAt({ where, language }: Typed): Case & { open: Open } {
  const c = openCase('seed', 0, language, 'chosen')
  const place = places[where]
  if (!place) {
    const open = { nonce: 'n', choices: ['yes', 'no', 'person'] }
    return { ...c, stage: { kind: 'confirm', topic: 'bad-spi', confidence: 0.7 }, open }
  }
  const [topic, step] = place
  const answers = content.knowledge.article(topic)?.steps.find(({ id }) => id === step)?.answers ?? []
  const outcomes = answers.length > 0 ? [] : ['no-change']
  const choices = [
    ...answers.map(({ id }) => `answer:${id}`),
    'fixed',
    ...outcomes,
    'different',
    'could-not',
    'person',
  ]
  return {
    ...c,
    topic: { id: topic, confidence: 1, how: 'signature' },
    signatures: ['win32:13801', 'ras:809'],
    stage: { kind: 'step', step },
    open: { nonce: 'n', topic, step, choices },
  }
}

/** The button that the words stand for, with the reason that they give, or the request that they make. */
function heardAs(typed: Typed): string {
  const c = caseAt(typed)
  const open = content.speech.labels(c.open, typed.language)
  const u = understand(content.mind, typed.text, { language: typed.language, open })
  if (u.wantsLanguage) return `language:${u.wantsLanguage}`
  const { next, choice } = hear({ knowledge: content.knowledge, at: 0, seed: 's' }, c, typed.text, u)
  if (next.replies[0]?.say[0]?.key === 'step.once-more') return 'asked-back'
  const why = next.case.steps.some(({ words }) => words === 'why:no-rights') ? ':no-rights' : ''
  return choice ? `${choice}${why}` : (u.interrupt ?? '-')
}

function wrongOf(cases: readonly Typed[]): string[] {
  return cases
    .filter(typed => heardAs(typed) !== typed.expected)
    .map(typed => `${typed.where} ${typed.expected} <- ${typed.text}: ${heardAs(typed)}`)
}

describe.each(content.knowledge.languages)('in %s', language => {
  test('people are understood as they type', () => {
    expect(wrongOf(tuned.filter(typed => typed.language === language))).toEqual([])
  })

  test('sentences that nobody looked at while writing the phrases are read nearly as well', () => {
    const unseen = held.filter(typed => typed.language === language)
    expect(wrongOf(unseen).length / unseen.length).toBeLessThan(0.2)
  })
})
