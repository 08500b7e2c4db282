/**
 * What the employee tells in passing: kept in the case, taken for the answers of the steps that ask for it, and shown
 * once, so that what was misread can be put right by a word or a button.
 */
import type { Article, Step } from '../knowledge/article.ts'
import type { Claim, Fact } from '../knowledge/fact.ts'
import type { Understanding } from '../knowledge/understanding.ts'
import type { Moment } from './moment.ts'
import type { Advanced, Case, ChoiceId, Noted, StepRecord } from './types.ts'

/** Later words replace earlier ones of the same kind. */
export function noted(m: Moment, c: Case, { facts = [], claims = [] }: Understanding): Case {
  if (facts.length + claims.length === 0) return c
  const known = c.facts ?? []
  const fresh = facts.filter(fact => !known.some(other => isSame(fact, other)))
  const kept = known.filter(({ kind }) => !fresh.some(fact => fact.kind === kind))
  const other = (c.claims ?? []).filter(({ action }) => !claims.some(claim => claim.action === action))
  return {
    ...c,
    facts: [...kept, ...fresh.map(fact => ({ ...fact, at: m.at }))],
    claims: [...other, ...claims],
  }
}

/** The case with the steps of this article that the employee has answered in passing. What was done here counts more. */
export function withTold(m: Moment, c: Case, article: Article): Case {
  const own = c.steps.filter(({ topic, how }) => how === 'verified' || topic !== article.id)
  const open = article.steps.filter(
    ({ id, by }) => by === 'employee' && !own.some(s => isStep(s, article, id)),
  )
  const claimed = open.flatMap((step): StepRecord[] => {
    const outcome = toldOf(step, c)
    const before = c.steps.find(record => isStep(record, article, step.id) && record.outcome === outcome)
    return outcome ? [before ?? { topic: article.id, step: step.id, outcome, how: 'claimed', at: m.at }] : []
  })
  return { ...c, steps: [...claimed, ...own] }
}

function isStep(record: StepRecord, article: Article, step: string): boolean {
  return record.topic === article.id && record.step === step
}

/** The outcome or answer of a step as far as it was told. */
export function toldOf(
  step: Step,
  { facts = [], claims = [] }: Pick<Understanding, 'facts' | 'claims'>,
): string | undefined {
  const fact = facts.find(({ kind }) => kind === step.asks)
  const answer = fact && step.answers.find(({ when }) => when?.includes(fact.value))
  if (answer) return answer.id
  if (isAmong(step.settledBy, facts)) return 'no-change'
  const claim = claims.find(({ action }) => action === step.about)
  return claim && claimedOf(step, claim)
}

/** Was one of these told? */
export function isAmong(wanted: readonly Fact[] = [], told: readonly Fact[] = []): boolean {
  return wanted.some(one => told.some(fact => isSame(one, fact)))
}

/** Tried without a word of what came of it: an instruction has not helped, a question is still to be answered. */
function claimedOf(step: Step, { outcome }: Claim): string | undefined {
  const like = (word: string) => step.answers.find(answer => answer.like === word)?.id
  const asks = step.answers.length > 0
  switch (outcome) {
    case 'helped':
      return asks ? like('works') : 'came-back'
    case 'no-help':
      return asks ? like('fails') : 'no-change'
    case 'tried':
      return asks || step.note ? undefined : 'no-change'
    case 'could-not':
      return 'could-not'
    case 'not-tried':
      return undefined
  }
}

/** The employee has tried what the step asks for, and has not said what came of it. */
export function triedWithoutOutcome(step: Step, { claims = [] }: Case): boolean {
  return (
    step.answers.length > 0 &&
    claims.some(({ action, outcome }) => action === step.about && outcome === 'tried')
  )
}

/** Shows what was noted in this turn, with a button to take it back. */
export function withNoted(before: Case, next: Advanced, article: Article | undefined): Advanced {
  const told = freshIn(before, next.case, article)
  const [first, ...others] = next.replies
  const speaks = before.owner === 'bot' && first !== undefined
  if (!speaks || told.length === 0) return next
  const line = { key: 'noted.line', values: { list: { told } } }
  // What was just said is taken up before the question is asked again; what opens an article comes first itself.
  const say = isAskedAgain(before, next) ? [line, ...first.say] : [...first.say, line]
  const { open } = next.case
  if (!open || open.nonce !== first.nonce || next.case.owner !== 'bot')
    return { ...next, replies: [{ ...first, say }, ...others] }
  const choices: ChoiceId[] = [...open.choices, 'noted-wrong']
  return {
    ...next,
    case: { ...next.case, open: { ...open, choices } },
    replies: [{ ...first, say, choices }, ...others],
  }
}

function isAskedAgain(before: Case, { case: after, replies }: Advanced): boolean {
  const same =
    before.stage.kind === 'step' && after.stage.kind === 'step' && before.stage.step === after.stage.step
  return same && replies[0]?.step === undefined
}

/** What the case did not hold before, without what answered the open question: that has its answer already. */
function freshIn(before: Case, after: Case, article: Article | undefined): (Noted | Claim)[] {
  const facts = (after.facts ?? []).filter(fact => !before.facts?.some(other => isSame(fact, other)))
  const claims = (after.claims ?? []).filter(
    claim =>
      !before.claims?.some(({ action, outcome }) => action === claim.action && outcome === claim.outcome),
  )
  const answered = answeredNow(before, after, article)
  const why = after.steps.at(-1)?.words === 'why:no-rights'
  return [
    ...facts.filter(({ kind }) => !answered.some(({ asks }) => asks === kind) && !(why && kind === 'rights')),
    ...claims.filter(({ action }) => !answered.some(({ about }) => about === action)),
  ]
}

function answeredNow(before: Case, after: Case, article: Article | undefined): Step[] {
  const verified = after.steps.filter(record => record.how === 'verified' && !before.steps.includes(record))
  return (article?.steps ?? []).filter(({ id }) => verified.some(({ step }) => step === id))
}

function isSame(a: Fact, b: Fact): boolean {
  return a.kind === b.kind && a.value === b.value
}

/** The button that takes one thing back: `wrong:network=home`, `wrong:restart`. */
export function wrongChoice(told: Fact | Claim): ChoiceId {
  return 'action' in told ? `wrong:${told.action}` : `wrong:${told.kind}=${told.value}`
}

/** Everything that can be taken back, the latest last. */
export function allTold({ facts = [], claims = [] }: Case): (Fact | Claim)[] {
  return [...facts, ...claims]
}

/** The case without it, and without the steps that were taken for answered because of it. */
export function withoutTold(c: Case, choice: ChoiceId): Case {
  return {
    ...c,
    facts: (c.facts ?? []).filter(fact => wrongChoice(fact) !== choice),
    claims: (c.claims ?? []).filter(claim => wrongChoice(claim) !== choice),
  }
}
