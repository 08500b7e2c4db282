import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Service } from '../../test/support/service.ts'
import type { Child } from '../turns/child.ts'
import type { LoadQuestion } from '../turns/load.ts'
import { scrape } from '../turns/metrics.ts'
import type { Measured } from '../turns/window.ts'

export interface Minute extends Measured {
  readonly turnsPerSecond: number
  readonly loopDelayP99Ms: number
  /** The least of the minute: what the collector leaves. In between it rises and falls by tens of megabytes. */
  readonly memoryMb: number
}

const minuteMs = 60_000
const lookEveryMs = 1_000

/** A minute of the talk that is under way. */
export async function playMinute(load: Child<LoadQuestion, Measured>, bot: Service): Promise<Minute> {
  await scrape(bot.url) // Forgets the loop's delays of before.
  await load.ask({ kind: 'begin' })
  const memoryMb = await leastMemory(bot.pid)
  const measured = await load.ask({ kind: 'end' })
  const after = await scrape(bot.url)
  return {
    ...measured,
    turnsPerSecond: measured.turns / measured.seconds,
    loopDelayP99Ms: (after.get('nodejs_eventloop_lag_p99_seconds') ?? 0) * 1000,
    memoryMb,
  }
}

/** Looks for a minute. */
async function leastMemory(pid: number): Promise<number> {
  const until = Date.now() + minuteMs
  let least = residentMb(pid)
  while (Date.now() < until) {
    await pause(lookEveryMs)
    least = Math.min(least, residentMb(pid))
  }
  return least
}

/** As Linux tells it of any process, without asking the service, whose delays are being measured. */
function residentMb(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}
