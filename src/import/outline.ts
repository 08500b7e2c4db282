/** An article before it is files: what `kb new` asks for and what `kb import` finds. */
import type { Doer, Language, Risk, SignatureId } from '../knowledge/article.ts'

export interface OutlineCause {
  readonly id: string
  /** In words, for the agent. */
  readonly name: string
}

export interface OutlineStep {
  readonly id: string
  /** Markdown. */
  readonly text: string
  readonly by: Doer
  readonly minutes: number
  readonly restart: boolean
  readonly risk: Risk
  /** Ids of the causes that it is said to repair; how often is always open. */
  readonly fixes: readonly string[]
  readonly doneWhen?: string
  readonly undo?: string
  readonly warning?: string
  /** What the author has to decide about this step. */
  readonly open: readonly string[]
}

export interface Outline {
  readonly id: string
  readonly language: Language
  readonly title: string
  readonly phrases: readonly string[]
  /** Empty: nobody has said yet what happens and why. */
  readonly intro: string
  readonly signatures: readonly SignatureId[]
  readonly hints: readonly SignatureId[]
  readonly causes: readonly OutlineCause[]
  readonly steps: readonly OutlineStep[]
  /** What the author has to decide about the article. */
  readonly open: readonly string[]
}

/** The habit of good articles; docs/knowledge.md. */
export const enoughPhrases = 8
