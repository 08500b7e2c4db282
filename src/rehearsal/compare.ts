/** Expectations against what was heard. Pure. */
import type { Case } from '../dialogs/types.ts'
import type { Language } from '../knowledge/article.ts'
import { plainText } from '../speech/plain.ts'
import type { Spoken } from '../speech/spoken.ts'
import type { Content } from '../turn/decide.ts'
import type { Heard } from './room.ts'
import type { BotClause, CaseClause } from './script.ts'
import { ending, fieldOf, standing } from './standing.ts'

/** Both in the words of a script. */
export interface Difference {
  readonly expected: string
  readonly got: string
}

export function againstBot(expected: readonly BotClause[], heard: Heard): readonly Difference[] {
  return expected.flatMap(clause => botDifference(clause, heard) ?? [])
}

function botDifference(clause: BotClause, heard: Heard): Difference | undefined {
  const said = heard.replies.map(plainText).join('\n\n')
  switch (clause.kind) {
    case 'contains':
      return unless(holds(said, clause.text), `"${clause.text}"`, said || 'silent')
    case 'lacks':
      return unless(!holds(said, clause.text), `not "${clause.text}"`, said)
    case 'silent':
      return unless(heard.replies.length === 0, 'silent', said)
    case 'stands': {
      const got = standing(heard.before, heard.case)
      return unless(got === clause.words, clause.words, got)
    }
    case 'buttons': {
      const offered = heard.replies.flatMap(labelsOf)
      return unless(inOrder(clause.labels, offered), bracketed(clause.labels), bracketed(offered))
    }
  }
}

export function againstCase(
  expected: readonly CaseClause[],
  c: Case | undefined,
  content: Content,
  language: Language,
): readonly Difference[] {
  if (!c) return [{ expected: 'a case', got: 'none' }]
  return expected.flatMap(clause => caseDifference(clause, c, content, language) ?? [])
}

function caseDifference(
  clause: CaseClause,
  c: Case,
  content: Content,
  language: Language,
): Difference | undefined {
  switch (clause.kind) {
    case 'ends': {
      const got = ending(c)
      const alike = got === clause.words || got.replace(/ \(.*/, '') === clause.words
      return unless(alike, clause.words, got)
    }
    case 'field': {
      const got = fieldOf(clause.field, c, content.knowledge.article(c.topic?.id ?? ''))
      const expected = `${clause.field} ${clause.words}`
      return unless(flat(got) === flat(clause.words), expected, `${clause.field} ${got}`)
    }
    case 'says': {
      const summary = content.speech.summary(c, language)
      return unless(holds(summary, clause.text), `says "${clause.text}"`, summary)
    }
  }
}

function unless(good: boolean, expected: string, got: string): Difference | undefined {
  return good ? undefined : { expected, got }
}

function holds(text: string, part: string): boolean {
  return flat(text).includes(flat(part))
}

/** What an author cannot see, or would not think of, makes no difference. */
export function flat(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[*`_]/g, '')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

function labelsOf({ choices }: Spoken): readonly string[] {
  return choices.map(({ label }) => label)
}

function inOrder(wanted: readonly string[], offered: readonly string[]): boolean {
  let from = 0
  return wanted.every(label => {
    const at = offered.findIndex((other, index) => index >= from && flat(other) === flat(label))
    from = at + 1
    return at >= 0
  })
}

function bracketed(labels: readonly string[]): string {
  return labels.length > 0 ? labels.map(label => `[${label}]`).join(' ') : 'no buttons'
}
