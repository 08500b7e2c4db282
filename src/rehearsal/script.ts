/** A conversation as an author writes it: who says what, what is expected of the answer and of the case. */
import type { Language } from '../knowledge/article.ts'

/** One conversation of a file. */
export interface Script {
  /** Path as shown in problems. */
  readonly file: string
  readonly line: number
  readonly name: string
  /** As they stand in the file, with their mark; for writing it anew. */
  readonly comments: readonly string[]
  /** Language of the employee's client, as in `de` or `de-CH`; the file's name unless the script says otherwise. */
  readonly locale: string
  /** The language it is counted under: that of its file. */
  readonly language: Language
  readonly acts: readonly Act[]
}

/** One thing that happens, or is expected; `line` counts from 1. */
export type Act = { readonly line: number } & (
  | { readonly kind: 'says'; readonly text: string }
  /** A button by its label, as `[Works there]`. */
  | { readonly kind: 'presses'; readonly label: string }
  /** Time passes; `words` as written, "2 hours". */
  | { readonly kind: 'later'; readonly ms: number; readonly words: string }
  | { readonly kind: 'bot'; readonly expected: readonly BotClause[] }
  | { readonly kind: 'case'; readonly expected: readonly CaseClause[] }
)

/** What one answer must be like. */
export type BotClause =
  /** Somewhere in what is said; marks, line ends and capitals do not count. */
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'lacks'; readonly text: string }
  /** These are offered, in this order; others may stand between. */
  | { readonly kind: 'buttons'; readonly labels: readonly string[] }
  /** Where the conversation stands afterwards, in the words of standing.ts. */
  | { readonly kind: 'stands'; readonly words: string }
  | { readonly kind: 'silent' }

/** What the case must hold; all but `says` are compared as a whole. */
export type CaseClause =
  | { readonly kind: 'ends'; readonly words: string }
  | { readonly kind: 'field'; readonly field: CaseField; readonly words: string }
  /** In the summary that an agent reads, in the script's language. */
  | { readonly kind: 'says'; readonly text: string }

export const caseFields = [
  'article',
  'language',
  'tried',
  'facts',
  'claims',
  'left',
  'causes',
  'codes',
  'mentions',
  'notes',
] as const
export type CaseField = (typeof caseFields)[number]
