/** Takes the database away from all services, and judges from the clients' history what they noticed of it. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Verdict } from './checker.ts'
import { openCrowd } from './crowd.ts'
import { type Needless, type Noticed, needlessIn, noticedIn, recoveredMs } from './noticed.ts'
import { type Readiness, watchReadiness } from './readiness.ts'
import { knowReferences } from './references.ts'
import { openStage, type Stage, type StageOptions } from './stage.ts'

export interface OutageOptions extends StageOptions {
  /** At a time. */
  readonly conversations: number
  readonly restarts: number
  readonly freezes: number
  /** How long it stands still, each time. */
  readonly freezeMs: number
}

export interface Outages extends Needless {
  readonly verdict: Verdict
  readonly integrity: string
  readonly noticed: readonly Noticed[]
}

export async function takeDatabaseAway(options: OutageOptions): Promise<Outages> {
  const { conversations, restarts, freezes } = options
  const stage = await openStage({ agents: true, ...options, database: 'postgres' })
  try {
    await knowReferences(stage)
    await Promise.all(stage.supervisors.map(supervisor => supervisor.start()))
    const crowd = openCrowd(stage.world, conversations)
    const readiness: Readiness[] = []
    for (let i = 0; i < restarts; i++) readiness.push(await goAway(stage, () => restart(stage)))
    for (let i = 0; i < freezes; i++)
      readiness.push(await goAway(stage, () => standStill(stage, options.freezeMs)))
    await pause(recoveredMs)
    await crowd.finish()
    await Promise.all(stage.supervisors.map(supervisor => supervisor.stop()))
    const { client } = stage.histories()
    return {
      verdict: stage.verdict(),
      integrity: await stage.integrity(),
      noticed: noticedIn(client, readiness),
      ...needlessIn(client),
    }
  } finally {
    await stage.close()
  }
}

/** Restarted as `pg_ctl restart -m immediate` does it: all connections break, nothing is written back. */
export async function restart({ world, database }: Stage): Promise<void> {
  world.history.write({ event: 'database-away', how: 'restarted' })
  await database.server?.fall('SIGQUIT')
  await database.server?.rise()
  world.history.write({ event: 'database-back' })
}

async function standStill({ world, database }: Stage, ms: number): Promise<void> {
  world.history.write({ event: 'database-away', how: 'frozen' })
  await database.server?.freeze(ms)
  world.history.write({ event: 'database-back' })
}

/** Some seconds of talk, then the outage. */
async function goAway({ world }: Stage, away: () => Promise<void>): Promise<Readiness> {
  await pause(2_000 + Math.random() * 2_000)
  return watchReadiness(world.pools, away)
}
