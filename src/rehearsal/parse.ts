/**
 * Reads a file of conversations. A line is a keyword, a colon and words; an indented line goes on with the one above;
 * what starts with # is a comment.
 */
import { type Report, reporter } from '../knowledge/article/problems.ts'
import type { Language } from '../knowledge/article.ts'
import { botClauses, caseClauses } from './clauses.ts'
import type { Act, Script } from './script.ts'

export interface ScriptFile {
  /** Path as shown in problems. */
  readonly file: string
  readonly language: Language
  readonly text: string
}

interface Entry {
  readonly line: number
  readonly keyword: string
  /** Without the keyword; the lines below it, without their indentation. */
  readonly lines: readonly string[]
  /** Those that stand above it. */
  readonly comments: readonly string[]
}

const keywords = 'conversation, locale, employee, later, bot, case'

/** Adds every problem, with file and line, to `problems`; the scripts are good when it added none. */
export function parseScripts(from: ScriptFile, problems: string[]): readonly Script[] {
  const report = reporter(from.file, problems)
  const scripts = parseLines(from, report)
  for (const script of scripts) check(script, report)
  return scripts
}

/** For `kb record`: nothing has to be expected yet. */
export function parseLines({ file, language, text }: ScriptFile, report: Report): readonly Script[] {
  const scripts: (Script & { acts: Act[]; locale: string; comments: string[] })[] = []
  for (const entry of entriesOf(text, report)) {
    const script = scripts.at(-1)
    const { line, comments } = entry
    const value = entry.lines.join('\n').trim()
    if (entry.keyword === 'conversation')
      scripts.push({ file, line, name: value, comments: [...comments], locale: language, language, acts: [] })
    else if (!script) report(entry.line, 'write "conversation: …" with a name first.')
    else if (entry.keyword === 'locale') script.locale = value
    else {
      script.comments.push(...comments)
      script.acts.push(...actOf(entry, value, report))
    }
  }
  return scripts
}

function entriesOf(text: string, report: Report): readonly Entry[] {
  const entries: (Entry & { lines: string[] })[] = []
  let comments: string[] = []
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = index + 1
    const start = /^([a-z]+):\s?(.*)$/.exec(raw)
    if (raw.startsWith('#')) comments.push(raw)
    else if (start?.[1] !== undefined) {
      entries.push({ line, keyword: start[1], lines: [start[2] ?? ''], comments })
      comments = []
    } else if (raw.trim() === '' || /^\s/.test(raw)) entries.at(-1)?.lines.push(raw.replace(/^ {2}|^\t/, ''))
    else report(line, `"${raw.slice(0, 40)}" does not start with a keyword: ${keywords}.`)
  }
  return entries
}

function actOf({ line, keyword, lines }: Entry, value: string, report: Report): Act[] {
  const sentence = (words: string) => report(line, words)
  switch (keyword) {
    case 'employee':
      return [{ line, ...employeeAct(value) }]
    case 'later':
      return laterAct(line, value, report)
    case 'bot':
      return [{ line, kind: 'bot', expected: botClauses(clauseText(lines), sentence) }]
    case 'case':
      return [{ line, kind: 'case', expected: caseClauses(clauseText(lines), sentence) }]
    default:
      sentence(`"${keyword}:" is no keyword; there are ${keywords}.`)
      return []
  }
}

/** Each line below the first is a clause of its own. */
function clauseText(lines: readonly string[]): string {
  return lines
    .map(line => line.trim())
    .filter(Boolean)
    .join('; ')
}

function employeeAct(value: string) {
  const label = /^\[([^[\]\n]+)\]$/.exec(value)?.[1]
  return label === undefined
    ? ({ kind: 'says', text: value } as const)
    : ({ kind: 'presses', label: label.trim() } as const)
}

const units: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
}

function laterAct(line: number, words: string, report: Report): Act[] {
  const [, count, unit] = /^(\d+) (minute|hour|day|week)s?$/.exec(words) ?? []
  const ms = Number(count) * (units[unit ?? ''] ?? 0)
  if (ms > 0) return [{ line, kind: 'later', ms, words }]
  report(line, `"later: ${words}" is no time; write "2 hours", "30 minutes", "3 days" or "1 week".`)
  return []
}

function check({ line, name, acts }: Script, report: Report): void {
  if (name === '') report(line, 'the conversation has no name; write what happens in it.')
  const expects = acts.findIndex(({ kind }) => kind === 'bot' || kind === 'case')
  if (expects === -1) report(line, `"${name}" expects nothing; add "bot:" or "case:" lines.`)
  if (expects === 0)
    report(acts[0]?.line ?? line, 'something is expected before the employee has said anything.')
}
