/** What is said, in words of one language and without a channel's form: cards and text are built from it. */
import type { ChoiceId } from '../dialogs/types.ts'

export interface Spoken {
  readonly language: string
  /** For notifications and screen readers; plain text, one line. */
  readonly summary: string
  readonly blocks: readonly Block[]
  readonly choices: readonly SpokenChoice[]
  /** Present with choices: the question these buttons answer. */
  readonly nonce?: string
}

export type Block =
  | { readonly kind: 'text'; readonly markdown: string }
  /** A step's heading, "Step 2"; `facts` are "3 minutes", "needs a restart". */
  | { readonly kind: 'step'; readonly heading: string; readonly facts: readonly string[] }
  /** Labelled paragraph: "Worked when: …", "To undo: …". */
  | {
      readonly kind: 'note'
      readonly label: string
      readonly markdown: string
      readonly tone: 'quiet' | 'warning'
    }

export interface SpokenChoice {
  readonly id: ChoiceId
  readonly label: string
  /** `main` choices answer the question; `side` ones are always open (a person, not this). */
  readonly rank: 'main' | 'side'
}
