/** Free words while a step is open: a new code, another problem, a note, or something not understood. */
import type { StepId } from '../knowledge/article.ts'
import type { Understanding } from '../knowledge/understanding.ts'
import { handOver } from './escalate.ts'
import { type Moment, prefixed, sentence } from './moment.ts'
import { askVerify, stepAnswered, whyAnswered } from './outcomes.ts'
import { articleOf, keptForLater, recorded, remembered } from './record.ts'
import { repeatStep, showNextStep, start } from './troubleshoot.ts'
import type { Advanced, Case } from './types.ts'

/** Utterances in a row that a step bears without an answer before a person takes over. */
export const patience = 2
/** Fewer words at a step are about the step. */
const wordsOfAProblem = 8

export function saidAtStep(m: Moment, before: Case, id: StepId, text: string, u: Understanding): Advanced {
  const c = remembered(before, text, u.signatures)
  const step = articleOf(m, c)?.steps.find(step => step.id === id)
  if (step?.note)
    return prefixed([sentence('step.noted')], showNextStep(m, recorded(m, c, id, 'noted', text)))
  const moved = toAnotherTopic(m, c, id, u) ?? corrected(m, c, u)
  if (moved) return moved
  if (u.answer === 'different' && u.signatures.length > 0 && !isKnownSince(before, u))
    return prefixed([sentence('step.noted')], showNextStep(m, recorded(m, c, id, 'different', text)))
  if (isKnownSince(before, u) && !step?.answers.length) return stepAnswered(m, c, id, 'no-change')
  if (u.decided.length > 0) return prefixed([sentence('step.noted')], repeatStep(m, { ...c, misses: 0 }, id))
  if (tellsSomething(u)) return toldAtStep(m, c, id)
  return anotherProblem(m, c, id, u) ?? notUnderstood(m, c, id)
}

/** The same code once more, without an answer word: the step has not helped. Named for the first time it says nothing of it. */
function isKnownSince(before: Case, { decided, signatures }: Understanding): boolean {
  return decided.length > 0 && signatures.every(signature => before.signatures.includes(signature))
}

function tellsSomething({ facts = [], claims = [] }: Understanding): boolean {
  return facts.length + claims.length > 0
}

/** Where they are, what they have tried before: the plan may change, the step may be done with. */
function toldAtStep(m: Moment, c: Case, id: StepId): Advanced {
  const article = articleOf(m, c)
  const next = article && showNextStep(m, { ...c, misses: 0 })
  const same = next?.case.stage.kind === 'step' && next.case.stage.step === id
  return next && !same ? next : repeatStep(m, { ...c, misses: 0 }, id)
}

/** Asked whether it works properly: what tells nothing is no answer, so it is asked again. */
export function saidAtVerify(m: Moment, before: Case, id: StepId, text: string, u: Understanding): Advanced {
  const tells = u.decided.length > 0 || u.answer !== undefined || u.band === 'sure' || tellsSomething(u)
  if (tells || before.misses >= patience) return saidAtStep(m, before, id, text, u)
  const c = remembered(before, text, u.signatures)
  return prefixed([sentence('step.not-understood-1')], askVerify(m, { ...c, misses: c.misses + 1 }, id))
}

/** Own words for why a step could not be done; unless it works now, or a code tells of something else. */
export function reasonSaid(m: Moment, before: Case, id: StepId, text: string, u: Understanding): Advanced {
  if (u.answer === 'fixed') return stepAnswered(m, before, id, 'fixed')
  const c = remembered(before, text, u.signatures)
  return toAnotherTopic(m, c, id, u) ?? whyAnswered(m, c, id, text)
}

/** What the employee sees after "something different" decides how it goes on. */
export function described(m: Moment, before: Case, id: StepId, text: string, u: Understanding): Advanced {
  const c = remembered(before, text, u.signatures)
  const moved = toAnotherTopic(m, c, id, u)
  if (moved) return moved
  return prefixed([sentence('step.noted')], showNextStep(m, recorded(m, c, id, 'different', text)))
}

/** A code of another article: the problem has changed its face, the case goes on over there. */
function toAnotherTopic(m: Moment, c: Case, id: StepId, u: Understanding): Advanced | undefined {
  const topic = u.decided.find(topic => topic !== c.topic?.id && m.knowledge.article(topic))
  if (!topic || u.decided.some(topic => topic === c.topic?.id)) return undefined
  const [code] = u.signatures
  const first = code ? [code, ...c.signatures.filter(signature => signature !== code)] : c.signatures
  const noted = recorded(m, { ...c, signatures: first }, id, 'different')
  return start(m, noted, { topic, confidence: 1 }, 'signature')
}

/** "No, I mean …", as long as "that is not it" is open: the wrong topic is kept as an example, the right one begins. */
function corrected(m: Moment, c: Case, u: Understanding): Advanced | undefined {
  const [best] = u.candidates
  const wrong = c.topic?.id
  if (!u.denies || !best || u.band !== 'sure' || !wrong || best.topic === wrong) return undefined
  if (!c.open?.choices.includes('not-this') || !m.knowledge.article(best.topic)) return undefined
  return start(m, { ...c, notThese: [...c.notThese, wrong] }, best, 'words')
}

/** Clearly another problem, told at length: kept, and this one goes on first. */
function anotherProblem(m: Moment, c: Case, id: StepId, u: Understanding): Advanced | undefined {
  const [best] = u.candidates
  if (!best || u.band !== 'sure' || u.words < wordsOfAProblem || best.topic === c.topic?.id) return undefined
  const kept = sentence('later.kept', { topic: { topic: best.topic } })
  return prefixed([kept], repeatStep(m, keptForLater(c, [best.topic]), id))
}

function notUnderstood(m: Moment, before: Case, id: StepId): Advanced {
  const c = { ...before, misses: before.misses + 1 }
  if (c.misses > patience) return handOver(m, c, 'not-understood')
  return prefixed([sentence(`step.not-understood-${c.misses}`)], repeatStep(m, c, id))
}
