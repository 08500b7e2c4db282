/** What every dialog function gets besides the case, and how it answers. */
import type { Article, Language, StepId, TopicId } from '../knowledge/article.ts'
import type { Advanced, Case, ChoiceId, Effect, Open, Reply, Sentence, Value } from './types.ts'

/** The articles as they are today. */
export interface Knowledge {
  article(id: TopicId): Article | undefined
  /** Languages the dialogs are written in, for the language choice. */
  readonly languages: readonly Language[]
}

/** The knowledge, the time (epoch milliseconds) and a seed that is unique for this event. */
export interface Moment {
  readonly knowledge: Knowledge
  readonly at: number
  readonly seed: string
}

export function sentence(key: string, values?: Readonly<Record<string, Value>>): Sentence {
  return values === undefined ? { key } : { key, values }
}

/** Says something without asking anything; what was open before is closed. */
export function tell(c: Case, say: readonly Sentence[], effects: readonly Effect[] = []): Advanced {
  const { open: _, ...rest } = c
  return { case: rest, replies: [{ say, choices: [] }], effects }
}

/** Says nothing at all. */
export function silent(c: Case): Advanced {
  return { case: c, replies: [], effects: [] }
}

interface Question {
  readonly say: readonly Sentence[]
  readonly choices: readonly ChoiceId[]
  /** The step to show in full. */
  readonly step?: NonNullable<Reply['step']>
  /** The step the choices belong to, where it is not shown again. */
  readonly about?: StepId
}

/** Asks with buttons. The seed of the event is the nonce of the question. */
export function ask(m: Moment, c: Case, question: Question, effects: readonly Effect[] = []): Advanced {
  const { about, ...said } = question
  const step = question.step?.step ?? about
  const open: Open = {
    nonce: m.seed,
    choices: question.choices,
    ...(c.topic && { topic: c.topic.id }),
    ...(step && { step }),
  }
  return { case: { ...c, open }, replies: [{ ...said, nonce: m.seed }], effects }
}

/** Puts sentences before whatever is said next. */
export function prefixed(say: readonly Sentence[], next: Advanced): Advanced {
  const [first, ...rest] = next.replies
  if (!first) return { ...next, replies: [{ say, choices: [] }] }
  return { ...next, replies: [{ ...first, say: [...say, ...first.say] }, ...rest] }
}
