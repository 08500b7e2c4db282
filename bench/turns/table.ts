/** Prints the medians of both bots side by side. */
import { short } from './figures.ts'
import type { Round } from './round.ts'

type Row = readonly [label: string, figure: keyof Round]

const rows: readonly Row[] = [
  ['throughput, turns/s', 'turnsPerSecond'],
  ['CPU of the process, ms a turn', 'cpuMsPerTurn'],
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

export function table(echo: Round, deskhand: Round): string {
  const cell = (value: number) => (value === 0 ? '-' : short(value)).padStart(10)
  const lines = rows.map(([label, figure]) => {
    const [a, b] = [echo[figure], deskhand[figure]]
    const ratio = a === 0 ? 0 : b / a
    return label.padEnd(32) + cell(a) + cell(b) + cell(ratio)
  })
  return [
    ''.padEnd(32) + ['echo', 'deskhand', 'ratio'].map(name => name.padStart(10)).join(''),
    ...lines,
  ].join('\n')
}
