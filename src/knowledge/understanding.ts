/** What understanding one utterance gives; understand.ts does it. */
import type { Language, SignatureId, TopicId } from './article.ts'
import type { Claim, Fact } from './fact.ts'

/** Words for the interrupts that are open at every point of a conversation. */
export type Interrupt =
  | 'help'
  | 'back'
  | 'skip'
  | 'start-over'
  | 'status'
  | 'person'
  | 'language'
  | 'restarting' // "I am restarting now"
  | 'thanks'
  | 'greeting'
  | 'insult'
  | 'noise' // empty, emoji only, a thumbs-up

/** What an utterance says as an answer to whatever was asked. */
export type AnswerWord =
  | 'yes'
  | 'no'
  | 'fixed'
  | 'no-change'
  | 'same' // two things are alike, or nothing has changed: what was asked tells
  | 'different'
  | 'could-not'
  | 'none'
  | 'back-again'
  | 'noted-wrong' // "that is not what I said"

/** Both say that nothing came of it, unless the question was whether two things are alike. */
export const unhelped: ReadonlySet<AnswerWord | undefined> = new Set<AnswerWord>(['no-change', 'same'])

export interface Candidate {
  readonly topic: TopicId
  /** Calibrated probability, 0 to 1, that the text is about a topic of ours at all and about this one. */
  readonly confidence: number
}

/**
 * How sure the matcher is of the best candidate.
 * sure: start; likely: start and say what was understood; unsure: ask among the best; none: ask a question.
 */
export type Band = 'sure' | 'likely' | 'unsure' | 'none'

/** One utterance, understood. Holds ids and values only; pure data. */
export interface Understanding {
  /** Detected language of the text, when it is told with confidence (four words or more). */
  readonly language?: Language
  /** The likeliest language instead, for one of whom nothing better is known. */
  readonly perhaps?: Language
  /** Every code in the text, the deciding one first. */
  readonly signatures: readonly SignatureId[]
  /** Of these, the codes that no article lists. */
  readonly strays: readonly SignatureId[]
  /** Topics that the signatures decide, in their order, and the topic of what is told besides; no doubles. */
  readonly decided: readonly TopicId[]
  /** Best first, at most five. */
  readonly candidates: readonly Candidate[]
  readonly band: Band
  /** The whole utterance is one of these requests. */
  readonly interrupt?: Interrupt
  /** The language asked for by a language request ("auf Deutsch bitte"). */
  readonly wantsLanguage?: Language
  /** The utterance answers the open question with this word. */
  readonly answer?: AnswerWord
  /** Begins with a no and goes on: "no, I mean …". */
  readonly denies?: true
  /** The open choice that the utterance names: by number, by "the second one", or by its label. */
  readonly choice?: string
  /** It is the opposite of the button whose words were used: "doesn't work" where one says "works for them". */
  readonly turned?: true
  /** What is told in passing: where, since when, who else. At most one of a kind. */
  readonly facts?: readonly Fact[]
  /** Steps that the employee speaks of as tried, with what came of them. */
  readonly claims?: readonly Claim[]
  /** Number of words in the first 2,000 characters, for the rules that ask for a minimum. */
  readonly words: number
}
