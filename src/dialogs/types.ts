import type { AnswerId, Language, SignatureId, StepId, TopicId } from '../knowledge/article.ts'
import type { Claim, Fact } from '../knowledge/fact.ts'
import type { Understanding } from '../knowledge/understanding.ts'

/** Who answers the employee. The only transitions are those of ownership.ts. */
export type Owner = 'bot' | 'waiting' | 'agent' | 'wrap-up' | 'closed'

/** How a step ended, besides the article's own answers. */
export type Outcome =
  | 'fixed'
  | 'came-back' // fixed at first, then the problem returned
  | 'no-change'
  | 'awaits-restart' // done; one restart comes after the last of several steps that need one
  | 'different'
  | 'could-not'
  | 'skipped'
  | 'noted' // the employee's answer in own words

export interface StepRecord {
  readonly topic: TopicId
  readonly step: StepId
  readonly outcome: Outcome | AnswerId
  /** verified: done here, now; claimed: the employee says so. */
  readonly how: 'verified' | 'claimed'
  /** The employee's words: why it could not be done, or the note that was asked for. */
  readonly words?: string
  readonly at: number
}

/** What the employee told in passing, and when; "yesterday" is seen from there. */
export interface Noted extends Fact {
  readonly at: number
}

/** Where the conversation stands; each stage is one file of this folder. */
export type Stage =
  | { readonly kind: 'new' }
  | { readonly kind: 'confirm'; readonly topic: TopicId; readonly confidence: number }
  | { readonly kind: 'choose'; readonly topics: readonly TopicId[] }
  | { readonly kind: 'which-first'; readonly topics: readonly TopicId[] }
  | { readonly kind: 'clarify' }
  | { readonly kind: 'offer-person' }
  /** `again`: it was asked back and shown once more. */
  | { readonly kind: 'step'; readonly step: StepId; readonly again?: true }
  | { readonly kind: 'why'; readonly step: StepId }
  | { readonly kind: 'describe'; readonly step: StepId }
  | { readonly kind: 'verify'; readonly step?: StepId }
  | { readonly kind: 'feedback' }
  | { readonly kind: 'second'; readonly topic: TopicId }
  /** `said`: perhaps of the problem that was fixed. */
  | { readonly kind: 'same-again'; readonly said: string }
  | { readonly kind: 'parked'; readonly step: StepId }
  | { readonly kind: 'done' }

/** The question that buttons and typed answers refer to. Its nonce makes each button good for one press. */
export interface Open {
  readonly nonce: string
  readonly choices: readonly ChoiceId[]
  readonly topic?: TopicId
  readonly step?: StepId
}

/**
 * What a button stands for: `fixed`, `no-change`, `different`, `could-not`, `yes`, `no`, `none`, `person`, `not-this`,
 * `start-over`, `works-now`, `noted-wrong`, or with a value: `answer:works`, `topic:bad-spi`, `language:de`,
 * `why:no-rights`, `wrong:network=home`.
 */
export type ChoiceId = string

export type HandOverReason =
  | 'asked'
  | 'not-understood'
  | 'steps-used-up'
  | 'no-topic'
  | 'outage'
  | 'came-back'
  | 'administrator'
  | 'failed' // something broke inside Deskhand

/** The record of one problem. Ids and values, no prose, so that any reader gets it in their own language. */
export interface Case {
  /** Eight characters, unambiguous when read aloud: `7K3M-9QDX`. */
  readonly id: string
  readonly openedAt: number
  /** The welcome was said; Teams tells of one installation by several events. */
  readonly welcomed?: true
  readonly language: Language
  /** Where the language comes from; a weaker source never overrides a stronger one. */
  readonly languageFrom: 'default' | 'guessed' | 'locale' | 'detected' | 'chosen'
  /** Another language was heard once; the second time in a row the conversation follows. */
  readonly heard?: Language
  readonly owner: Owner
  readonly stage: Stage
  readonly open?: Open
  readonly topic?: {
    readonly id: TopicId
    readonly confidence: number
    readonly how: 'signature' | 'words' | 'chosen'
  }
  readonly signatures: readonly SignatureId[]
  /** Topics the employee said it is not; each is a labelled example for review. */
  readonly notThese: readonly TopicId[]
  readonly steps: readonly StepRecord[]
  /** At most one of a kind; absent in cases of earlier versions. */
  readonly facts?: readonly Noted[]
  /** What the employee says to have tried; those that an article asks for are among its steps, too. */
  readonly claims?: readonly Claim[]
  /** For each picture that is kept for the agent, the activity it came with. */
  readonly pictures?: readonly string[]
  /** Since when a file is being read whose message was answered already; see silence.ts. */
  readonly reading?: number
  /** Messages that were deleted meanwhile; see turn/withdrawn.ts. */
  readonly withdrawn?: readonly string[]
  /** The problem in the employee's own, redacted words; the only prose of the case. */
  readonly words: readonly string[]
  /** Other problems mentioned, kept for afterwards. */
  readonly later: readonly TopicId[]
  /** Utterances in a row that were not understood. */
  readonly misses: number
  readonly outcome?: 'fixed' | 'handed-over' | 'abandoned'
  readonly fixedAt?: number
  /** `told`: what the employee adds while waiting was acknowledged once. */
  readonly handOver?: { readonly reason: HandOverReason; readonly since: number; readonly told: boolean }
  readonly helpful?: boolean
  /** The last settled questions, so that a repeated press gets the same answer and no effect. */
  readonly settled: readonly Settled[]
}

/** A question that was answered: its card collapses to one line. */
export interface Settled extends Pick<Open, 'nonce' | 'topic' | 'step'> {
  /** Absent: overtaken by something else the employee wrote. */
  readonly choice?: ChoiceId
}

/** Why a file could not be read, or not yet: each has a sentence of its own, `file.<why>`. */
export type Unread = 'unreadable' | 'other-kind' | 'too-large' | 'not-fetched' | 'reading'

/** What a conversation may wait for; one at a time. */
export type TimerName = 'remind' | 'close' | 'unread'

/** Everything that can change a case. `at` in epoch milliseconds; `seed` is unique for each event. */
export type TurnEvent = {
  readonly at: number
  readonly seed: string
} /** `secret`: the text held one, which is already replaced. */ & (
  | {
      readonly kind: 'message'
      readonly text: string
      readonly secret: boolean
      readonly understood: Understanding
      /** A file came along that could not be read. */
      readonly unread?: Unread
      /** What was still being read when its message was answered. */
      readonly late?: true
    }
  | { readonly kind: 'choice'; readonly choice: ChoiceId; readonly nonce: string }
  /** Nothing but files, and none of them could be read. */
  | { readonly kind: 'file'; readonly why: Unread; readonly late?: true }
  | { readonly kind: 'joined' }
  | { readonly kind: 'timer'; readonly name: TimerName }
)

/** A sentence by its key in locales/<language>/bot.json, with values that are still to be put into words. */
export interface Sentence {
  readonly key: string
  readonly values?: Readonly<Record<string, Value>>
}
export type Value =
  | string
  | number
  | { readonly topic: TopicId }
  | { readonly step: StepId; readonly of: TopicId }
  | { readonly signature: SignatureId }
  | { readonly language: Language }
  | { readonly place: 'in-queue' }
  | { readonly intro: TopicId }
  | { readonly told: readonly (Fact | Claim)[] }

/** What is said in one turn: one message, however many sentences. */
export interface Reply {
  readonly say: readonly Sentence[]
  /** The step that is shown below the sentences; `number` counts from 1. */
  readonly step?: {
    readonly topic: TopicId
    readonly step: StepId
    readonly number: number
    /** Its restart is left for a later step. */
    readonly restartLater?: true
  }
  /** What is said below the step. */
  readonly after?: readonly Sentence[]
  /** With choices the reply is a card; the nonce is that of the case's open question. */
  readonly choices: readonly ChoiceId[]
  readonly nonce?: string
}

export type Effect =
  /** The one timer of a conversation; setting it replaces it. */
  | { readonly kind: 'set-timer'; readonly name: TimerName; readonly at: number }
  | { readonly kind: 'clear-timers' }
  /** Put a card without personal data into the agents' channel. */
  | { readonly kind: 'tell-agents'; readonly reason: HandOverReason }

/** What one event leads to. */
export interface Advanced {
  readonly case: Case
  readonly replies: readonly Reply[]
  readonly effects: readonly Effect[]
  /** The question that this event answered or overtook; its card collapses. */
  readonly settled?: Settled
}
