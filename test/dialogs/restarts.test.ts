import { expect, test } from 'vitest'
import { advance } from '../../src/dialogs/advance.ts'
import type { Knowledge } from '../../src/dialogs/moment.ts'
import { openCase } from '../../src/dialogs/opening.ts'
import { start } from '../../src/dialogs/troubleshoot.ts'
import type { Case, ChoiceId } from '../../src/dialogs/types.ts'
import type { Article, Step } from '../../src/knowledge/article.ts'

const plain = { by: 'employee', minutes: 3, risk: 'none', answers: [], note: false } as const
const driver: Step = { ...plain, id: 'driver', restart: true, fixes: { old: 0.8 } }
const client: Step = { ...plain, id: 'client', restart: true, fixes: { broken: 0.7 } }
const restart: Step = { ...plain, id: 'restart', restart: true, fixes: { stuck: 0.9 }, about: 'restart' }

function talk(steps: readonly Step[]) {
  const article: Article = {
    ...{ id: 'slow', pack: 'own', source: 'en', appliesTo: [], signatures: [], hints: [], adminOnly: false },
    ...{ causes: { old: 0.35, broken: 0.35, stuck: 0.3 }, steps, texts: {} },
  }
  const knowledge: Knowledge = { article: id => (id === 'slow' ? article : undefined), languages: ['en'] }
  const m = { knowledge, at: 0, seed: 's0' }
  let c: Case = start(m, openCase('s', 0, 'en', 'chosen'), { topic: 'slow', confidence: 1 }, 'chosen').case
  let turns = 0
  return {
    open: () => c,
    press(choice: ChoiceId) {
      const seed = `s${++turns}`
      c = advance(knowledge, c, { at: 0, seed, kind: 'choice', choice, nonce: c.open?.nonce ?? '' }).case
      return c
    },
  }
}

test('of two steps that need a restart the first one waits for that of the second', () => {
  const { open, press } = talk([driver, client])
  expect(open()).toMatchObject({ stage: { step: 'driver' } })
  expect(open().open?.choices).toContain('awaits-restart')
  press('awaits-restart')
  expect(open()).toMatchObject({ stage: { step: 'client' } })
  expect(open().open?.choices).not.toContain('awaits-restart')
  press('no-change')
  expect(open()).toMatchObject({
    owner: 'waiting',
    steps: [
      { step: 'driver', outcome: 'no-change' },
      { step: 'client', outcome: 'no-change' },
    ],
  })
})

test('the mere restart comes last and serves the steps before it', () => {
  const { open, press } = talk([restart, driver])
  expect(open()).toMatchObject({ stage: { step: 'driver' } })
  press('awaits-restart')
  expect(open()).toMatchObject({ stage: { step: 'restart' } })
  press('no-change')
  expect(open()).toMatchObject({
    owner: 'waiting',
    steps: [{ outcome: 'no-change' }, { outcome: 'no-change' }],
  })
})

test('a single restart is asked for at once', () => {
  const { open } = talk([restart])
  expect(open().open?.choices).toContain('no-change')
})
