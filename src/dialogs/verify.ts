/** The end of a case: verified once, thanked, the second problem, and the way back in. */
import type { StepId } from '../knowledge/article.ts'
import { ask, type Moment, prefixed, sentence, tell } from './moment.ts'
import { nextCase } from './opening.ts'
import { recorded } from './record.ts'
import { showNextStep, start } from './troubleshoot.ts'
import type { Advanced, Case, StepRecord } from './types.ts'

/** "Fixed", said before any step was shown. */
export function fixedByItself(m: Moment, c: Case): Advanced {
  return ask(
    m,
    { ...c, stage: { kind: 'verify' } },
    { say: [sentence('verify.ask')], choices: ['yes', 'no'] },
  )
}

/** The step after which it worked, if there was one. */
export function fixedBy(m: Moment, c: Case, step: StepId | undefined): Case {
  return step ? recorded(m, c, step, 'fixed') : c
}

export function verified(m: Moment, before: Case): Advanced {
  const { handOver: _, ...rest } = before
  const c: Case = { ...rest, outcome: 'fixed', fixedAt: m.at, stage: { kind: 'feedback' }, misses: 0 }
  return ask(m, c, {
    say: [sentence('verify.fixed'), sentence('feedback.ask')],
    choices: ['helpful', 'not-helpful'],
  })
}

/** Not fixed after all: the step counts as without effect and the next one follows. */
export function notVerified(m: Moment, c: Case, step: StepId | undefined): Advanced {
  if (!step) return tell({ ...c, stage: { kind: 'clarify' } }, [sentence('triage.question-1')])
  return prefixed([sentence('verify.not-yet')], showNextStep(m, recorded(m, c, step, 'no-change')))
}

export function feedbackGiven(m: Moment, before: Case, helpful: boolean): Advanced {
  return farewell(m, { ...before, helpful }, helpful ? 'feedback.thanks' : 'feedback.sorry')
}

/** A last sentence; the other problem that was kept comes now. */
export function farewell(m: Moment, before: Case, key: string): Advanced {
  const c: Case = { ...before, stage: { kind: 'done' } }
  return prefixed([sentence(key)], secondProblem(m, c) ?? tell(c, []))
}

/** The other problem the employee mentioned is not forgotten. */
export function secondProblem(m: Moment, c: Case): Advanced | undefined {
  const topic = c.later.find(topic => m.knowledge.article(topic))
  if (!topic) return undefined
  const say = [sentence('later.ask', { topic: { topic } })]
  return ask(m, { ...c, stage: { kind: 'second', topic } }, { say, choices: ['yes', 'no'] })
}

export function secondAnswered(m: Moment, before: Case, topic: string, wanted: boolean): Advanced {
  const later = before.later.filter(other => other !== topic)
  if (!wanted) return tell({ ...before, later, stage: { kind: 'done' } }, [sentence('later.dropped')])
  const c = { ...nextCase(before, m.seed, m.at), later, words: before.words }
  return start(m, c, { topic, confidence: 1 }, 'chosen')
}

/** "After ten minutes it is back": the case goes on where it was. */
export function reopened(m: Moment, before: Case): Advanced {
  const { outcome: _, fixedAt: __, ...rest } = before
  const steps = before.steps.map(cameBack)
  const c: Case = { ...rest, steps, owner: 'bot', misses: 0 }
  const say = [sentence('reopen.sorry')]
  return prefixed(
    say,
    c.topic
      ? showNextStep(m, c)
      : tell({ ...c, stage: { kind: 'clarify' } }, [sentence('triage.question-1')]),
  )
}

function cameBack(record: StepRecord): StepRecord {
  return record.outcome === 'fixed' ? { ...record, outcome: 'came-back' } : record
}
