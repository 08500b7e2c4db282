/** Prints the medians of all bots side by side. */
import { short } from './figures.ts'
import type { Round } from './round.ts'

type Row = readonly [label: string, figure: keyof Round]

const rows: readonly Row[] = [
  ['throughput, turns/s', 'turnsPerSecond'],
  ['CPU of the process, ms a turn', 'cpuMsPerTurn'],
  ['CPU of the database server', 'serverCpuMsPerTurn'],
  ['acknowledged p50, ms', 'ackP50Ms'],
  ['acknowledged p99, ms', 'ackP99Ms'],
  ['reply p50, ms', 'replyP50Ms'],
  ['reply p99, ms', 'replyP99Ms'],
  ['event-loop delay p99, ms', 'loopDelayP99Ms'],
  ['resident memory, MB', 'memoryMb'],
  ['messages a turn', 'messagesPerTurn'],
  ['cards a turn', 'cardsPerTurn'],
  ['updates of cards a turn', 'updatesPerTurn'],
  ['turns a commit', 'turnsPerCommit'],
]

/** The first bot is what the others are compared to: each has its ratio behind it. */
export function table(bots: readonly (readonly [name: string, figures: Round])[]): string {
  const [first, ...others] = bots
  if (!first) return ''
  const head = others.flatMap(([name]) => [name, 'ratio'])
  const lines = rows.map(([label, figure]) => {
    const base = first[1][figure]
    const cells = others.flatMap(([, figures]) => [figures[figure], base === 0 ? 0 : figures[figure] / base])
    return label.padEnd(32) + [base, ...cells].map(cell).join('')
  })
  return [''.padEnd(32) + [first[0], ...head].map(name => name.padStart(12)).join(''), ...lines].join('\n')
}

function cell(value: number): string {
  return (value === 0 ? '-' : short(value)).padStart(12)
}
