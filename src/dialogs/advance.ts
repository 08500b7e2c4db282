/** The whole dialog as one function: what is known, the case, an event -> the case after it, and what to say. */
import { chose } from './choices.ts'
import { hear } from './hear.ts'
import { again, welcome } from './interrupts.ts'
import { followed } from './language.ts'
import { type Knowledge, type Moment, prefixed, sentence, silent } from './moment.ts'
import { settle } from './settle.ts'
import { timerCame } from './silence.ts'
import type { Advanced, Case, ChoiceId, TurnEvent } from './types.ts'

export function advance(knowledge: Knowledge, before: Case, event: TurnEvent): Advanced {
  const m: Moment = { knowledge, at: event.at, seed: event.seed }
  switch (event.kind) {
    case 'joined':
      return before.welcomed || before.stage.kind !== 'new'
        ? silent(before)
        : settle(m, before, welcome(before))
    case 'timer':
      return settle(m, before, timerCame(m, before, event.name))
    case 'choice':
      return press(m, before, event.choice, event.nonce)
    case 'file':
      return before.owner === 'bot'
        ? settle(m, before, again(m, before, [sentence('file.not-read')]))
        : silent(before)
    case 'message': {
      const c = followed(before, event.understood)
      const { next, choice } = hear(m, c, event.text, event.understood)
      return settle(m, before, event.secret ? prefixed([sentence('secret.removed')], next) : next, choice)
    }
  }
}

/** A button is good for one press: pressed again it gets the same line, and nothing happens. */
function press(m: Moment, c: Case, choice: ChoiceId, nonce: string): Advanced {
  if (c.open?.nonce === nonce && c.open.choices.includes(choice))
    return settle(m, c, chose(m, c, choice), choice)
  const settled = c.settled.find(question => question.nonce === nonce)
  return settled ? { ...silent(c), settled } : silent(c)
}
