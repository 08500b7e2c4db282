/** One line for each size of each database. */
import { short } from '../turns/figures.ts'
import { type Costs, type Rare, rareQuestions } from './cost.ts'
import type { Sizes } from './grown.ts'

export interface Line {
  readonly database: string
  readonly cases: number
  /** That each case has. */
  readonly turns: number
  readonly fillSeconds: number
  readonly sizes: Sizes
  readonly costs: Costs
}

interface Column {
  readonly over: string
  readonly name: string
  value(line: Line): string
}

const rareNames: Readonly<Record<Rare, readonly [over: string, name: string]>> = {
  takeUp: ['outbox', 'take up'],
  dueTimers: ['due', 'timers'],
  queue: ['queue,', '50 cases'],
  place: ['place', 'in it'],
  case: ['one', 'case'],
  transcript: ['its', 'lines'],
  deadLetters: ['dead', 'letters'],
}

const columns: readonly Column[] = [
  { over: '', name: 'database', value: ({ database }) => database },
  { over: '', name: 'cases', value: ({ cases }) => cases.toLocaleString('en') },
  { over: 'fill', name: 's', value: ({ fillSeconds }) => short(fillSeconds) },
  { over: 'on disk', name: 'MB', value: ({ sizes }) => short(sizes.total / 1e6) },
  { over: 'a case', name: 'bytes', value: line => bytes(line, perCase, line.cases) },
  { over: 'a turn', name: 'bytes', value: line => bytes(line, ['transcript'], line.cases * line.turns) },
  { over: '+ a week', name: 'bytes', value: line => bytes(line, forAWeek, line.cases * line.turns) },
  { over: 'alone', name: 'p50', value: ({ costs }) => short(costs.alone.p50) },
  { over: 'ms', name: 'p99', value: ({ costs }) => short(costs.alone.p99) },
  { over: 'at once', name: 'p50', value: ({ costs }) => short(costs.together.p50) },
  { over: 'ms', name: 'p99', value: ({ costs }) => short(costs.together.p99) },
  { over: '', name: 'turns/s', value: ({ costs }) => short(costs.turnsPerSecond) },
  { over: 'CPU, ms', name: 'a turn', value: ({ costs }) => short(costs.cpuMsPerTurn) },
  ...rareQuestions.map((name): Column => {
    const [over, label] = rareNames[name]
    return { over, name: label, value: ({ costs }) => short(costs.rare[name]) }
  }),
]

/** What stays of a case, of each turn, and what a turn leaves for a week. */
const perCase = ['conversations', 'cases', 'timers']
const forAWeek = ['inbox', 'sent_cards']

export const heading = [row(columns.map(({ over }) => over)), row(columns.map(({ name }) => name))].join('\n')

export function lineOf(line: Line): string {
  return row(columns.map(column => column.value(line)))
}

function row(cells: readonly string[]): string {
  return cells.map(cell => cell.padStart(10)).join('')
}

function bytes({ sizes }: Line, tables: readonly string[], count: number): string {
  const sum = tables.reduce((total, table) => total + (sizes.byTable.get(table) ?? 0), 0)
  return (sum / count).toFixed(0)
}
