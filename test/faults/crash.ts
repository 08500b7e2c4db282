/** Kills the service again and again while a crowd of employees talks to it, and judges what both outer ends saw. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Verdict } from './checker.ts'
import { openCrowd, walkReferences } from './crowd.ts'
import { openStage, type Stage, type StageOptions } from './stage.ts'
import type { Supervisor } from './supervisor.ts'

export interface CrashOptions extends StageOptions {
  /** At a time; there are more in all. */
  readonly conversations: number
  readonly kills: number
  /** Stand still for so long, instead of being killed. */
  readonly freezeMs?: number
  /** From sabotage.ts: a guard that is taken away, to see the checker turn red. */
  readonly sabotage?: string
}

export interface Crashed {
  readonly verdict: Verdict
  /** From each start after a kill until ready, the longest. */
  readonly slowestRestartMs: number
  /** The database's own word on itself afterwards: `ok`. */
  readonly integrity: string
}

/** The last reply of the references has not only arrived by then, it is marked as sent: a kill must not touch them. */
const settleMs = 1_000

export async function crash(options: CrashOptions): Promise<Crashed> {
  const { conversations, kills, sabotage, freezeMs } = options
  const stage = await openStage(options)
  try {
    for (const supervisor of stage.supervisors) await supervisor.start()
    const restarts: number[] = []
    await walkReferences(stage.world)
    await pause(settleMs)
    if (sabotage) for (const supervisor of stage.supervisors) await exchange(supervisor, sabotage)
    const crowd = openCrowd(stage.world, conversations)
    for (let i = 0; i < kills; i++) {
      const victim = await anyOf(stage)
      if (freezeMs === undefined) restarts.push(await killAndStart(victim, sabotage))
      else await victim.freeze(freezeMs)
    }
    await crowd.finish()
    await Promise.all(stage.supervisors.map(supervisor => supervisor.stop()))
    const integrity = await stage.integrity()
    return { verdict: stage.verdict(), slowestRestartMs: Math.max(0, ...restarts), integrity }
  } finally {
    await stage.close()
  }
}

/** One of the services, at some time or other. */
async function anyOf({ supervisors, supervisor }: Stage): Promise<Supervisor> {
  await pause(100 + Math.random() * 900)
  return supervisors[Math.floor(Math.random() * supervisors.length)] ?? supervisor
}

/** What is broken must not have a say in what is right. */
async function exchange(supervisor: Supervisor, sabotage: string): Promise<void> {
  await supervisor.stop()
  await supervisor.start(sabotage)
}

async function killAndStart(victim: Supervisor, sabotage: string | undefined): Promise<number> {
  await victim.kill()
  return victim.start(sabotage)
}
