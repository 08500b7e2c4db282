/** What the linter says, and what a rule of it is. */
import type { Desk } from './desk.ts'

export interface Finding {
  /** As an author types it, relative to where the program was started. */
  readonly file: string
  readonly line: number
  /** What is wrong, one sentence without its full stop. */
  readonly message: string
  /** What to do, one sentence with its full stop. */
  readonly cure: string
}

export interface Problem extends Finding {
  /** Stable name of the rule, `changed-code`. */
  readonly rule: string
}

export interface Rule {
  readonly name: string
  find(desk: Desk): Iterable<Finding>
}

/** `knowledge/ipsec/bad-spi/de.md:41  the number "809" is missing. Write it as in English.` */
export function lineOf({ file, line, message, cure }: Problem): string {
  return `${file}:${line}  ${message}. ${cure}`
}
