/** The steps of an article, one at a time. What came of them is in outcomes.ts. */
import type { Article, Step, StepId } from '../knowledge/article.ts'
import { canWaitWithRestart, nextStep } from '../knowledge/order.ts'
import type { Candidate } from '../knowledge/understanding.ts'
import { handOver } from './escalate.ts'
import { ask, type Moment, prefixed, sentence } from './moment.ts'
import { articleOf } from './record.ts'
import { isAmong, triedWithoutOutcome, withTold } from './told.ts'
import type { Advanced, Case, ChoiceId, HandOverReason, Sentence } from './types.ts'

type How = NonNullable<Case['topic']>['how']

/** Begins an article. `how` decides what the employee is told of what was understood. */
export function start(m: Moment, before: Case, best: Candidate, how: How): Advanced {
  const later = before.later.filter(topic => topic !== best.topic)
  const topic = { id: best.topic, confidence: best.confidence, how }
  const c: Case = { ...before, topic, later, misses: 0 }
  return prefixed(introduction(c, topic), showNextStep(m, c))
}

function introduction(c: Case, topic: NonNullable<Case['topic']>): Sentence[] {
  const intro = sentence('start.intro', { intro: { intro: topic.id } })
  const code = c.signatures[0]
  if (topic.how === 'signature' && code)
    return [sentence('start.by-code', { code: { signature: code } }), intro]
  if (topic.how === 'words') return [sentence('start.by-words', { topic: { topic: topic.id } }), intro]
  return [intro]
}

/** Plans on today's article and shows the step that comes next, or hands over when none is left. */
export function showNextStep(m: Moment, before: Case): Advanced {
  const article = articleOf(m, before)
  if (!article) return handOver(m, before, 'no-topic')
  const c = withTold(m, before, article)
  const tried = c.steps.filter(({ topic }) => topic === article.id)
  const next = nextStep(planned(article, c), tried)
  if (next) return showStep(m, c, article, next)
  return handOver(m, c, reasonAtTheEnd(article, c))
}

/** Without the steps that what was told makes pointless. */
function planned(article: Article, { facts }: Case): Article {
  return { ...article, steps: article.steps.filter(({ notWhen }) => !isAmong(notWhen, facts)) }
}

function reasonAtTheEnd(article: Article, c: Case): HandOverReason {
  const own = c.steps.filter(({ topic }) => topic === article.id)
  const told = own.flatMap(
    ({ step, outcome }) =>
      article.steps.find(({ id }) => id === step)?.answers.find(({ id }) => id === outcome) ?? [],
  )
  if (told.some(({ outage }) => outage)) return 'outage'
  if (article.adminOnly) return 'administrator'
  return c.steps.some(({ outcome }) => outcome === 'came-back') ? 'came-back' : 'steps-used-up'
}

export function showStep(m: Moment, c: Case, article: Article, step: Step): Advanced {
  const waits = waitsWithRestart(c, planned(article, c), step)
  return ask(
    m,
    { ...c, stage: { kind: 'step', step: step.id } },
    {
      say: triedWithoutOutcome(step, c) ? [sentence('step.tried-before')] : [],
      step: {
        topic: article.id,
        step: step.id,
        number: stepNumber(c),
        ...(waits && { restartLater: true as const }),
      },
      ...(waits && { after: [sentence('step.restart-later')] }),
      choices: choicesOf(step, c, article),
    },
  )
}

function waitsWithRestart(c: Case, article: Article, step: Step): boolean {
  const tried = c.steps.filter(({ topic }) => topic === article.id)
  return canWaitWithRestart(article, tried, step)
}

/** The step again, shortly: after help, an insult, a restart, or words that were not understood. */
export function repeatStep(m: Moment, c: Case, id: StepId): Advanced {
  const article = articleOf(m, c)
  const step = article?.steps.find(step => step.id === id)
  if (!article || !step) return prefixed([sentence('resume.step-gone')], showNextStep(m, c))
  const values = { number: stepNumber(c), name: { step: step.id, of: article.id } }
  const say = [sentence('step.where-we-are', values)]
  return ask(
    m,
    { ...c, stage: { kind: 'step', step: id } },
    { say, choices: choicesOf(step, c, article), about: step.id },
  )
}

/** A question has its own answers, a note is written; what else may have happened stays at hand. */
function choicesOf(step: Step, c: Case, article: Article): ChoiceId[] {
  const asks = step.answers.length > 0 || step.note
  const named = step.answers.map(({ id }) => `answer:${id}`)
  const outcomes = asks
    ? ['could-not', 'fixed', 'different']
    : waitsWithRestart(c, article, step)
      ? ['awaits-restart', 'could-not', 'fixed']
      : ['fixed', 'no-change', 'different', 'could-not']
  const undo = stepNumber(c) === 1 && c.topic?.how !== 'chosen' ? ['not-this'] : []
  return [...named, ...outcomes, ...undo, 'person']
}

function stepNumber(c: Case): number {
  return c.steps.filter(({ how }) => how === 'verified').length + 1
}
