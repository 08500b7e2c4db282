/** How a case grows: words, codes and steps are added, never overwritten. */
import type { Article, SignatureId, StepId, TopicId } from '../knowledge/article.ts'
import type { Moment } from './moment.ts'
import type { Case, StepRecord } from './types.ts'

const mostWords = 12
const longestWords = 1000

/** Keeps the employee's words and codes. Long pastes are cut here; the transcript has them whole. */
export function remembered(c: Case, text: string, signatures: readonly SignatureId[]): Case {
  const words = text.trim() ? [...c.words, text.trim().slice(0, longestWords)].slice(-mostWords) : c.words
  const fresh = signatures.filter(signature => !c.signatures.includes(signature))
  return { ...c, words, signatures: [...c.signatures, ...fresh] }
}

/** One more step behind the employee; a step answered twice counts once, by its later answer. */
export function recorded(m: Moment, c: Case, step: StepId, outcome: string, words?: string): Case {
  const topic = c.topic?.id ?? ''
  const record: StepRecord = { topic, step, outcome, how: 'verified', at: m.at, ...(words && { words }) }
  const others = c.steps.filter(s => s.step !== step || s.topic !== topic)
  return { ...c, steps: [...others, record], misses: 0 }
}

export function keptForLater(c: Case, topics: readonly TopicId[]): Case {
  return { ...c, later: [...new Set([...c.later, ...topics])] }
}

export function articleOf(m: Moment, c: Case): Article | undefined {
  return c.topic && m.knowledge.article(c.topic.id)
}
