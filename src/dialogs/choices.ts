/** What each button leads to, where the conversation stands. */
import { sameAnswered } from './afterwards.ts'
import { askWhichIsWrong, takenOut } from './correct.ts'
import { askWithdraw, handOver, keepWaiting } from './escalate.ts'
import { again, spokenFrom, startOver } from './interrupts.ts'
import { type Moment, sentence, silent, tell } from './moment.ts'
import { stepAnswered, whyAnswered } from './outcomes.ts'
import { moved } from './ownership.ts'
import { chosen, notThese } from './triage.ts'
import { start } from './troubleshoot.ts'
import type { Advanced, Case, ChoiceId } from './types.ts'
import { feedbackGiven, fixedBy, notVerified, secondAnswered, verified } from './verify.ts'

/** A choice that is open, by button or by word. */
export function chose(m: Moment, c: Case, choice: ChoiceId): Advanced {
  if (choice.startsWith('language:')) return spokenFrom(m, c, choice.slice('language:'.length))
  if (c.owner === 'waiting') return choseWhileWaiting(m, c, choice)
  if (c.owner !== 'bot') return silent(c)
  if (choice === 'person') return handOver(m, c, 'asked')
  if (choice === 'start-over') return startOver(c)
  if (choice === 'noted-wrong') return askWhichIsWrong(m, c)
  if (choice.startsWith('wrong:')) return takenOut(m, c, choice)
  return choseInStage(m, c, choice)
}

function choseInStage(m: Moment, c: Case, choice: ChoiceId): Advanced {
  const yes = choice === 'yes'
  switch (c.stage.kind) {
    case 'step':
    case 'parked':
      return choice === 'not-this' ? notThese(m, c, topicOf(c)) : stepAnswered(m, c, c.stage.step, choice)
    case 'why':
      return whyAnswered(m, c, c.stage.step, choice)
    case 'verify':
      return yes ? verified(m, fixedBy(m, c, c.stage.step)) : notVerified(m, c, c.stage.step)
    case 'feedback':
      return feedbackGiven(m, c, choice === 'helpful')
    case 'second':
      return secondAnswered(m, c, c.stage.topic, yes)
    case 'same-again':
      return sameAnswered(m, c, c.stage.said, yes)
    case 'confirm': {
      const { topic, confidence } = c.stage
      return yes ? start(m, c, { topic, confidence }, 'chosen') : notThese(m, c, [topic])
    }
    case 'choose':
    case 'which-first':
      return choice === 'none' ? notThese(m, c, c.stage.topics) : chosen(m, c, choice.slice('topic:'.length))
    case 'new':
    case 'clarify':
    case 'describe':
    case 'offer-person':
    case 'done':
      return again(m, c, [sentence('small.noise')])
  }
}

function choseWhileWaiting(m: Moment, c: Case, choice: ChoiceId): Advanced {
  if (choice === 'works-now') return askWithdraw(m, c)
  if (choice === 'yes') return verified(m, moved(c, 'withdraw'))
  return choice === 'no' ? keepWaiting(m, c) : tell(c, [])
}

function topicOf(c: Case): string[] {
  return c.topic ? [c.topic.id] : []
}
