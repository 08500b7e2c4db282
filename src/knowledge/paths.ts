/** Every way an employee can go through an article until somebody else takes over. */
import type { Article, Step } from './article.ts'
import { nextStep, type Tried } from './order.ts'

export interface Path {
  readonly tried: readonly Tried[]
  /** Of the employee: the steps' own, and what a restart takes. */
  readonly minutes: number
}

/** What a restart takes until the employee is back in the chat. */
const restartMinutes = 5

/** Each answer of each question; no instruction helps, all can be done. Pure. */
export function pathsThrough(article: Article): readonly Path[] {
  return follow(article, { tried: [], minutes: 0 })
}

function follow(article: Article, path: Path): readonly Path[] {
  const step = nextStep(article, path.tried)
  if (step === undefined) return [path]
  return outcomesOf(step).flatMap(outcome =>
    follow(article, {
      tried: [...path.tried, { step: step.id, outcome }],
      minutes: path.minutes + step.minutes + (step.restart ? restartMinutes : 0),
    }),
  )
}

function outcomesOf(step: Step): readonly string[] {
  if (step.answers.length > 0) return step.answers.map(({ id }) => id)
  return [step.note ? 'noted' : 'no-change']
}
