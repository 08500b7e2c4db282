/** What every format is read into: headings, paragraphs and lists, with the line of the source they stand on. */
import type { Label } from './labels.ts'

interface Placed {
  /** Line in the source, from 1. */
  readonly line: number
}

export interface Heading extends Placed {
  readonly kind: 'heading'
  readonly text: string
  /** True: the source only promised it, and the place is a guess. */
  readonly guessed?: true
}

export interface Paragraph extends Placed {
  readonly kind: 'paragraph'
  /** Markdown; lines end where the source breaks them. */
  readonly text: string
  /** "Cause: the cable" is the text "the cable" with this label; the text is empty where a list follows. */
  readonly label?: Label
  /** True: the label is that of a column, the text is a cell. */
  readonly column?: true
}

export interface List extends Placed {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly items: readonly string[]
}

export interface Code extends Placed {
  readonly kind: 'code'
  readonly text: string
}

export type Block = Heading | Paragraph | List | Code

/** What a reader made of the source, and what it saw and took away. */
export interface Blocks {
  readonly blocks: readonly Block[]
  readonly stripped: readonly Remark[]
  readonly noticed: readonly Remark[]
}

/** A sentence of the review about a line of the source. */
export interface Remark {
  readonly line: number
  readonly text: string
}

export function wordsOf(text: string): number {
  return text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length
}

/** Enough of a text to recognise it. */
export function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 90 ? `${line.slice(0, 87).trimEnd()}…` : line
}

/** For comparing: neither case, punctuation, quotation marks nor a number in front count. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/^\s*\d+(?:\.\d+)*[.)]?\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
