import { setTimeout as pause } from 'node:timers/promises'
import type { Service } from '../../test/support/service.ts'
import type { Child } from '../turns/child.ts'
import type { LoadQuestion } from '../turns/load.ts'
import { scrape } from '../turns/metrics.ts'
import type { Measured } from '../turns/window.ts'

export interface Minute extends Measured {
  readonly turnsPerSecond: number
  readonly loopDelayP99Ms: number
  readonly memoryMb: number
}

/** A minute of the talk that is under way. */
export async function playMinute(load: Child<LoadQuestion, Measured>, bot: Service): Promise<Minute> {
  await scrape(bot.url) // Forgets the loop's delays of before.
  await load.ask({ kind: 'begin' })
  await pause(60_000)
  const measured = await load.ask({ kind: 'end' })
  const after = await scrape(bot.url)
  return {
    ...measured,
    turnsPerSecond: measured.turns / measured.seconds,
    loopDelayP99Ms: (after.get('nodejs_eventloop_lag_p99_seconds') ?? 0) * 1000,
    memoryMb: (after.get('process_resident_memory_bytes') ?? 0) / 2 ** 20,
  }
}
