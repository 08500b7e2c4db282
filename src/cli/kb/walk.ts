import { parseArgs } from 'node:util'
import type { Article } from '../../knowledge/article.ts'
import { type Path, pathsThrough } from '../../knowledge/paths.ts'
import { type Command, library, print } from './command.ts'

interface Walked {
  readonly id: string
  readonly paths: number
  readonly steps: Range
  readonly minutes: Range
  /** The steps of the longest path. */
  readonly longest: readonly string[]
}

interface Range {
  readonly median: number
  readonly most: number
}

export const command: Command = {
  usage: 'walk [--json]',
  summary:
    'How many steps and minutes an employee spends before the helpdesk takes over: every path of every article.',
  run(args) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } })
    const articles = [...library().articles.values()]
    const all = articles.map(article => ({ article, paths: pathsThrough(article) }))
    const rows = all.map(({ article, paths }) => walked(article, paths))
    const total = rangesOf(all.flatMap(({ paths }) => paths))
    if (values.json) return print(JSON.stringify({ articles: rows, ...total }, null, 2))
    print([...rows.map(lineOf), '', `all: ${inWords(total)}`].join('\n'))
  },
}

function walked({ id }: Article, paths: readonly Path[]): Walked {
  const longest = paths.toSorted((a, b) => b.tried.length - a.tried.length || b.minutes - a.minutes)[0]
  return {
    id,
    paths: paths.length,
    ...rangesOf(paths),
    longest: longest?.tried.map(({ step }) => step) ?? [],
  }
}

function rangesOf(paths: readonly Path[]): Pick<Walked, 'steps' | 'minutes'> {
  return {
    steps: rangeOf(paths.map(({ tried }) => tried.length)),
    minutes: rangeOf(paths.map(({ minutes }) => minutes)),
  }
}

function rangeOf(values: readonly number[]): Range {
  const sorted = values.toSorted((a, b) => a - b)
  return { median: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, most: sorted.at(-1) ?? 0 }
}

function lineOf(row: Walked): string {
  return `${row.id}  ${row.paths} paths, ${inWords(row)}\n    ${row.longest.join(' > ')}`
}

function inWords({ steps, minutes }: Pick<Walked, 'steps' | 'minutes'>): string {
  return `steps ${steps.median} (at most ${steps.most}), minutes ${minutes.median} (at most ${minutes.most})`
}
