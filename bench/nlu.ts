/**
 * How well the matcher learns from some rows and answers others.
 *
 *   npm run -s bench -- nlu --train FILE --test FILE [--typos SEED] [--oos FILE]    last line: JSON
 *   npm run -s bench -- nlu --sets FOLDER                                           one table
 *
 * A file holds a JSON array of rows [text, label, language].
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { measure, type Row, train } from './nlu/measure.ts'
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
    },
  })
  if (values.sets) return runSets(values.sets)
  if (!values.train || !values.test) throw new Error('Give --train FILE and --test FILE, or --sets FOLDER.')
  const asked = readRows(values.test)
  const test = values.typos === undefined ? asked : disturbed(asked, Number(values.typos))
  const foreign = values.oos === undefined ? undefined : readRows(values.oos)
  console.log(JSON.stringify(measure(train(readRows(values.train)), test, foreign)))
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
