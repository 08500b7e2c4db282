/** Finds what is wrong with articles beyond what the loader refuses; each rule is one file in lint/rules. */
import type { Desk } from './lint/desk.ts'
import { named } from './lint/loader.ts'
import type { Problem, Rule } from './lint/problem.ts'
import { rules as allRules } from './lint/rules.ts'

/**
 * The loader's problems and the linter's in one list, by file and line. `sentences` are the loader's, as
 * `file:line sentence`.
 */
export function lint(
  desk: Desk,
  sentences: readonly string[],
  rules: readonly Rule[] = allRules,
): readonly Problem[] {
  const found = rules.flatMap(({ name, find }) =>
    [...find(desk)].map(finding => ({ ...finding, rule: name })),
  )
  const told = [...sentences, ...desk.library.stale].map(sentence => named(sentence))
  return [...told, ...found].sort(byPlace)
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line
}
