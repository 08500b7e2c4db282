/** What two states of the knowledge make of the same words. */
import type { Language, TopicId } from '../../../knowledge/article.ts'
import { type Mind, understand } from '../../../knowledge/understand.ts'
import type { Band } from '../../../knowledge/understanding.ts'
import { redact } from '../../../privacy/redact.ts'

/** Words that an employee might write, and the article they were collected for. */
export interface Line {
  readonly text: string
  readonly language: Language
  readonly article: TopicId
  readonly from: 'phrase' | 'conversation'
}

export interface Taken {
  readonly topic: TopicId | null
  /** `code`: an error code decided. */
  readonly band: Band | 'code'
}

export interface Difference extends Line {
  readonly before: Taken
  readonly after: Taken
  /** Whether it now goes where it was collected for, or no longer does. */
  readonly turn: 'better' | 'worse' | 'other'
}

export interface Comparison {
  readonly compared: number
  /** Worse first, then other, then better. */
  readonly differences: readonly Difference[]
}

export function compare(before: Mind, after: Mind, lines: readonly Line[]): Comparison {
  const differences = lines.flatMap(line => {
    const [was, is] = [taken(before, line), taken(after, line)]
    if (was.topic === is.topic && was.band === is.band) return []
    return [{ ...line, before: was, after: is, turn: turnOf(line, was, is) }]
  })
  const order = ['worse', 'other', 'better']
  return {
    compared: lines.length,
    differences: differences.sort((a, b) => order.indexOf(a.turn) - order.indexOf(b.turn)),
  }
}

/** The topic is named also where it is only offered among others: which one leads is what changes. */
function taken(mind: Mind, { text, language }: Line): Taken {
  const { decided, candidates, band } = understand(mind, redact(text).text, { language })
  if (decided[0] !== undefined) return { topic: decided[0], band: 'code' }
  return { topic: band === 'none' ? null : (candidates[0]?.topic ?? null), band }
}

const certainty: readonly Taken['band'][] = ['none', 'unsure', 'likely', 'sure', 'code']

function turnOf({ article }: Line, before: Taken, after: Taken): Difference['turn'] {
  const [was, is] = [before, after].map(({ topic, band }) =>
    topic === article ? certainty.indexOf(band) : -1,
  )
  if (was === is) return 'other'
  return (is ?? -1) > (was ?? -1) ? 'better' : 'worse'
}
