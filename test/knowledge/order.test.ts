import { describe, expect, test } from 'vitest'
import type { Answer, Article, Step } from '../../src/knowledge/article.ts'
import { plan, type Tried } from '../../src/knowledge/order.ts'

const step = (id: string, rest: Partial<Step> = {}): Step => ({
  id,
  by: 'employee',
  minutes: 2,
  restart: false,
  risk: 'none',
  answers: [],
  fixes: {},
  note: false,
  ...rest,
})

const answer = (id: string, rulesOut: readonly string[] = [], handOver = false): Answer => ({
  id,
  rulesOut,
  handOver,
})

const article = (
  causes: Readonly<Record<string, number>>,
  steps: readonly Step[],
  adminOnly = false,
): Article => ({
  id: 'test',
  pack: 'test',
  source: 'en',
  appliesTo: [],
  signatures: [],
  hints: [],
  causes,
  steps,
  adminOnly,
  texts: {},
})

/** The ids of the employee's steps in the order they are asked, each answered as told, else without success. */
function walk(a: Article, outcomes: Readonly<Record<string, string>> = {}): readonly string[] {
  const tried: Tried[] = []
  for (let next = plan(a, tried).next; next !== undefined; next = plan(a, tried).next) {
    tried.push({ step: next.id, outcome: outcomes[next.id] ?? 'no-change' })
  }
  return tried.map(({ step: id }) => id)
}

const belief = (a: Article, tried: readonly Tried[]) =>
  Object.fromEntries(
    plan(a, tried).belief.map(({ cause, probability }) => [cause, Number(probability.toFixed(4))]),
  )

describe('what is believed', () => {
  const a = article({ network: 0.6, key: 0.3, server: 0.1 }, [
    step('hotspot', { answers: [answer('works', ['key', 'server']), answer('fails', ['network'])] }),
    step('router', { fixes: { network: 0.5 } }),
  ])

  test('the priors, most likely first, before anything was tried', () => {
    expect(plan(a, []).belief.map(({ cause }) => cause)).toEqual(['network', 'key', 'server'])
    expect(belief(a, [])).toEqual({ network: 0.6, key: 0.3, server: 0.1 })
  })

  test('an answer rules its causes out', () => {
    expect(belief(a, [{ step: 'hotspot', outcome: 'fails' }])).toEqual({
      network: 0,
      key: 0.75,
      server: 0.25,
    })
  })

  test('a step that did not help makes its causes less likely, by P(fixed | cause)', () => {
    expect(belief(a, [{ step: 'router', outcome: 'no-change' }])).toEqual({
      network: 0.4286,
      key: 0.4286,
      server: 0.1429,
    })
    expect(belief(a, [{ step: 'router', outcome: 'different' }])).toEqual(
      belief(a, [{ step: 'router', outcome: 'no-change' }]),
    )
  })

  test.each(['could-not', 'skipped', 'noted', 'came-back'])('%s changes nothing', outcome => {
    expect(belief(a, [{ step: 'router', outcome }])).toEqual(belief(a, []))
  })

  test('what fixed it tells which cause it was', () => {
    expect(belief(a, [{ step: 'router', outcome: 'fixed' }])).toEqual({ network: 1, key: 0, server: 0 })
  })

  test('answers that contradict each other leave the priors', () => {
    const both = [
      { step: 'hotspot', outcome: 'works' },
      { step: 'hotspot', outcome: 'fails' },
    ]
    expect(belief(a, both)).toEqual(belief(a, []))
  })

  test('priors that were rounded still sum to one', () => {
    const rounded = article({ a: 0.33, b: 0.33, c: 0.33 }, [step('one')])
    expect(plan(rounded, []).belief.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12)
  })

  test('a step that an older article had is ignored', () => {
    expect(belief(a, [{ step: 'gone', outcome: 'no-change' }])).toEqual(belief(a, []))
  })
})

describe('what comes next', () => {
  test('probability over cost decides: a cheap unlikely step before a dear likely one', () => {
    const a = article({ rare: 0.3, common: 0.7 }, [
      step('dear', { minutes: 20, fixes: { common: 0.9 } }),
      step('cheap', { minutes: 1, fixes: { rare: 0.9 } }),
    ])
    expect(walk(a)).toEqual(['cheap', 'dear'])
  })

  test('a restart costs more than its minutes', () => {
    const a = article({ x: 1 }, [
      step('restart', { minutes: 2, restart: true, fixes: { x: 0.6 } }),
      step('look', { minutes: 2, fixes: { x: 0.5 } }),
    ])
    expect(walk(a)).toEqual(['look', 'restart'])
  })

  test('a question that separates causes goes before a step that costs as much or more', () => {
    const question = step('ask', { minutes: 1, answers: [answer('yes', ['b']), answer('no', ['a'])] })
    const repair = (minutes: number) => step('repair', { minutes, fixes: { a: 0.9 } })
    expect(walk(article({ a: 0.5, b: 0.5 }, [repair(5), question]), { ask: 'yes' })).toEqual([
      'ask',
      'repair',
    ])
    expect(walk(article({ a: 0.5, b: 0.5 }, [repair(1), question]), { ask: 'yes' })).toEqual([
      'ask',
      'repair',
    ])
    expect(walk(article({ a: 0.5, b: 0.5 }, [repair(0.5), question]), { ask: 'yes' })[0]).toBe('repair')
  })

  test('a step that will more likely than not fix it is done, without another question', () => {
    const question = step('ask', { minutes: 1, answers: [answer('yes', ['b']), answer('no', ['a'])] })
    const a = article({ a: 0.7, b: 0.3 }, [question, step('repair', { minutes: 5, fixes: { a: 0.9 } })])
    expect(walk(a)[0]).toBe('repair')
  })

  test('the question that tells more goes first', () => {
    const causes = { a: 0.4, b: 0.4, c: 0.1, d: 0.1 }
    const little = step('little', { answers: [answer('yes', ['d']), answer('no', ['a', 'b', 'c'])] })
    const much = step('much', { answers: [answer('yes', ['b', 'd']), answer('no', ['a', 'c'])] })
    expect(plan(article(causes, [little, much]), []).next?.id).toBe('much')
  })

  test('a question that no longer separates anything is dropped', () => {
    const a = article({ a: 0.5, b: 0.5 }, [
      step('first', { minutes: 1, answers: [answer('yes', ['b']), answer('no', ['a'])] }),
      step('second', { minutes: 2, answers: [answer('yes', ['b']), answer('no', ['a'])] }),
      step('repair', { minutes: 9, fixes: { a: 0.5 } }),
    ])
    expect(walk(a, { first: 'yes' })).toEqual(['first', 'repair'])
    expect(walk(a, { first: 'could-not', second: 'yes' })).toEqual(['first', 'second', 'repair'])
  })

  test('a step that repairs only what is ruled out is dropped', () => {
    const a = article({ a: 0.5, b: 0.5 }, [
      step('ask', { minutes: 1, answers: [answer('yes', ['b']), answer('no', ['a'])] }),
      step('repair-a', { fixes: { a: 0.9 } }),
      step('repair-b', { fixes: { b: 0.9 } }),
    ])
    expect(walk(a, { ask: 'no' })).toEqual(['ask', 'repair-b'])
  })

  test('a step that says nothing of what it fixes comes after those that do, but it comes', () => {
    const a = article({ a: 1 }, [step('unknown'), step('known', { fixes: { a: 0.5 } })])
    expect(walk(a)).toEqual(['known', 'unknown'])
  })

  test('facts for the agent are asked last, in the order of the author', () => {
    const a = article({ a: 1 }, [
      step('when', { note: true }),
      step('product', { answers: [answer('one'), answer('two')] }),
      step('repair', { fixes: { a: 0.5 } }),
    ])
    expect(walk(a)).toEqual(['repair', 'when', 'product'])
  })

  test('an answer that hands over ends the steps', () => {
    const a = article({ a: 1 }, [
      step('all', { minutes: 1, answers: [answer('only-me'), answer('everybody', [], true)] }),
      step('repair', { minutes: 5, fixes: { a: 0.4 } }),
    ])
    expect(walk(a, { all: 'everybody' })).toEqual(['all'])
    expect(walk(a, { all: 'only-me' })).toEqual(['all', 'repair'])
  })

  test("an administrator's topic asks all its facts in the order of the author", () => {
    const steps = [
      step('late', { minutes: 9, note: true }),
      step('settled', { answers: [answer('yes', ['b']), answer('no', ['a'])] }),
      step('again', { answers: [answer('yes', ['b']), answer('no', ['a'])] }),
    ]
    const a = article({ a: 0.5, b: 0.5 }, steps, true)
    expect(walk(a, { settled: 'yes' })).toEqual(['late', 'settled', 'again'])
  })

  test('equals keep the order of the author', () => {
    const twins = ['b', 'a', 'c'].map(id => step(id, { fixes: { x: 0.3 } }))
    expect(walk(article({ x: 1 }, twins))).toEqual(['b', 'a', 'c'])
  })

  test('nothing is asked twice, and nothing that is not for employees', () => {
    const a = article({ a: 1 }, [
      step('admin', { by: 'local-admin', fixes: { a: 0.9 } }),
      step('danger', { risk: 'high', fixes: { a: 0.9 } }),
      step('own', { fixes: { a: 0.1 } }),
    ])
    expect(walk(a, { own: 'skipped' })).toEqual(['own'])
  })

  test('an article without causes goes through its steps', () => {
    expect(walk(article({}, [step('one'), step('two', { note: true })]))).toEqual(['one', 'two'])
  })
})

describe('what is left for the agent', () => {
  const a = article({ a: 0.8, b: 0.2 }, [
    step('ask', { minutes: 1, answers: [answer('yes', ['b']), answer('no', ['a'])] }),
    step('fix-b', { by: 'helpdesk', fixes: { b: 0.9 } }),
    step('fix-a', { by: 'helpdesk', fixes: { a: 0.9 } }),
    step('local', { by: 'local-admin', minutes: 1, fixes: { a: 0.2 } }),
  ])
  const left = (tried: readonly Tried[]) => plan(a, tried).left.map(({ id }) => id)

  test('best first by what is known now', () => {
    expect(left([])).toEqual(['fix-a', 'local', 'fix-b'])
    expect(left([{ step: 'ask', outcome: 'no' }])).toEqual(['fix-b', 'fix-a', 'local'])
  })

  test('what only looks goes before what changes something', () => {
    const looking = [...a.steps, step('read-log', { by: 'helpdesk', minutes: 20, note: true })]
    expect(plan({ ...a, steps: looking }, []).left[0]?.id).toBe('read-log')
  })

  test('without what an agent has tried already', () => {
    expect(left([{ step: 'fix-a', outcome: 'no-change' }])).toEqual(['fix-b', 'local'])
  })
})

describe('what is not worth the employee’s time', () => {
  test('a long step with a small chance is left to the helpdesk', () => {
    const long = step('long', { minutes: 20, fixes: { rare: 0.9 } })
    const short = step('short', { minutes: 2, fixes: { rare: 0.9 } })
    const rare = { rare: 0.1, frequent: 0.9 }
    expect(plan(article(rare, [long]), []).next).toBeUndefined()
    expect(plan(article(rare, [short]), []).next?.id).toBe('short')
  })

  test('a question that tells almost nothing is not asked', () => {
    const answers = [answer('yes', ['rare']), answer('no')]
    const causes = { rare: 0.03, frequent: 0.97 }
    expect(plan(article(causes, [step('ask', { minutes: 5, answers })]), []).next).toBeUndefined()
    expect(
      plan(article({ rare: 0.5, frequent: 0.5 }, [step('ask', { minutes: 5, answers })]), []).next?.id,
    ).toBe('ask')
  })

  test('a correction waits for the answer that calls for it', () => {
    const ask = step('ask', { minutes: 1, answers: [answer('right', ['wrong']), answer('off', ['other'])] })
    const correct = step('correct', { fixes: { wrong: 0.9 }, after: { step: 'ask', answer: 'off' } })
    const asked = article({ wrong: 0.5, other: 0.5 }, [ask, correct])
    expect(plan(asked, [{ step: 'ask', outcome: 'skipped' }]).next).toBeUndefined()
    expect(plan(asked, [{ step: 'ask', outcome: 'off' }]).next?.id).toBe('correct')
  })
})
