/** After the end: a courtesy, the same problem again, or perhaps the same. */
import { type Understanding, unhelped } from '../knowledge/understanding.ts'
import { ask, type Moment, sentence, tell } from './moment.ts'
import { nextCase } from './opening.ts'
import { remembered } from './record.ts'
import type { Advanced, Case } from './types.ts'
import { farewell, reopened } from './verify.ts'

/** Undefined: another problem, which is a case of its own. */
export function afterTheEnd(m: Moment, c: Case, text: string, u: Understanding): Advanced | undefined {
  const fixed = c.outcome === 'fixed'
  if (fixed && isSame(c, u)) return reopened(m, c)
  const courtesy = u.interrupt === 'thanks' || u.interrupt === 'noise' || u.answer === 'fixed'
  if (courtesy) return farewell(m, c, 'small.thanks')
  const nothingNew = u.decided.length === 0 && u.band === 'none' && !u.interrupt
  if (c.stage.kind === 'feedback' && nothingNew) return farewell(m, remembered(c, text, []), 'feedback.noted')
  return fixed && mayBeSame(c, u) ? askIfSame(m, c, text) : undefined
}

function isSame({ topic }: Case, { answer, decided }: Understanding): boolean {
  return answer === 'back-again' || unhelped.has(answer) || decided.some(id => id === topic?.id)
}

/** "The problem of yesterday": asked once, until silence has closed the case. */
function mayBeSame(c: Case, u: Understanding): boolean {
  const { decided, interrupt, band, candidates, facts = [] } = u
  const complains = band !== 'none' || facts.some(({ kind }) => kind === 'since')
  const isAnother = decided.length > 0 || (band === 'sure' && candidates[0]?.topic !== c.topic?.id)
  return (
    c.owner === 'bot' &&
    complains &&
    !isAnother &&
    !interrupt &&
    c.topic !== undefined &&
    c.stage.kind !== 'same-again'
  )
}

function askIfSame(m: Moment, c: Case, said: string): Advanced {
  const say = [sentence('reopen.ask', { topic: { topic: c.topic?.id ?? '' } })]
  return ask(m, { ...c, stage: { kind: 'same-again', said } }, { say, choices: ['yes', 'no', 'person'] })
}

/** Another one: what was said of it is kept. */
export function sameAnswered(m: Moment, c: Case, said: string, same: boolean): Advanced {
  if (same) return reopened(m, c)
  const next = { ...nextCase(c, m.seed, m.at), words: [said] }
  return tell({ ...next, stage: { kind: 'clarify' } }, [sentence('triage.question-1')])
}
