/** Button labels, and which of them are the answers and which are only always there. */
import type { ChoiceId, Open } from '../dialogs/types.ts'
import type { FactKind } from '../knowledge/fact.ts'
import type { SpokenChoice } from './spoken.ts'
import { factText } from './told.ts'
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
    case 'wrong':
      return wrongLabel(voice, id.slice('wrong:'.length))
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

/** What can be taken back: `network=home`, or a step that was claimed, `restart`. */
function wrongLabel(voice: Voice, told: string): string {
  const [kind = told, value] = told.split('=')
  if (value === undefined) return voice.t(`action.${kind}`)
  return factText(voice, { kind: kind as FactKind, value })
}

function capital(word: string, language: string): string {
  return word.charAt(0).toLocaleUpperCase(language) + word.slice(1)
}

const sides: ReadonlySet<ChoiceId> = new Set(['person', 'not-this', 'start-over', 'noted-wrong'])

/** Where something is asked, its answers come first; "fixed" and "different" stay at hand. */
export function ranked(id: ChoiceId, open: Open | undefined): SpokenChoice['rank'] {
  if (sides.has(id)) return 'side'
  const asked = !open?.choices.includes('no-change')
  return asked && (id === 'fixed' || id === 'different') ? 'side' : 'main'
}
