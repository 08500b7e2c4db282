/** Typed words where buttons are: which open choice does an answer name? */
import type { Article, Step } from '../knowledge/article.ts'
import { elsewhere } from '../knowledge/facts/claims.ts'
import { type AnswerWord, type Understanding, unhelped } from '../knowledge/understanding.ts'
import { toldOf } from './told.ts'
import type { ChoiceId, Open } from './types.ts'

/**
 * Choices that an answer word may stand for, the best first; `like:` is a step's own answer of that kind. "Works" to
 * "does it work over there?" is that question's answer; to "is the name the same?" it is the end of the problem.
 */
const meanings: Readonly<Record<AnswerWord, readonly ChoiceId[]>> = {
  yes: ['yes', 'like:yes', 'like:works', 'awaits-restart', 'fixed', 'helpful'],
  no: ['no', 'like:no', 'like:fails', 'none', 'no-change', 'not-helpful', 'not-this'],
  fixed: ['like:works', 'yes', 'fixed'],
  'no-change': ['no-change', 'awaits-restart', 'like:fails', 'no'],
  same: ['no-change', 'awaits-restart', 'like:fails', 'no'],
  different: ['different'],
  'could-not': ['could-not'],
  none: ['none', 'different', 'no', 'like:no', 'not-this'],
  'back-again': ['no-change', 'like:fails', 'no'],
  'noted-wrong': ['noted-wrong', 'not-this'],
}

/** What a mere "yes" or "no" to "when?" does not say. */
const notToAQuestion: ReadonlySet<ChoiceId> = new Set(['fixed', 'not-this'])

/** Where a person is offered, yes takes the offer and no goes back to the beginning. */
const toAnOffer: Partial<Record<AnswerWord, ChoiceId>> = {
  yes: 'person',
  no: 'start-over',
  none: 'start-over',
}

/** The open choice that the utterance stands for: named, told ("the hotspot didn't help"), or meant by a word. */
export function choiceSaid(u: Understanding, open: Open, article: Article | undefined): ChoiceId | undefined {
  if (u.choice) return u.choice
  const step = article?.steps.find(({ id }) => id === open.step)
  if (step && open.choices.includes('fixed') && somethingElseHelped(u, step)) return 'fixed'
  const told = step && (step.asks || u.answer !== 'fixed' || isDenied(u, step)) ? toldOf(step, u) : undefined
  const named = told && (step?.answers.some(({ id }) => id === told) ? `answer:${told}` : told)
  if (named && named !== 'came-back' && isOpen(named, open) && !wasOnlyTried(u, step?.about)) return named
  return sameHere(u, step) ?? worksForThem(u, step) ?? (u.answer && choiceFor(u.answer, open, article))
}

/** "Works", asked whether it works for the others; "works now" is of oneself. */
function worksForThem({ answer, words }: Understanding, step: Step | undefined): ChoiceId | undefined {
  const bare = answer === 'fixed' && words === 1 && step?.asks === 'affected'
  const yes = bare ? step.answers.find(({ like }) => like === 'yes') : undefined
  return yes && `answer:${yes.id}`
}

/** "I restarted the router, now it works", to whatever was asked. */
function somethingElseHelped({ claims = [] }: Understanding, { about }: Step): boolean {
  return claims.some(
    ({ action, outcome }) => outcome === 'helped' && action !== about && !elsewhere.has(action),
  )
}

/** "On the hotspot it does not work either": what was tried is named, so what came of it counts. */
function isDenied({ claims = [] }: Understanding, { about }: Step): boolean {
  return claims.some(({ action, outcome }) => action === about && outcome === 'no-help')
}

/** "The same", in a few words, to the question whether two things are. */
function sameHere(
  { answer, words, signatures }: Understanding,
  step: Step | undefined,
): ChoiceId | undefined {
  const same = answer === 'same' && words <= fewWords && signatures.length === 0
  const meant = same && step?.answers.find(({ when }) => when?.includes('same'))
  return meant ? `answer:${meant.id}` : undefined
}

const fewWords = 4

/** A step's outcomes are always open, also where no button shows them. */
function isOpen(choice: ChoiceId, open: Open): boolean {
  return open.choices.includes(choice) || (choice === 'no-change' && open.choices.includes('could-not'))
}

/** "I have restarted it" at the restart: done, but has it helped? */
function wasOnlyTried({ claims = [] }: Understanding, about: string | undefined): boolean {
  return claims.some(({ action, outcome }) => action === about && outcome === 'tried')
}

/** The open choice that the word stands for, or undefined. */
export function choiceFor(word: AnswerWord, open: Open, article: Article | undefined): ChoiceId | undefined {
  if (open.choices[0] === 'person') return toAnOffer[word]
  const answers = article?.steps.find(({ id }) => id === open.step)?.answers ?? []
  const isQuestion = answers.length > 0
  const isBare = isQuestion && (word === 'yes' || word === 'no')
  const found = meanings[word]
    .filter(meaning => !isBare || !notToAQuestion.has(meaning))
    .map(meaning => {
      const named = answers.find(({ like }) => meaning === `like:${like}`)
      return named ? `answer:${named.id}` : meaning
    })
    .find(choice => open.choices.includes(choice))
  // A step's outcomes are always open, also where no button shows them.
  const atStep = isQuestion && open.choices.includes('could-not')
  return found ?? (atStep && unhelped.has(word) ? 'no-change' : undefined)
}
