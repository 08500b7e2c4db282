/** Kills the service again and again while a crowd of employees talks to it, and judges what both outer ends saw. */
import { setTimeout as pause } from 'node:timers/promises'
import { now } from '../support/clock.ts'
import { type Timed, timed } from './busy.ts'
import type { Verdict } from './checker.ts'
import { type CrowdOptions, openCrowd } from './crowd.ts'
import type { ClientEntry } from './history.ts'
import { knowReferences } from './references.ts'
import { openStage, type Stage, type StageOptions } from './stage.ts'
import type { Supervisor } from './supervisor.ts'

export interface CrashOptions extends StageOptions, CrowdOptions {
  /** At a time; there are more in all. */
  readonly conversations: number
  readonly kills: number
  /** Before each of them, at least; 100 unless told. */
  readonly calmMs?: number
  /** Stand still for so long, instead of being killed. */
  readonly freezeMs?: number
  /** From sabotages.ts: guards that are taken away, to see the checker turn red. */
  readonly sabotage?: string
  /** Further kills, when nobody talks any more. */
  readonly calmKills?: number
}

export interface Crashed {
  readonly verdict: Verdict
  /** From each start after a kill until ready, while the crowd waits for it. */
  readonly starts: readonly Timed[]
  /** The same when nobody talks. */
  readonly calmStarts: readonly Timed[]
  /** In how many conversations a service led that was frozen, each time. */
  readonly led: readonly number[]
  /** What the clients wrote down. */
  readonly client: readonly ClientEntry[]
  /** The database's own word on itself afterwards: `ok`. */
  readonly integrity: string
}

export async function crash(options: CrashOptions): Promise<Crashed> {
  const { conversations, kills, sabotage, freezeMs, calmMs = 100, calmKills = 0 } = options
  const stage = await openStage({ agents: true, ...options })
  try {
    await knowReferences(stage)
    await Promise.all(stage.supervisors.map(supervisor => supervisor.start(sabotage)))
    const crowd = openCrowd(stage.world, conversations, options)
    const starts: Timed[] = []
    const led: number[] = []
    for (let i = 0; i < kills; i++) {
      await pause(calmMs + Math.random() * 900)
      const victim = anyOf(stage)
      if (freezeMs === undefined) starts.push(await killAndStart(victim, sabotage))
      else led.push(await freeze(stage, victim, freezeMs))
    }
    await crowd.finish()
    const calmStarts: Timed[] = []
    for (let i = 0; i < calmKills; i++) calmStarts.push(await killAndStart(stage.supervisor, sabotage))
    await Promise.all(stage.supervisors.map(supervisor => supervisor.stop()))
    const integrity = await stage.integrity()
    const { client } = stage.histories()
    return { verdict: stage.verdict(), starts, calmStarts, led, client, integrity }
  } finally {
    await stage.close()
  }
}

function anyOf({ supervisors, supervisor }: Stage): Supervisor {
  return supervisors[Math.floor(Math.random() * supervisors.length)] ?? supervisor
}

async function killAndStart(victim: Supervisor, sabotage: string | undefined): Promise<Timed> {
  await victim.kill()
  return timed(() => victim.start(sabotage))
}

/** Frozen at a moment in which it leads: in how many conversations it then does. */
async function freeze({ database }: Stage, victim: Supervisor, ms: number): Promise<number> {
  const led = async () => {
    const [row] = (await database.server?.query(ledSql, [`%/${victim.pid}`])) ?? []
    return Number(row?.count ?? 0)
  }
  if (!database.server) return victim.freeze(ms).then(() => 0)
  for (const until = now() + leadsWithinMs; now() < until && (await led()) === 0; ) await pause(20)
  const frozen = victim.freeze(ms)
  const count = await led()
  await frozen
  return count
}

/** With a crowd that talks to it, each service soon leads. */
const leadsWithinMs = 10_000

const ledSql = `
SELECT count(*) FROM conversations v JOIN instances i ON i.id = v.sender
 WHERE i.name LIKE $1 AND EXISTS (SELECT FROM outbox o WHERE o.conversation = v.id)`
