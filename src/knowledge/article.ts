/** Types of one article; article/parse.ts fills them from article.yaml and <language>.md. */

import type { Action, Fact, FactKind } from './fact.ts'

/** A language as in a folder name of locales/: `de`, `fr`. The set is open: a helpdesk may add its own. */
export type Language = string
/** The name of an article's folder, `ike-phase1-failed`. */
export type TopicId = string
export type StepId = string
export type CauseId = string
export type AnswerId = string
/** A code with its namespace in canonical form: `ras:809`, `hresult:0x800B0101`, `ikev1:NO-PROPOSAL-CHOSEN`. */
export type SignatureId = string

export type Doer = 'employee' | 'local-admin' | 'helpdesk'
export type Risk = 'none' | 'low' | 'medium' | 'high'

export type Like = 'yes' | 'no' | 'works' | 'fails'

/** What an answer to a step's question means. */
export interface Answer {
  readonly id: AnswerId
  /** Causes that this answer makes impossible. */
  readonly rulesOut: readonly CauseId[]
  /** True: nothing more can be done by the employee, hand over at once. */
  readonly handOver: boolean
  /** `hand-over: outage`: others are affected, too; single-computer steps would waste time. */
  readonly outage?: true
  /** The typed word that means this answer: "yes", "no", or for a question whether it works, "works", "same error". */
  readonly like?: Like
  /** Values of the step's `asks` that say the same: who has told so already is not asked. */
  readonly when?: readonly string[]
}

export interface Step {
  readonly id: StepId
  readonly by: Doer
  readonly minutes: number
  readonly restart: boolean
  readonly risk: Risk
  /** Empty: an instruction with the four outcomes. Otherwise a question with these answers. */
  readonly answers: readonly Answer[]
  /** P(fixed | cause), 0 to 1. */
  readonly fixes: Readonly<Record<CauseId, number>>
  /** True: the employee answers in own words, which the agent gets ("the name shown by gpresult"). */
  readonly note: boolean
  /** What people call this step when they say that they have tried it already. */
  readonly about?: Action
  /** The question asks for this fact. */
  readonly asks?: FactKind
  /** Done where one of these was told, without effect: "the name is right". */
  readonly settledBy?: readonly Fact[]
  /** Left out where one of these was told: a hotel's router is not theirs. */
  readonly notWhen?: readonly Fact[]
  /** Shown only after this answer: it corrects what was found there. */
  readonly after?: { readonly step: StepId; readonly answer: AnswerId }
}

/** A step in one language; Markdown that cards can render, placeholders not yet filled. */
export interface StepText {
  /** Line in the file, for error messages. */
  readonly line: number
  /** Short noun phrase for the case, "restart of the router"; falls back to the first sentence of the body. */
  readonly name: string
  readonly body: string
  readonly doneWhen?: string
  readonly undo?: string
  readonly warning?: string
  /** Button labels by answer id. */
  readonly answers: Readonly<Record<AnswerId, string>>
}

/** An article in one language. */
export interface ArticleText {
  readonly language: Language
  readonly title: string
  readonly phrases: readonly string[]
  /** One or two sentences: what happens and why, for the employee. */
  readonly intro: string
  readonly steps: Readonly<Record<StepId, StepText>>
  /** What people type instead of an answer's label: "after an hour" for "After a while". */
  readonly typed: Readonly<Record<StepId, Readonly<Record<AnswerId, readonly string[]>>>>
  /** Name of each cause, "the home network blocks UDP 500 and 4500". */
  readonly causes: Readonly<Record<CauseId, string>>
  /** Hash of the source language's file that this one translates, when it says so. */
  readonly of?: string
  /** Hash of this file, which translations of it keep in `of`; see article/stamp.ts. */
  readonly hash?: string
}

export interface Article {
  readonly id: TopicId
  readonly pack: string
  readonly source: Language
  readonly appliesTo: readonly string[]
  /** These decide: a message with one of them starts this article. */
  readonly signatures: readonly SignatureId[]
  /** These speak for the article without deciding. */
  readonly hints: readonly SignatureId[]
  /** Prior probability of each cause; sums to 1. */
  readonly causes: Readonly<Record<CauseId, number>>
  /** In the author's order. */
  readonly steps: readonly Step[]
  /** True: an administrator's topic; the employee is only asked the facts. */
  readonly adminOnly: boolean
  readonly texts: Readonly<Record<Language, ArticleText>>
}
