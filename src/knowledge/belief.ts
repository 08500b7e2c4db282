/** What is believed of an article's causes, and how what was tried changes it. Formulas: see order.ts. */
import type { Article, CauseId, Step, StepId } from './article.ts'

export interface Tried {
  readonly step: StepId
  /** An outcome as in dialogs/types.ts (`fixed`, `no-change` …), or the id of one of the step's answers. */
  readonly outcome: string
}

/** Probability of each cause; sums to 1, or is empty for an article without causes. */
export type Belief = ReadonlyMap<CauseId, number>

/** P(fixed) of a step that says nothing of what it fixes: worth a try, after everything that is known to help. */
const unstated = 0.1

export function beliefAfter(article: Article, tried: readonly Tried[]): Belief {
  const priors = normalised(new Map(Object.entries(article.causes)))
  let belief = priors
  for (const { step: id, outcome } of tried) {
    const step = article.steps.find(s => s.id === id)
    if (step !== undefined) belief = observe(belief, cause => likelihood(step, outcome, cause)) ?? priors
  }
  return belief
}

/** Undefined when the observation contradicts everything: then we know no more than at the start. */
function observe(belief: Belief, likelihoodOf: (cause: CauseId) => number): Belief | undefined {
  const weights = [...belief].map(([cause, p]) => [cause, p * likelihoodOf(cause)] as const)
  return weights.some(([, weight]) => weight > 0) ? normalised(new Map(weights)) : undefined
}

/** P(outcome | cause), up to a factor that is the same for all causes. */
function likelihood(step: Step, outcome: string, cause: CauseId): number {
  switch (outcome) {
    case 'could-not':
    case 'skipped':
    case 'noted':
    // Its effect shows after the restart.
    case 'awaits-restart':
    // It helped for a while: that speaks neither for nor against a cause that the step can mend for good.
    case 'came-back':
      return 1
    case 'no-change':
    case 'different':
      return 1 - fixedBy(step, cause)
    case 'fixed':
      return fixedBy(step, cause)
    default: {
      const answer = step.answers.find(a => a.id === outcome)
      return answer?.rulesOut.includes(cause) ? 0 : 1
    }
  }
}

/** P(fixed | cause). */
function fixedBy(step: Step, cause: CauseId): number {
  return statesFixes(step) ? (step.fixes[cause] ?? 0) : unstated
}

export function statesFixes(step: Step): boolean {
  for (const _ in step.fixes) return true
  return false
}

/** P(fixed): over all causes, what the step would repair. */
export function chanceToFix(step: Step, belief: Belief): number {
  if (!statesFixes(step)) return unstated
  let sum = 0
  for (const [cause, p] of belief) sum += p * fixedBy(step, cause)
  return sum
}

function normalised(weights: Belief): Belief {
  const sum = [...weights.values()].reduce((a, b) => a + b, 0)
  return sum > 0 ? new Map([...weights].map(([cause, w]) => [cause, w / sum])) : weights
}
