/**
 * Does a turn cost more when there is more in the database? The product's own tables are filled with copies of one
 * conversation that the product has led; then its own store is asked, about conversations drawn evenly from all of them,
 * which is harder than life: most of those who write today wrote yesterday.
 *
 *     npm run -s bench -- growth --rows 1000,100000,1000000 --database both
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { now } from '../test/support/clock.ts'
import { type CostOptions, costsOf } from './growth/cost.ts'
import { turnsOf } from './growth/fill.ts'
import type { Explained, Grow } from './growth/grown.ts'
import { growPostgres } from './growth/postgres.ts'
import { playSample, type Sample } from './growth/sample.ts'
import { growSqlite } from './growth/sqlite.ts'
import { heading, type Line, lineOf } from './growth/table.ts'
import { short } from './turns/figures.ts'
import { syncMs } from './turns/syncs.ts'

const databases: Readonly<Record<string, Grow>> = { sqlite: growSqlite, postgres: growPostgres }

interface Options extends CostOptions {
  readonly rows: readonly number[]
  readonly databases: readonly string[]
  readonly turnsEach: number
  readonly within: string
}

export async function run(argv: string[]): Promise<void> {
  const options = readOptions(argv)
  const folder = temporaryFolder(options.within)
  const sample = await playSample(options.turnsEach)
  const turns = turnsOf(sample)
  console.log(`Each case has ${sample.lines.length} lines of ${turns} turns, and a conversation of its own.`)
  console.log(`One sync of this disk takes ${short(syncMs(folder))} ms. Times in milliseconds.\n${heading}`)
  const measured: Measured[] = []
  for (const database of options.databases) {
    for (const cases of options.rows) {
      const one = await measure(database, cases, sample, folder, options)
      console.log(lineOf(one.line))
      measured.push(one)
    }
  }
  report(measured, options)
}

/** Gone with the process, also after Control-C. */
function temporaryFolder(within: string): string {
  const folder = mkdtempSync(join(within, 'deskhand-growth-'))
  const stop = () => process.exit(130)
  process.once('SIGINT', stop).once('SIGTERM', stop)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function readOptions(argv: string[]): Options {
  const { values } = parseArgs({
    args: argv,
    options: {
      rows: { type: 'string', default: '1000,100000,1000000' },
      database: { type: 'string', default: 'both' },
      turns: { type: 'string', default: '4' },
      seconds: { type: 'string', default: '8' },
      conversations: { type: 'string', default: '64' },
      folder: { type: 'string', default: tmpdir() },
    },
  })
  const known = Object.keys(databases)
  const asked = values.database === 'both' ? known : [values.database]
  if (!asked.every(name => known.includes(name))) throw new Error(`--database ${known.join('|')}|both`)
  return {
    rows: values.rows.split(',').map(Number),
    databases: asked,
    turnsEach: Number(values.turns),
    turnsAlone: 500,
    seconds: Number(values.seconds),
    conversations: Number(values.conversations),
    within: values.folder,
  }
}

interface Measured {
  readonly line: Line
  readonly explained: readonly Explained[]
}

async function measure(
  database: string,
  cases: number,
  sample: Sample,
  folder: string,
  options: Options,
): Promise<Measured> {
  const grow = databases[database]
  if (!grow) throw new Error(`No database ${database}.`)
  const started = now()
  const grown = await grow({ cases, sample, folder })
  const fillSeconds = (now() - started) / 1000
  try {
    const costs = await costsOf(grown, sample, options)
    const explained = await grown.explain()
    const line: Line = { database, cases, turns: turnsOf(sample), fillSeconds, sizes: grown.sizes, costs }
    return { line, explained }
  } finally {
    await grown.close()
  }
}

function report(measured: readonly Measured[], options: Options): void {
  let walking = 0
  for (const { line, explained } of measured) {
    for (const { name, walks } of explained) {
      if (walks.length > 0) walking += 1
      for (const walk of walks) console.log(`${line.database}, ${line.cases} cases, ${name}: ${walk}`)
    }
  }
  console.log(JSON.stringify({ ...options, lines: measured.map(({ line }) => plain(line)) }))
  const counts = measured.map(({ line: { database, cases }, explained }) => {
    return `${explained.length} on ${database} with ${cases} cases`
  })
  console.log(`Statements explained: ${counts.join(', ')}; ${walking} of them walk along a large table.`)
  if (walking > 0) process.exitCode = 1
}

function plain(line: Line) {
  return { ...line, sizes: { ...line.sizes, byTable: Object.fromEntries(line.sizes.byTable) } }
}
