/** Kills the service again and again while a crowd of employees talks to it, and judges what both outer ends saw. */
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import type { Verdict } from './checker.ts'
import { openCrowd, walkReferences } from './crowd.ts'
import { openStage, type Stage } from './stage.ts'

export interface CrashOptions {
  /** At a time; there are more in all. */
  readonly conversations: number
  readonly kills: number
  /** From sabotage.ts: a guard that is taken away, to see the checker turn red. */
  readonly sabotage?: string
  /** For replies that a sabotage swallows. */
  readonly replyPatienceMs?: number
}

export interface Crashed {
  readonly verdict: Verdict
  /** From each start after a kill until ready, the longest. */
  readonly slowestRestartMs: number
  /** SQLite's own word on the database afterwards: `ok`. */
  readonly integrity: string
}

export async function crash({
  conversations,
  kills,
  sabotage,
  replyPatienceMs,
}: CrashOptions): Promise<Crashed> {
  const stage = await openStage(replyPatienceMs)
  try {
    await stage.supervisor.start(sabotage)
    const restarts: number[] = []
    await walkReferences(stage.world)
    const crowd = openCrowd(stage.world, conversations)
    for (let i = 0; i < kills; i++) restarts.push(await killAtRandom(stage, sabotage))
    await crowd.finish()
    await stage.supervisor.stop()
    const integrity = integrityOf(stage.database)
    return { verdict: stage.verdict(), slowestRestartMs: Math.max(...restarts), integrity }
  } finally {
    await stage.close()
  }
}

async function killAtRandom({ supervisor }: Stage, sabotage: string | undefined): Promise<number> {
  await pause(100 + Math.random() * 900)
  await supervisor.kill()
  return supervisor.start(sabotage)
}

export function integrityOf(database: string): string {
  const db = new DatabaseSync(database)
  const row = db.prepare('PRAGMA integrity_check').get()
  db.close()
  return String(row?.integrity_check)
}
