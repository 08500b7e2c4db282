/** Where a conversation stands, and what its case holds, in the few words that scripts use. */
import type { Case, Stage, StepRecord } from '../dialogs/types.ts'
import type { Article } from '../knowledge/article.ts'
import { plan } from '../knowledge/order.ts'
import type { CaseField } from './script.ts'

/** What an author may write after `bot:`, besides quoted text and buttons; `…` stands for names. */
export const standings = [
  'step …',
  'asks if …',
  'asks which of …',
  'asks which first of …',
  'asks what happens',
  'asks why',
  'asks what now',
  'asks whether it works',
  'asks whether it helped',
  'asks about …',
  'offers a person',
  'waits for …',
  'hands over (…)',
  'in the queue',
  'starts anew',
  'ends',
] as const

/** True for words that `standing` could give. */
export function isStanding(words: string): boolean {
  return standings.some(form => {
    const [before = '', after] = form.split('…')
    if (after === undefined) return words === form
    return words.startsWith(before) && words.endsWith(after) && words.length > before.length + after.length
  })
}

/** `before`: the case as the employee's line found it; only then is a hand-over news. */
export function standing(before: Case | undefined, c: Case | undefined): string {
  if (!c) return 'starts anew'
  if (c.owner === 'waiting' || c.owner === 'agent')
    return before?.owner === c.owner ? 'in the queue' : `hands over (${c.handOver?.reason ?? c.owner})`
  return stageWords(c.stage)
}

function stageWords(stage: Stage): string {
  switch (stage.kind) {
    case 'new':
      return 'starts anew'
    case 'confirm':
      return `asks if ${stage.topic}`
    case 'choose':
      return `asks which of ${stage.topics.join(', ')}`
    case 'which-first':
      return `asks which first of ${stage.topics.join(', ')}`
    case 'clarify':
      return 'asks what happens'
    case 'offer-person':
      return 'offers a person'
    case 'step':
      return `step ${stage.step}`
    case 'why':
      return 'asks why'
    case 'describe':
      return 'asks what now'
    case 'verify':
      return 'asks whether it works'
    case 'feedback':
      return 'asks whether it helped'
    case 'same-again':
      return 'asks whether it is the same'
    case 'second':
      return `asks about ${stage.topic}`
    case 'parked':
      return `waits for ${stage.step}`
    case 'done':
      return 'ends'
  }
}

/** How a case may end, as after `case:`. */
export function isEnding(words: string): boolean {
  return /^(fixed|open|abandoned|handed over( \([a-z-]+\))?)$/.test(words)
}

export function ending({ outcome, handOver }: Case): string {
  if (outcome === 'handed-over') return handOver ? `handed over (${handOver.reason})` : 'handed over'
  return outcome ?? 'open'
}

/** One field of the case; "nothing" where it holds nothing. */
export function fieldOf(field: CaseField, c: Case, article: Article | undefined): string {
  switch (field) {
    case 'article':
      return c.topic?.id ?? 'nothing'
    case 'language':
      return c.language
    case 'tried':
      return listed(c.steps.map(tried))
    case 'facts':
      return listed((c.facts ?? []).map(({ kind, value }) => `${kind} = ${value}`))
    case 'claims':
      return listed((c.claims ?? []).map(({ action, outcome }) => `${action} = ${outcome}`))
    case 'left':
      return listed(article ? planned(c, article).left.map(({ id }) => id) : [])
    case 'causes':
      return listed(article ? causes(c, article) : [])
    case 'codes':
      return listed(c.signatures)
    case 'mentions':
      return listed(c.later)
    case 'notes':
      return listed(c.steps.flatMap(({ words }) => (words ? [words] : [])))
  }
}

function tried({ step, outcome, how }: StepRecord): string {
  return `${step} = ${outcome}${how === 'claimed' ? ' claimed' : ''}`
}

/** Those that the agent is shown, most likely first. */
function causes(c: Case, article: Article): string[] {
  return planned(c, article)
    .belief.filter(({ probability }) => probability >= 0.02)
    .map(({ cause }) => cause)
}

function planned(c: Case, article: Article) {
  return plan(
    article,
    c.steps.filter(({ topic }) => topic === article.id),
  )
}

function listed(names: readonly string[]): string {
  return names.length > 0 ? names.join(', ') : 'nothing'
}
