/** Words that would be taken for more than they say: about oneself, beside the question, of a code, or asked back. */
import type { Step } from '../knowledge/article.ts'
import { elsewhere } from '../knowledge/facts/claims.ts'
import { type Understanding, unhelped } from '../knowledge/understanding.ts'
import { handOver } from './escalate.ts'
import { again } from './interrupts.ts'
import { patience } from './listen.ts'
import { type Moment, prefixed, sentence } from './moment.ts'
import { articleOf } from './record.ts'
import { showStep } from './troubleshoot.ts'
import type { Advanced, Case, ChoiceId } from './types.ts'

function stepOf(m: Moment, c: Case): Step | undefined {
  return articleOf(m, c)?.steps.find(({ id }) => id === c.open?.step)
}

/** Words that look like this choice, and mean something else. */
export function isMisheard(m: Moment, c: Case, u: Understanding, choice: ChoiceId): boolean {
  const reasons = [saysWhichCode, isBesideTheQuestion, isNoYes, worksElsewhere, isOfAnother]
  return reasons.some(holds => holds(m, c, u, choice))
}

/** "Still does not work", asked whether it works for the others: it may be said of oneself, and an outage calls many. */
export function isOnlyAboutMe(m: Moment, c: Case, u: Understanding, choice: ChoiceId): boolean {
  const step = c.stage.kind === 'step' ? stepOf(m, c) : undefined
  if (step?.asks !== 'affected' || u.facts?.some(({ kind }) => kind === 'affected')) return false
  const failing =
    choice === 'no-change' || step.answers.some(({ id, outage }) => outage && choice === `answer:${id}`)
  return failing && (unhelped.has(u.answer) || u.turned === true || (u.answer === 'no' && c.misses > 0))
}

export function askedWhom(m: Moment, c: Case): Advanced {
  return c.misses < patience
    ? again(m, { ...c, misses: c.misses + 1 }, [sentence('step.whom')])
    : handOver(m, c, 'not-understood')
}

export function isWithoutRights({ facts = [] }: Understanding): boolean {
  return facts.some(({ kind, value }) => kind === 'rights' && value === 'none')
}

export function isQuestion(m: Moment, c: Case): boolean {
  return (stepOf(m, c)?.answers.length ?? 0) > 0
}

/** No rights are no reason for not knowing whether the others can work. */
function isBesideTheQuestion(m: Moment, c: Case, u: Understanding, choice: ChoiceId): boolean {
  return choice === 'could-not' && isWithoutRights(u) && isQuestion(m, c)
}

const notWhetherItWorks: ReadonlySet<string> = new Set(['confirm', 'same-again', 'second'])

/** "It works now" is no "yes" to "is it about this?". */
function isNoYes(_: Moment, { stage }: Case, { answer }: Understanding, choice: ChoiceId): boolean {
  return choice === 'yes' && answer === 'fixed' && notWhetherItWorks.has(stage.kind)
}

/** "On the hotspot it works", to another step: it is noted, and nothing is fixed. */
function worksElsewhere(m: Moment, c: Case, { claims = [] }: Understanding, choice: ChoiceId): boolean {
  const about = stepOf(m, c)?.about
  const there = claims.some(
    ({ action, outcome }) => elsewhere.has(action) && outcome === 'helped' && action !== about,
  )
  return choice === 'fixed' && there
}

/** "Restarted, that does not help either", asked for the key: nobody has typed it. */
function isOfAnother(m: Moment, c: Case, { claims = [] }: Understanding, choice: ChoiceId): boolean {
  const step = c.stage.kind === 'step' ? stepOf(m, c) : undefined
  if (choice !== 'no-change' || !step?.about || step.restart) return false
  return (
    claims.some(({ outcome }) => outcome === 'no-help') && !claims.some(({ action }) => action === step.about)
  )
}

/** "Now it says 13801": what came of the step is told already. "Still 1068" answers no question. */
function saysWhichCode(m: Moment, c: Case, u: Understanding, choice: ChoiceId): boolean {
  const atStep = c.stage.kind === 'step' || c.stage.kind === 'verify'
  if (!atStep || c.owner !== 'bot' || u.signatures.length === 0) return false
  const fresh = u.signatures.some(signature => !c.signatures.includes(signature))
  const other = u.decided.length > 0 && !u.decided.some(topic => topic === c.topic?.id)
  return choice === 'different' || (choice === 'no-change' && (isQuestion(m, c) || (fresh && other)))
}

/** "What do you mean?", "where do I find that?": the step once more, whole; asked again, it could not be done. */
export function askedBack(
  m: Moment,
  c: Case,
  text: string,
  u: Understanding,
  choice: ChoiceId | undefined,
): Advanced | undefined {
  const step = c.owner === 'bot' && c.stage.kind === 'step' && !c.stage.again ? stepOf(m, c) : undefined
  const article = articleOf(m, c)
  const asks = /[?？]\s*$/.test(text) && (choice === 'could-not' || tellsNothing(u, choice))
  if (!step || !article || !asks || step.note) return undefined
  const shown = prefixed([sentence('step.once-more')], showStep(m, c, article, step))
  return { ...shown, case: { ...shown.case, stage: { kind: 'step', step: step.id, again: true } } }
}

function tellsNothing(u: Understanding, choice: ChoiceId | undefined): boolean {
  const told = (u.facts ?? []).length + (u.claims ?? []).length + u.decided.length
  return choice === undefined && told === 0 && !u.interrupt && u.band !== 'sure'
}

/** "No idea", to a question: its answer, and no task that somebody was kept from. */
export function isNotKnown(m: Moment, c: Case, u: Understanding, choice: ChoiceId): boolean {
  return c.stage.kind === 'step' && isQuestion(m, c) && choice === 'could-not' && u.choice === undefined
}
