/** What every turn ends with: the answered question collapses, and the case waits with one timer. */
import type { Moment } from './moment.ts'
import { timerAfter } from './silence.ts'
import type { Advanced, Case, ChoiceId } from './types.ts'

/** Answered questions whose buttons may still be pressed on another device. */
const remembered = 5

/**
 * Compares the case before and after: a question that is no longer open was answered with `choice`, or overtaken.
 * A turn that set its own timer keeps it.
 */
export function settle(m: Moment, before: Case, next: Advanced, choice?: ChoiceId): Advanced {
  const timed = next.effects.some(({ kind }) => kind === 'set-timer')
  const effects = timed ? next.effects : [...next.effects, timerAfter(next.case, m.at)]
  if (!before.open || next.case.open?.nonce === before.open.nonce) return { ...next, effects }
  const { choices, ...question } = before.open
  const settled = { ...question, ...(choice && choices.includes(choice) && { choice }) }
  return {
    ...next,
    case: { ...next.case, settled: [...before.settled, settled].slice(-remembered) },
    effects,
    settled,
  }
}
