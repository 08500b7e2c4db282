import { expect, test } from 'vitest'
import { advance } from '../../src/dialogs/advance.ts'
import type { Knowledge } from '../../src/dialogs/moment.ts'
import { openCase } from '../../src/dialogs/opening.ts'
import { start } from '../../src/dialogs/troubleshoot.ts'
import type { Advanced, Case, Reply } from '../../src/dialogs/types.ts'
import type { Article, TopicId } from '../../src/knowledge/article.ts'
import { plan } from '../../src/knowledge/order.ts'
import { shippedContent, shippedLibrary } from '../support/content.ts'

const library = shippedLibrary()
const { speech } = shippedContent()
const knowledge: Knowledge = { article: id => library.articles.get(id), languages: speech.languages }

/** Choices that lead out of the article at once; each is tried, none is followed. */
const exits = new Set(['person', 'not-this', 'start-over'])
let count = 0
const seed = () => `seed-${count++}`

interface Walked {
  readonly ends: Set<string>
  readonly cards: Map<string, { reply: Reply; case: Case }>
  /** States whose every continuation was followed. */
  readonly done: Set<string>
}

const walks = new Map<TopicId, Walked>()

/** Every way through an article: each open choice of each question, until somebody else owns the case or it is fixed. */
function walk(topic: TopicId): Walked {
  const known = walks.get(topic)
  if (known) return known
  const walked: Walked = { ends: new Set(), cards: new Map(), done: new Set() }
  const fresh = openCase(seed(), 0, 'en', 'default')
  const m = { knowledge, at: 0, seed: seed() }
  const first = start(m, fresh, { topic, confidence: 1 }, 'chosen')
  follow(first.case, first.replies, [], walked)
  walks.set(topic, walked)
  return walked
}

function follow(c: Case, replies: readonly Reply[], path: readonly string[], walked: Walked): void {
  for (const reply of replies)
    walked.cards.set(JSON.stringify([reply.say, reply.step, reply.choices]), { reply, case: c })
  if (c.owner !== 'bot') return void walked.ends.add('person')
  if (c.outcome === 'fixed') return void walked.ends.add('fixed')
  const state = stateOf(c)
  expect(path, 'a loop').not.toContain(state)
  if (walked.done.has(state)) return
  walked.done.add(state)
  for (const next of continuations(c)) follow(next.case, next.replies, [...path, state], walked)
}

function continuations(c: Case): Advanced[] {
  if (!c.open) return [afterFreeText(c)]
  const { choices, nonce } = c.open
  expect(choices).not.toHaveLength(0)
  const followed = choices.filter(choice => !exits.has(choice))
  return followed.map(choice => advance(knowledge, c, { at: 0, seed: seed(), kind: 'choice', choice, nonce }))
}

/** Stages without buttons wait for words. */
function afterFreeText(c: Case): Advanced {
  const understood = {
    signatures: [],
    strays: [],
    decided: [],
    candidates: [],
    band: 'none',
    words: 3,
  } as const
  return advance(knowledge, c, {
    at: 0,
    seed: seed(),
    kind: 'message',
    text: 'it is odd',
    secret: false,
    understood,
  })
}

/** Two cases go on alike when the same steps are behind them and the same is believed of the causes. */
function stateOf(c: Case): string {
  const article = library.articles.get(c.topic?.id ?? '')
  const { belief } = article ? plan(article, c.steps) : { belief: [] }
  const believed = belief.map(({ cause, probability }) => [cause, probability.toFixed(6)]).sort()
  const handedOver = c.steps.some(({ step, outcome }) =>
    article?.steps.some(s => s.id === step && s.answers.some(a => a.id === outcome && a.handOver)),
  )
  return JSON.stringify([
    c.stage,
    c.topic?.id,
    c.steps.map(({ step }) => step).sort(),
    believed,
    handedOver,
    c.misses,
  ])
}

const articles = [...library.articles.values()]

test.each(articles)('every way through $id ends in "fixed" or with a person', article => {
  const { ends } = walk(article.id)
  expect(ends).toContain('person')
  if (article.steps.some(step => step.by === 'employee' && !article.adminOnly))
    expect(ends).toContain('fixed')
})

test.each(articles)('no card of $id shows an employee what is not theirs to do', article => {
  const shown = [...walk(article.id).cards.values()].flatMap(({ reply }) =>
    reply.step ? [reply.step.step] : [],
  )
  const theirs = article.steps
    .filter(step => step.by === 'employee' && step.risk !== 'high')
    .map(({ id }) => id)
  expect(shown.filter(step => !theirs.includes(step))).toEqual([])
})

test.each(speech.languages)('every card of every article has words and labels in %s', language => {
  for (const article of articles) {
    for (const { reply, case: c } of walk(article.id).cards.values()) checkSpoken(article, reply, c, language)
  }
})

function checkSpoken(article: Article, reply: Reply, c: Case, language: string): void {
  const spoken = speech.speak(reply, language, c.open, 1)
  const where = `${article.id}, ${language}: ${JSON.stringify(reply.step ?? reply.say)}`
  expect(spoken.blocks.length, where).toBeGreaterThan(0)
  expect(spoken.summary, where).not.toBe('')
  for (const text of [
    ...spoken.blocks.map(block => JSON.stringify(block)),
    ...spoken.choices.map(({ label }) => label),
  ]) {
    expect(text, where).not.toMatch(/\{\{|\{(ui|org):|undefined|(choice|step|hand-over|case)\.[a-z]/)
  }
}
