/** From what the employee writes to a topic: start, confirm, choose, ask, or offer a person. */
import type { TopicId } from '../knowledge/article.ts'
import type { Candidate, Understanding } from '../knowledge/understanding.ts'
import { handOver } from './escalate.ts'
import { ask, type Moment, sentence, tell } from './moment.ts'
import { keptForLater, remembered } from './record.ts'
import { start } from './troubleshoot.ts'
import type { Advanced, Case } from './types.ts'

/** After so many utterances in a row that told nothing, a person is offered. */
export const patience = 2

export function triage(m: Moment, before: Case, text: string, u: Understanding): Advanced {
  const c = remembered(before, text, u.signatures)
  const [first, second] = u.decided.filter(topic => open(m, c, topic))
  if (first && second) return askWhichFirst(m, c, [first, second])
  if (first) return start(m, c, { topic: first, confidence: 1 }, 'signature')
  return triageByWords(m, c, u)
}

function triageByWords(m: Moment, c: Case, u: Understanding): Advanced {
  const candidates = u.candidates.filter(({ topic }) => open(m, c, topic))
  const [best] = candidates
  if (best && u.band === 'sure') return start(m, c, best, 'words')
  if (u.strays.length > 0) return nameTheCode(m, c, u)
  if (best && u.band === 'likely') return confirm(m, c, best)
  if (best && u.band === 'unsure') return choose(m, c, candidates)
  if (u.signatures.length > 0) return nameTheCode(m, c, u)
  return missed(m, c)
}

/** Topics the employee has said it is not are not proposed again. */
function open(m: Moment, c: Case, topic: TopicId): boolean {
  return m.knowledge.article(topic) !== undefined && !c.notThese.includes(topic)
}

function confirm(m: Moment, c: Case, best: Candidate): Advanced {
  const stage = { kind: 'confirm', topic: best.topic, confidence: best.confidence } as const
  const say = [sentence('confirm.ask', { topic: { topic: best.topic } })]
  return ask(m, { ...c, stage }, { say, choices: ['yes', 'no', 'person'] })
}

/** Asked again and again, it is a question that nobody can answer. */
function choose(m: Moment, before: Case, candidates: readonly Candidate[]): Advanced {
  const again = before.stage.kind === 'choose'
  if (again && before.misses >= patience) return missed(m, before)
  const c = again ? { ...before, misses: before.misses + 1 } : before
  const topics = candidates.slice(0, 3).map(({ topic }) => topic)
  const choices = [...topics.map(topic => `topic:${topic}`), 'none', 'person']
  return ask(m, { ...c, stage: { kind: 'choose', topics } }, { say: [sentence('choose.ask')], choices })
}

function askWhichFirst(m: Moment, c: Case, topics: readonly TopicId[]): Advanced {
  const choices = [...topics.map(topic => `topic:${topic}`), 'person']
  return ask(
    m,
    { ...c, stage: { kind: 'which-first', topics } },
    { say: [sentence('which-first.ask')], choices },
  )
}

/** A code that no article knows: it is named all the same, and kept for the agent. */
function nameTheCode(m: Moment, c: Case, u: Understanding): Advanced {
  if (c.stage.kind === 'offer-person') return handOver(m, c, 'no-topic')
  const code = { signature: u.strays[0] ?? u.signatures[0] ?? '' }
  const say = [sentence('triage.code-without-steps', { code })]
  return ask(m, { ...c, stage: { kind: 'offer-person' } }, { say, choices: ['person', 'start-over'] })
}

/** Nothing was recognised: two different questions, then the offer of a person, then the hand-over. */
export function missed(m: Moment, before: Case): Advanced {
  const c = { ...before, misses: before.misses + 1 }
  if (c.misses > patience + 1) return handOver(m, c, 'not-understood')
  if (c.misses <= patience)
    return tell({ ...c, stage: { kind: 'clarify' } }, [sentence(`triage.question-${c.misses}`)])
  const say = [sentence('triage.offer-person')]
  return ask(m, { ...c, stage: { kind: 'offer-person' } }, { say, choices: ['person', 'start-over'] })
}

/** "None of these", "that is not it": the wrong topics are kept as labelled examples, and we ask again. */
export function notThese(m: Moment, before: Case, topics: readonly TopicId[]): Advanced {
  const { topic: _, ...rest } = before
  return missed(m, { ...rest, notThese: [...new Set([...before.notThese, ...topics])] })
}

/** The first of several topics was chosen; the others are kept where the employee named them. */
export function chosen(m: Moment, c: Case, topic: TopicId): Advanced {
  const others = c.stage.kind === 'which-first' ? c.stage.topics.filter(t => t !== topic) : []
  return start(m, keptForLater(c, others), { topic, confidence: 1 }, 'chosen')
}
