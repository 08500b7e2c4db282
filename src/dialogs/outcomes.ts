/** What came of a step: by button, typed, taken back or left out. */
import type { Article, StepId } from '../knowledge/article.ts'
import { ask, type Moment, prefixed, sentence, tell } from './moment.ts'
import { articleOf, recorded } from './record.ts'
import { showNextStep, showStep } from './troubleshoot.ts'
import type { Advanced, Case, ChoiceId } from './types.ts'

/** Reasons offered when a step could not be done; own words are as welcome. */
const whyNot: readonly ChoiceId[] = ['why:no-rights', 'why:not-found', 'why:not-now']

/** A button of a step, or the typed word for it. */
export function stepAnswered(m: Moment, c: Case, id: StepId, choice: ChoiceId): Advanced {
  if (choice === 'fixed') return askVerify(m, c, id)
  if (choice === 'different')
    return tell({ ...c, stage: { kind: 'describe', step: id } }, [sentence('step.what-now')])
  if (choice === 'could-not') return askWhy(m, c, id)
  if (choice === 'awaits-restart')
    return prefixed([sentence('step.noted')], showNextStep(m, recorded(m, c, id, choice)))
  const answer = choice.startsWith('answer:') ? choice.slice('answer:'.length) : 'no-change'
  const after = restarted(recorded(m, c, id, answer), articleOf(m, c), id)
  return prefixed([sentence(acknowledgment(c, answer))], showNextStep(m, after))
}

/** A restart without effect says the same of the steps that waited for it. */
function restarted(c: Case, article: Article | undefined, id: StepId): Case {
  const step = article?.steps.find(step => step.id === id)
  if (!step?.restart) return c
  const steps = c.steps.map(record =>
    record.outcome === 'awaits-restart' && record.topic === article?.id
      ? { ...record, outcome: 'no-change' as const }
      : record,
  )
  return { ...c, steps }
}

/** "Fixed" is verified once before it is believed, and kept. */
export function askVerify(m: Moment, c: Case, step: StepId): Advanced {
  const say = [sentence('verify.ask')]
  return ask(m, { ...c, stage: { kind: 'verify', step } }, { say, choices: ['yes', 'no'], about: step })
}

export function askWhy(m: Moment, c: Case, step: StepId): Advanced {
  const say = [sentence('step.why')]
  return ask(m, { ...c, stage: { kind: 'why', step } }, { say, choices: whyNot, about: step })
}

/** The short why of "could not do it", by button or in the employee's own words. */
export function whyAnswered(m: Moment, c: Case, id: StepId, why: string): Advanced {
  return prefixed([sentence('step.noted')], showNextStep(m, recorded(m, c, id, 'could-not', why)))
}

export function skipStep(m: Moment, c: Case, id: StepId): Advanced {
  return prefixed([sentence('step.skipped')], showNextStep(m, recorded(m, c, id, 'skipped')))
}

/** "Back": the last answer is taken back and its step shown again. Undefined: there is none. */
export function stepBack(m: Moment, c: Case): Advanced | undefined {
  const last = c.stage.kind === 'verify' ? undefined : c.steps.findLast(({ how }) => how === 'verified')
  const article = articleOf(m, c)
  const id = c.stage.kind === 'verify' ? c.stage.step : last?.step
  const step = article?.steps.find(step => step.id === id)
  if (!article || !step) return undefined
  const steps = c.steps.filter(record => record !== last)
  return prefixed([sentence('back.done')], showStep(m, { ...c, steps }, article, step))
}

/** Not twice the same sentence in a row. */
function acknowledgment(c: Case, answer: string): string {
  return answer === 'no-change'
    ? `step.no-change-${(c.steps.length % 2) + 1}`
    : `step.thanks-${(c.steps.length % 2) + 1}`
}
