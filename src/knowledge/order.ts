/**
 * Which step next. Decision-theoretic troubleshooting as in D. Heckerman, J. S. Breese, K. Rommelse,
 * "Decision-Theoretic Troubleshooting", Communications of the ACM 38(3), 1995: one cause is at work (single
 * fault), every step costs something, and the step with the greatest P(fixed) / cost goes first.
 *
 *   belief(c)  ~ prior(c) * product over everything tried of P(what was seen | c)
 *   P(fixed by s) = sum over c of belief(c) * fixes(s, c)
 *   worth(s)   = P(fixed by s) / cost(s)
 *   gain(q)    = I(cause; answer to q), in bits;  a question's worth is gain(q) / cost(q)
 *
 * Where the paper compares expected costs to decide whether to observe or to repair, a simpler rule stands here,
 * because it can be explained to an author: a question that still separates causes goes before a step that costs
 * as much as the question or more, unless that step will more likely than not fix it.
 *
 * What costs the employee more than it saves is left to the helpdesk: a step is worth its minutes when
 * P(fixed) * (minutes of a hand-over) reaches them, a question when it tells enough bits a minute.
 */
import type { Article, CauseId, Step } from './article.ts'
import { type Belief, beliefAfter, chanceToFix, statesFixes, type Tried } from './belief.ts'

export type { Tried }

export interface Likely {
  readonly cause: CauseId
  readonly probability: number
}

export interface Plan {
  /** For the employee. Absent: nothing is left that they could do, hand over. */
  readonly next?: Step
  /** Most likely first; sums to 1. Empty for an article without causes. */
  readonly belief: readonly Likely[]
  /** What is not for the employee and was not tried, best first. */
  readonly left: readonly Step[]
}

/** What a restart costs beside its minutes: open work is lost and the chat is left. */
const restartMinutes = 10
/** From here on a step is simply done: whoever has just said "the clock was wrong" expects to set it right. */
const likely = 0.5
/** Until the employee is back in the chat. */
const bootMinutes = 5
/** What a hand-over costs the employee: waiting, telling, being without the thing meanwhile. */
const handOverMinutes = 60
/** Bits that a question must tell for each minute it takes. */
const leastBits = 0.05
/** Below this a cause is not worth a question of its own. */
const live = 0.02

/** Pure. `tried` holds this article's steps only, in any order; steps the article no longer has are ignored. */
export function plan(article: Article, tried: readonly Tried[]): Plan {
  const belief = beliefAfter(article, tried)
  const next = nextOf(article, tried, belief)
  const others = untried(article, tried).filter(step => step.by !== 'employee')
  return { ...(next && { next }), belief: sorted(belief), left: forAgent(others, belief) }
}

/** The plan's `next` alone, for each turn; the rest is for the agent. */
export function nextStep(article: Article, tried: readonly Tried[]): Step | undefined {
  return nextOf(article, tried, beliefAfter(article, tried))
}

/**
 * The step needs a restart, and so does another one that follows: one restart after the last of them is enough. The
 * restart that is a step of its own always comes last.
 */
export function canWaitWithRestart(article: Article, tried: readonly Tried[], step: Step): boolean {
  if (!step.restart || step.about === 'restart' || step.answers.length > 0) return false
  const after = [...tried, { step: step.id, outcome: 'awaits-restart' }]
  for (let next = nextStep(article, after); next; next = nextStep(article, after)) {
    if (next.restart) return true
    if (next.answers.length > 0) return false
    after.push({ step: next.id, outcome: 'no-change' })
  }
  return false
}

/** An administrator's topic asks all its facts as the author wrote them; they are what the agent starts from. */
function nextOf(article: Article, tried: readonly Tried[], belief: Belief): Step | undefined {
  if (handsOver(article, tried)) return undefined
  const own = untried(article, tried).filter(step => step.by === 'employee' && step.risk !== 'high')
  const open = own.filter(step => isOpen(step, article, tried))
  if (article.adminOnly) return open[0]
  const worth = restartLast(open.filter(step => isWorthwhile(step, belief)))
  return best(worth, belief) ?? worth.find(isFact)
}

function untried(article: Article, tried: readonly Tried[]): readonly Step[] {
  return article.steps.filter(step => !tried.some(t => t.step === step.id))
}

/** A correction waits for what it corrects; after a step with a restart nobody has to restart once more. */
function isOpen({ about, after }: Step, article: Article, tried: readonly Tried[]): boolean {
  if (after && !tried.some(({ step, outcome }) => step === after.step && outcome === after.answer))
    return false
  return about !== 'restart' || !tried.some(record => wasRestart(record, article))
}

function wasRestart({ step: id, outcome }: Tried, article: Article): boolean {
  const restarted = outcome === 'no-change' || outcome === 'different'
  return restarted && article.steps.some(step => step.id === id && step.restart)
}

/** The mere restart waits for the steps that need one themselves. */
function restartLast(steps: readonly Step[]): readonly Step[] {
  const others = steps.filter(step => step.about !== 'restart')
  return others.some(step => step.restart && isRepair(step)) ? others : steps
}

function isWorthwhile(step: Step, belief: Belief): boolean {
  if (isQuestion(step)) return gain(step, belief) >= leastBits * step.minutes
  if (!isRepair(step)) return true
  const minutes = step.minutes + (step.restart ? bootMinutes : 0)
  return chanceToFix(step, belief) * handOverMinutes >= minutes
}

function handsOver(article: Article, tried: readonly Tried[]): boolean {
  return tried.some(({ step: id, outcome }) =>
    article.steps.find(s => s.id === id)?.answers.some(a => a.id === outcome && a.handOver),
  )
}

/** What only looks goes before what changes something. */
function forAgent(steps: readonly Step[], belief: Belief): readonly Step[] {
  const looks = steps.filter(isFact)
  return [
    ...looks,
    ...ranked(
      steps.filter(step => !looks.includes(step)),
      belief,
    ),
  ]
}

/** Best first; at the end, in the author's order, what can no longer help by what is known. */
function ranked(steps: readonly Step[], belief: Belief): readonly Step[] {
  const first = best(steps, belief)
  if (first === undefined) return steps
  return [
    first,
    ...ranked(
      steps.filter(step => step !== first),
      belief,
    ),
  ]
}

function best(steps: readonly Step[], belief: Belief): Step | undefined {
  const question = greatest(steps.filter(isQuestion), step => gain(step, belief) / cost(step))
  const repair = greatest(steps.filter(isRepair), step => chanceToFix(step, belief) / cost(step))
  if (question === undefined || repair === undefined) return question ?? repair
  if (chanceToFix(repair, belief) >= likely) return repair
  return cost(repair) >= cost(question) ? question : repair
}

/** The first of the greatest; undefined when none is above zero. */
function greatest(steps: readonly Step[], worth: (step: Step) => number): Step | undefined {
  let found: Step | undefined
  let most = 0
  for (const step of steps) {
    const its = worth(step)
    if (its > most) [found, most] = [step, its]
  }
  return found
}

/** Its answers say something of the causes, or lead straight to a person. */
function isQuestion(step: Step): boolean {
  return step.answers.some(answer => answer.rulesOut.length > 0 || answer.handOver)
}

/** Only the agent wants to know: nothing here repairs or separates. */
function isFact(step: Step): boolean {
  return !isQuestion(step) && !isRepair(step)
}

function isRepair(step: Step): boolean {
  return statesFixes(step) || (step.answers.length === 0 && !step.note)
}

function cost(step: Step): number {
  return step.minutes + (step.restart ? restartMinutes : 0)
}

/**
 * Expected loss of entropy, in bits. An answer is as likely as any other that the cause allows. A question that
 * only leads to a person (no answer rules anything out) counts one bit: it may save all the other steps.
 */
function gain(step: Step, belief: Belief): number {
  if (step.answers.every(answer => answer.rulesOut.length === 0)) return 1
  const causes: CauseId[] = []
  const weights: number[] = []
  for (const [cause, p] of belief) {
    if (p < live) continue
    causes.push(cause)
    weights.push(p)
  }
  const ways = causes.map(cause => count(step.answers, answer => !answer.rulesOut.includes(cause)))
  let after = 0
  for (const { rulesOut } of step.answers) {
    after += entropy(weights.map((p, i) => (rulesOut.includes(causes[i] ?? '') ? 0 : p / (ways[i] ?? 1))))
  }
  const gained = entropy(weights) - after
  return gained > 1e-9 ? gained : 0
}

function count<T>(all: readonly T[], is: (one: T) => boolean): number {
  let found = 0
  for (const one of all) if (is(one)) found++
  return found
}

/** Entropy of weights that need not sum to one, times their sum. */
function entropy(weights: readonly number[]): number {
  let sum = 0
  for (const weight of weights) sum += weight
  let bits = 0
  for (const weight of weights) if (weight > 0) bits -= weight * Math.log2(weight / sum)
  return bits
}

function sorted(belief: Belief): readonly Likely[] {
  return [...belief]
    .map(([cause, probability]) => ({ cause, probability }))
    .sort((a, b) => b.probability - a.probability)
}
