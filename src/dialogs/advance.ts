/** The whole dialog as one function: what is known, the case, an event -> the case after it, and what to say. */
import { chose } from './choices.ts'
import { hear } from './hear.ts'
import { again, welcome } from './interrupts.ts'
import { followed } from './language.ts'
import { type Knowledge, type Moment, prefixed, sentence, silent, tell } from './moment.ts'
import { articleOf } from './record.ts'
import { settle } from './settle.ts'
import { timerCame } from './silence.ts'
import { withNoted } from './told.ts'
import type { Advanced, Case, ChoiceId, TurnEvent, Unread } from './types.ts'

type FileEvent = Extract<TurnEvent, { kind: 'message' | 'file' }>

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
      return settle(m, before, unread(m, withReading(before, event, event.why), event.why))
    case 'message': {
      const c = followed(withReading(before, event, event.unread), event.understood)
      const { next, choice } = hear(m, c, event.text, event.understood)
      const shown = withNoted(before, next, articleOf(m, next.case))
      return settle(m, before, remarked(event, shown), choice)
    }
  }
}

/** A file that takes long is waited for beside the conversation, which goes on. */
function withReading(before: Case, { at, late }: FileEvent, unread: Unread | undefined): Case {
  if (unread === 'reading') return { ...before, reading: at }
  if (!late) return before
  const { reading: _, withdrawn: __, ...c } = before
  return c
}

/** Who waits for a person, or talks to one, is not disturbed. */
function unread(m: Moment, c: Case, why: Unread): Advanced {
  const say = [sentence(`file.${why}`)]
  if (c.owner === 'bot') return again(m, c, say)
  return c.owner === 'closed' ? tell(c, say) : silent(c)
}

/** What is to be said of the message itself. A code in the words makes up for a picture that could not be read. */
function remarked(event: Extract<TurnEvent, { kind: 'message' }>, next: Advanced): Advanced {
  const { secret, unread, understood } = event
  const missed = unread !== undefined && understood.decided.length === 0 && next.replies.length > 0
  const file = missed ? prefixed([sentence(`file.${unread}`)], next) : next
  return secret ? prefixed([sentence('secret.removed')], file) : file
}

/** A button is good for one press: pressed again it gets the same line, and nothing happens. */
function press(m: Moment, c: Case, choice: ChoiceId, nonce: string): Advanced {
  if (c.open?.nonce === nonce && c.open.choices.includes(choice))
    return settle(m, c, chose(m, c, choice), choice)
  const settled = c.settled.find(question => question.nonce === nonce)
  return settled ? { ...silent(c), settled } : silent(c)
}
