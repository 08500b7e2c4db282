/** How much the whole machine had to do: without it no time says anything. */
import { cpus } from 'node:os'

export interface Timed {
  readonly ms: number
  /** Share of all processors' time that was taken, by whomever. */
  readonly busy: number
}

export async function timed(work: () => Promise<number>): Promise<Timed> {
  const before = spent()
  const ms = await work()
  const after = spent()
  const idle = after.idle - before.idle
  return { ms, busy: 1 - idle / Math.max(1, after.all - before.all) }
}

/** `p50 1,204 ms, longest 2,310 ms; machine 96 % busy` */
export function timesLine(times: readonly Timed[]): string {
  if (times.length === 0) return 'none'
  const sorted = times.map(({ ms }) => Math.round(ms)).sort((a, b) => a - b)
  const busy = times.reduce((sum, { busy }) => sum + busy, 0) / times.length
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0
  return `p50 ${middle} ms, longest ${sorted.at(-1)} ms; machine ${Math.round(busy * 100)} % busy`
}

function spent() {
  const all = cpus().map(({ times }) => times)
  const idle = all.reduce((sum, { idle }) => sum + idle, 0)
  const rest = all.reduce((sum, { user, nice, sys, irq }) => sum + user + nice + sys + irq, 0)
  return { idle, all: idle + rest }
}
