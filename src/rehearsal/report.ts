/** What a failed conversation looks like: what was said so far, then what was expected and what came. */
import { plainText } from '../speech/plain.ts'
import type { Spoken } from '../speech/spoken.ts'
import type { Difference } from './compare.ts'
import type { Exchange, Rehearsed } from './rehearse.ts'
import { standing } from './standing.ts'

/** Earlier answers are cut here; the last one is what the author has to look at. */
const glance = 160

/** Several lines; empty when nothing failed. */
export function failureText({ script, exchanges, failure }: Rehearsed): string {
  if (!failure) return ''
  const last = exchanges.length - 1
  return [
    `${script.file}:${failure.line} "${script.name}" (${script.language})`,
    ...exchanges.flatMap((exchange, index) => exchangeLines(exchange, index === last)),
    ...failure.differences.flatMap(differenceLines),
  ].join('\n')
}

function exchangeLines({ said, heard }: Exchange, whole: boolean): string[] {
  const replies = heard.replies.flatMap(reply => {
    const text = plainText(reply)
    return [whole ? text : shortened(text), ...(whole ? [buttons(reply)] : [])].filter(Boolean)
  })
  return [
    ...labelled('employee', said),
    ...labelled('bot', `(${standing(heard.before, heard.case)}) ${replies.join('\n') || '(silent)'}`),
  ]
}

function differenceLines({ expected, got }: Difference): string[] {
  return [...labelled('expected', expected, '- '), ...labelled('got', got, '+ ')]
}

/** The first line with its label, the others below it. */
function labelled(label: string, text: string, mark = '  '): string[] {
  const [first = '', ...rest] = text.split('\n').filter(line => line.trim() !== '')
  return [`${mark}${label.padEnd(9)} ${first}`, ...rest.map(line => `${mark}${' '.repeat(9)} ${line}`)]
}

function buttons({ choices }: Spoken): string {
  return choices.map(({ label }) => `[${label}]`).join(' ')
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > glance ? `${line.slice(0, glance - 1)}…` : line
}
