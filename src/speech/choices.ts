/** Button labels, and which of them are the answers and which are only always there. */
import type { ChoiceId, Open } from '../dialogs/types.ts'
import type { SpokenChoice } from './spoken.ts'
import { filled, languageName, plain, stepTextOf, topicName, type Voice } from './voice.ts'

export function choiceLabel(
  voice: Voice,
  id: ChoiceId,
  open: Pick<Open, 'topic' | 'step'> | undefined,
): string {
  const [kind = id, value] = id.split(':')
  if (value === undefined) return voice.t(`choice.${kind}`)
  switch (kind) {
    case 'answer':
      return answerLabel(voice, value, open)
    case 'topic':
      return topicName(voice, value)
    case 'language':
      return capital(languageName(value, value), value)
    default:
      return voice.t(`choice.${kind}-${value}`)
  }
}

function answerLabel(voice: Voice, answer: string, open: Pick<Open, 'topic' | 'step'> | undefined): string {
  const text = open?.topic && open.step ? stepTextOf(voice, open.topic, open.step) : undefined
  return filled(voice, text?.answers[answer] ?? plain(answer))
}

function capital(word: string, language: string): string {
  return word.charAt(0).toLocaleUpperCase(language) + word.slice(1)
}

/** Where something is asked, its answers come first; "fixed" and "different" stay at hand. */
export function ranked(id: ChoiceId, open: Open | undefined): SpokenChoice['rank'] {
  if (id === 'person' || id === 'not-this' || id === 'start-over') return 'side'
  const asked = !open?.choices.includes('no-change')
  return asked && (id === 'fixed' || id === 'different') ? 'side' : 'main'
}
