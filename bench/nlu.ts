/**
 * How well texts are understood, and how fast.
 *
 *   npm run -s bench -- nlu --train FILE --test FILE [--typos SEED] [--oos FILE]    last line: JSON
 *   npm run -s bench -- nlu --sets FOLDER [--peers all|none|NAMES] [--only NAMES]
 *                       [--limit SECONDS]                                            a table for each public set
 *   npm run -s bench -- nlu --helpdesk                                              what employees write, by language
 *   npm run -s bench -- nlu --topics 1000,10000                                     many made-up topics
 *   npm run -s bench -- nlu --languages FILE                                        which language a text is in
 *   npm run -s bench -- nlu --codes                                                 error codes in every notation
 *   npm run -s bench -- nlu --speed                                                 short texts and pasted logs
 *
 * A file holds a JSON array of rows [text, label, language].
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { measure, train } from './nlu/measure.ts'
import { own } from './nlu/own.ts'
import type { Row } from './nlu/pupil.ts'
import { runScale, runSize } from './nlu/scale.ts'
import { disturbed, runSets } from './nlu/sets.ts'

export async function run(argv: string[]): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: {
      train: { type: 'string' },
      test: { type: 'string' },
      typos: { type: 'string' },
      oos: { type: 'string' },
      sets: { type: 'string' },
      peers: { type: 'string', default: 'all' },
      only: { type: 'string' },
      limit: { type: 'string', default: '900' },
      topics: { type: 'string' },
      size: { type: 'string' },
      codes: { type: 'boolean', default: false },
      speed: { type: 'boolean', default: false },
      helpdesk: { type: 'boolean', default: false },
      languages: { type: 'string' },
    },
  })
  const { sets, peers, only, limit } = values
  if (values.size) return runSize(Number(values.size))
  if (values.topics) return runScale(values.topics.split(','))
  if (values.helpdesk) return (await import('./nlu/helpdesk.ts')).runHelpdesk()
  if (values.languages) return (await import('./nlu/languages.ts')).runLanguages(values.languages)
  if (values.codes) return (await import('./nlu/codes.ts')).runCodes()
  if (values.speed) return (await import('./nlu/speed.ts')).runSpeed()
  if (sets) return runSets(sets, { peers, limit: Number(limit), ...(only && { only }) })
  if (!values.train || !values.test) throw new Error('Give --train FILE and --test FILE, or --sets FOLDER.')
  const asked = readRows(values.test)
  const test = values.typos === undefined ? asked : disturbed(asked, Number(values.typos))
  const foreign = values.oos === undefined ? undefined : readRows(values.oos)
  console.log(JSON.stringify(await measure(await train(own, readRows(values.train)), test, foreign)))
}

function readRows(file: string): readonly Row[] {
  const rows: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!Array.isArray(rows) || !rows.every(isRow))
    throw new Error(`${file} is no array of [text, label, language].`)
  return rows
}

function isRow(row: unknown): row is Row {
  return Array.isArray(row) && row.length === 3 && row.every(cell => typeof cell === 'string')
}
