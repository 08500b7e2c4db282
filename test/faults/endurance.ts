/** For minutes: services killed, stopped, frozen, and their database restarted, at random and also at the same time. */
import { setTimeout as pause } from 'node:timers/promises'
import { now } from '../support/clock.ts'
import { NotReady } from '../support/service.ts'
import type { Verdict } from './checker.ts'
import { openCrowd } from './crowd.ts'
import { restart } from './outages.ts'
import { knowReferences } from './references.ts'
import { openStage } from './stage.ts'
import type { Supervisor } from './supervisor.ts'

export interface EnduranceOptions {
  readonly minutes: number
  /** At a time. */
  readonly conversations: number
  readonly instances: number
}

export interface Endured {
  readonly verdict: Verdict
  readonly integrity: string
  /** How often each thing was done. */
  readonly done: Readonly<Record<Mishap | 'restart', number>>
  /** Exit codes after SIGTERM, and the longest time to the end. */
  readonly codes: readonly (number | null)[]
  readonly longestStopMs: number
  /** Starts that failed because the database was away just then. */
  readonly vainStarts: number
}

type Mishap = 'kill' | 'stop' | 'freeze'

const mishaps: readonly Mishap[] = ['kill', 'stop', 'freeze']
/** Seconds between two things done to a service, and between two restarts of the database: from, to. */
const betweenMishaps = [2, 6] as const
const betweenRestarts = [15, 45] as const
/** Seconds that a service stands still: shorter and longer than it may be silent. */
const frozen = [5, 25] as const

export async function endure({ minutes, conversations, instances }: EnduranceOptions): Promise<Endured> {
  const stage = await openStage({ agents: true, database: 'postgres', instances })
  const done = { kill: 0, stop: 0, freeze: 0, restart: 0 }
  const stops: Stopped[] = []
  let until = 0
  let vainStarts = 0

  async function hurt(victim: Supervisor): Promise<void> {
    const mishap = mishaps[Math.floor(Math.random() * mishaps.length)] ?? 'kill'
    done[mishap] += 1
    if (mishap === 'freeze') return victim.freeze(between(frozen))
    if (mishap === 'kill') await victim.kill()
    else stops.push(await victim.stop())
    await startAgain(victim)
  }

  async function startAgain(victim: Supervisor): Promise<void> {
    try {
      await victim.start()
    } catch (thrown) {
      if (!(thrown instanceof NotReady)) throw thrown
      vainStarts += 1
      return startAgain(victim) // As whoever looks after services does.
    }
  }

  /** Each service has troubles of its own, so that several can be away at once. */
  async function trouble(victim: Supervisor, number: number): Promise<void> {
    await pause(number * 1_000)
    while (now() < until) {
      await pause(between(betweenMishaps) * stage.supervisors.length)
      if (now() < until) await hurt(victim)
    }
  }

  async function troubleDatabase(): Promise<void> {
    for (;;) {
      await pause(Math.min(between(betweenRestarts), minutes * 20_000))
      if (now() >= until) return
      done.restart += 1
      await restart(stage)
    }
  }

  try {
    await knowReferences(stage)
    await Promise.all(stage.supervisors.map(supervisor => supervisor.start()))
    until = now() + minutes * 60_000
    const crowd = openCrowd(stage.world, conversations)
    await Promise.all([...stage.supervisors.map(trouble), troubleDatabase()])
    await crowd.finish()
    await Promise.all(stage.supervisors.map(supervisor => supervisor.stop()))
    return {
      verdict: stage.verdict(),
      integrity: await stage.integrity(),
      done,
      codes: stops.map(({ code }) => code),
      longestStopMs: Math.max(0, ...stops.map(({ ms }) => ms)),
      vainStarts,
    }
  } finally {
    await stage.close()
  }
}

interface Stopped {
  readonly code: number | null
  readonly ms: number
}

/** Milliseconds. */
function between([from, to]: readonly [number, number]): number {
  return (from + Math.random() * (to - from)) * 1_000
}
