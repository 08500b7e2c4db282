/**
 * What happens when the employee says nothing more: one reminder, then the end, and a week to come back. And when a file
 * is never read to its end, because the process died over it.
 */
import { again } from './interrupts.ts'
import { type Moment, prefixed, sentence, silent, tell } from './moment.ts'
import { moved } from './ownership.ts'
import { repeatStep } from './troubleshoot.ts'
import type { Advanced, Case, Effect, TimerName } from './types.ts'
import { fixedBy } from './verify.ts'

const hour = 3_600_000
const day = 24 * hour
/** Longer than the reading of any file takes. */
const longestReading = 60_000

/** The one timer that the case waits with, or none while a person owns it. */
export function timerAfter(c: Case, at: number): Effect {
  if (c.reading !== undefined) return { kind: 'set-timer', name: 'unread', at: c.reading + longestReading }
  if (c.owner !== 'bot') return { kind: 'clear-timers' }
  switch (c.stage.kind) {
    case 'new':
    case 'clarify':
    case 'offer-person':
    case 'done':
    case 'feedback':
    case 'second':
    case 'same-again':
      return { kind: 'set-timer', name: 'close', at: at + 7 * day }
    case 'parked':
      return { kind: 'set-timer', name: 'remind', at: at + 3 * day }
    case 'confirm':
    case 'choose':
    case 'which-first':
    case 'step':
    case 'why':
    case 'describe':
    case 'verify':
      return { kind: 'set-timer', name: 'remind', at: at + 20 * hour }
  }
}

export function timerCame(m: Moment, c: Case, name: TimerName): Advanced {
  if (name === 'unread') return fileMissed(m, c)
  if (c.owner !== 'bot') return silent(c)
  if (name === 'close')
    return silent({ ...moved(leftWorking(m, c), 'close'), outcome: c.outcome ?? 'abandoned' })
  const close: Effect = { kind: 'set-timer', name: 'close', at: m.at + 6 * day }
  return { ...reminder(m, c), effects: [close] }
}

/** Who says that it works and goes away is believed, as far as the step is concerned. */
function leftWorking(m: Moment, c: Case): Case {
  return c.stage.kind === 'verify' ? fixedBy(m, c, c.stage.step) : c
}

/** Whoever sent it is asked to say it in words. */
function fileMissed(m: Moment, { reading, ...c }: Case): Advanced {
  if (reading === undefined) return silent(c)
  const say = [sentence('file.not-fetched')]
  return c.owner === 'bot' ? again(m, c, say) : tell(c, say)
}

function reminder(m: Moment, c: Case): Advanced {
  const say = [sentence('remind.ask')]
  if (c.stage.kind === 'step' || c.stage.kind === 'parked')
    return prefixed(say, repeatStep(m, c, c.stage.step))
  return { ...tell(c, say), case: c }
}
