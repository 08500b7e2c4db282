/**
 * What waits meanwhile: work that blocks, done on the event loop itself and as the product does it, each in a process
 * of its own that somebody else asks something every 5 ms.
 *
 *     npm run -s bench -- loop
 *     npm run -s bench -- loop --work log      only works whose name has this word
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openBrowser } from '../test/support/browser.ts'
import { dialogs, wholeScreen } from '../test/support/screenshots.ts'
import { askOften } from './loop/others.ts'
import type { Done, RoomQuestion } from './loop/room.ts'
import { type Way, type WorkName, workNames } from './loop/works.ts'
import { startChild } from './turns/child.ts'
import { percentile, short } from './turns/figures.ts'

interface Row extends Done {
  readonly work: WorkName
  readonly way: Way
  /** Milliseconds until somebody else was answered, from when they meant to ask; sorted. */
  readonly others: readonly number[]
}

const ways: readonly Way[] = ['on the loop', 'as it is']

export async function run(argv: string[]): Promise<void> {
  const { values } = parseArgs({ args: argv, options: { work: { type: 'string', default: '' } } })
  const folder = temporaryFolder()
  const picture = join(folder, 'screen.png')
  const works = workNames.filter(name => name.includes(values.work))
  if (works.some(name => name.includes('screen'))) writeFileSync(picture, await screen())
  const rows: Row[] = []
  console.log(heading)
  for (const work of works) {
    for (const way of ways) {
      const row = await measured(work, way, { picture, folder: mkdtempSync(join(folder, 'work-')) })
      rows.push(row)
      console.log(lineOf(row))
    }
  }
  console.log(JSON.stringify(rows.map(({ others, ...row }) => ({ ...row, ...spread(others) }))))
}

/** Gone with the process, also after Control-C. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-loop-'))
  const stop = () => process.exit(130)
  process.once('SIGINT', stop).once('SIGTERM', stop)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function screen(): Promise<Buffer> {
  const [dialog] = dialogs
  if (!dialog) throw new Error('There is no dialog to show.')
  const browser = await openBrowser()
  try {
    return await wholeScreen(browser, dialog, 'light')
  } finally {
    await browser.close()
  }
}

async function measured(work: WorkName, way: Way, files: { picture: string; folder: string }): Promise<Row> {
  const room = startChild<RoomQuestion, Done>('../loop/room')
  try {
    const { port } = await room.ask({ kind: 'prepare', work, way, ...files })
    const others = await askOften(port)
    const done = await room.ask({ kind: 'work' })
    return { work, way, ...done, others: (await others.stop()).toSorted((a, b) => a - b) }
  } finally {
    await room.close()
  }
}

function spread(others: readonly number[]) {
  return {
    othersP50: percentile(others, 0.5),
    othersP99: percentile(others, 0.99),
    othersMax: others.at(-1) ?? 0,
  }
}

const heading =
  ''.padEnd(60) +
  ['took', 'longest', 'others', 'others', 'others'].map(name => name.padStart(10)).join('') +
  '\n' +
  'milliseconds'.padEnd(60) +
  ['', 'block', 'p50', 'p99', 'longest'].map(name => name.padStart(10)).join('')

function lineOf({ work, way, tookMs, longestBlockMs, others, said }: Row): string {
  const { othersP50, othersP99, othersMax } = spread(others)
  const figures = [tookMs, longestBlockMs, othersP50, othersP99, othersMax]
  const label = `${work}, ${way}`.padEnd(60)
  return `${label}${figures.map(value => short(value).padStart(10)).join('')}   ${said}`
}
