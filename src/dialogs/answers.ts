/** Typed words where buttons are: which open choice does an answer name? */
import type { Article } from '../knowledge/article.ts'
import type { AnswerWord } from '../knowledge/understanding.ts'
import type { ChoiceId, Open } from './types.ts'

/**
 * Choices that an answer word may stand for, the best first; `like:` is a step's own answer of that kind. "Works" to
 * "does it work over there?" is that question's answer; to "is the name the same?" it is the end of the problem.
 */
const meanings: Readonly<Record<AnswerWord, readonly ChoiceId[]>> = {
  yes: ['yes', 'like:yes', 'like:works', 'fixed', 'helpful'],
  no: ['no', 'like:no', 'like:fails', 'none', 'no-change', 'not-helpful', 'not-this'],
  fixed: ['like:works', 'yes', 'fixed'],
  'no-change': ['no-change', 'like:fails', 'no'],
  different: ['different'],
  'could-not': ['could-not'],
  none: ['none', 'different', 'no', 'like:no', 'not-this'],
  'back-again': ['no-change', 'like:fails', 'no'],
}

/** Where a person is offered, yes takes the offer and no goes back to the beginning. */
const toAnOffer: Partial<Record<AnswerWord, ChoiceId>> = {
  yes: 'person',
  no: 'start-over',
  none: 'start-over',
}

/** The open choice that the word stands for, or undefined. */
export function choiceFor(word: AnswerWord, open: Open, article: Article | undefined): ChoiceId | undefined {
  if (open.choices[0] === 'person') return toAnOffer[word]
  const answers = article?.steps.find(({ id }) => id === open.step)?.answers ?? []
  const found = meanings[word]
    .map(meaning => {
      const named = answers.find(({ like }) => meaning === `like:${like}`)
      return named ? `answer:${named.id}` : meaning
    })
    .find(choice => open.choices.includes(choice))
  // A step's outcomes are always open, also where no button shows them.
  return found ?? (answers.length > 0 && word === 'no-change' ? word : undefined)
}
