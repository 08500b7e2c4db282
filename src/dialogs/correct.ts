/** "Noted wrongly": which of it, and out it goes; steps that were skipped because of it come back. */
import { again } from './interrupts.ts'
import { ask, type Moment, prefixed, sentence } from './moment.ts'
import { allTold, withoutTold, wrongChoice } from './told.ts'
import { showNextStep } from './troubleshoot.ts'
import type { Advanced, Case, ChoiceId } from './types.ts'

/** More buttons do not fit beside the open question. */
const mostChoices = 5

export function askWhichIsWrong(m: Moment, c: Case): Advanced {
  const choices = allTold(c).slice(-mostChoices).map(wrongChoice)
  const [only] = choices
  if (only !== undefined && choices.length === 1) return takenOut(m, c, only)
  if (only === undefined) return again(m, c, [sentence('noted.nothing')])
  const about = c.open?.step
  return ask(m, c, {
    say: [sentence('noted.which')],
    choices: [...choices, ...others(c)],
    ...(about && { about }),
  })
}

export function takenOut(m: Moment, before: Case, choice: ChoiceId): Advanced {
  const c = withoutTold(before, choice)
  const say = [sentence('noted.taken-out')]
  if (c.stage.kind === 'step' || c.stage.kind === 'parked') return prefixed(say, showNextStep(m, c))
  return again(m, c.open ? { ...c, open: { ...c.open, choices: others(c) } } : c, say)
}

/** The open question stays answerable meanwhile. */
function others(c: Case): ChoiceId[] {
  return (c.open?.choices ?? []).filter(choice => choice !== 'noted-wrong' && !choice.startsWith('wrong:'))
}
