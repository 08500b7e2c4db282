/**
 * A power cut: every process is gone in the same moment, and with them all that was written and not yet brought to the
 * disk. A kill alone takes nothing away, because what was written is the kernel's.
 *
 * SQLite: the log is cut off behind its last sync. Where strace works the kernel says which that was, otherwise SQLite
 * says when it has synced. The log is not folded back meanwhile, so that one number tells all; so this does not show
 * what a cut does during a checkpoint, nor to names of files, nor a disk that lies about its syncs.
 *
 * PostgreSQL: killed with all its processes, it loses what stood in its own memory only. So this shows whether a
 * commit waits for its log to be written, and not whether the server then syncs it.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { straceWorks } from '../../bench/turns/syncs.ts'
import { startPostgres } from '../support/postgres.ts'
import type { Verdict } from './checker.ts'
import { openCrowd } from './crowd.ts'
import { type Asked, watchDisk } from './disk.ts'
import { knowReferences } from './references.ts'
import { openStage, type Stage } from './stage.ts'

export interface CutOptions {
  /** At a time. */
  readonly conversations: number
  readonly cuts: number
  /** False: what is committed is not synced, and the checker has to say so. */
  readonly synced: boolean
  /** Unless told: the kernel where it can be asked. */
  readonly asked?: Asked
}

export interface Cut {
  readonly verdict: Verdict
  readonly asked: Asked
  /** Bytes of the log that a cut took away, each time. */
  readonly dropped: readonly number[]
  readonly integrity: string
}

/** Time to talk before each cut. */
const talkMs = 1_500

export async function cutSqlite(options: CutOptions): Promise<Cut> {
  const asked = options.asked ?? (straceWorks() ? 'kernel' : 'sqlite')
  const disk = watchDisk(asked)
  const sabotage = [...disk.sabotage, ...(options.synced ? [] : ['sync'])].join(',')
  const stage = await openStage({ agents: true, service: disk.service, planted: !options.synced })
  const dropped: number[] = []
  try {
    await underCuts(stage, options, sabotage, async () => {
      await stage.supervisor.kill()
      dropped.push(await disk.cut(stage))
    })
    await stage.supervisor.stop()
    return { verdict: stage.verdict(), asked, dropped, integrity: await stage.integrity() }
  } finally {
    await stage.close()
    disk.close()
  }
}

export async function cutPostgres(options: CutOptions): Promise<Verdict> {
  const late = ['synchronous_commit=off', 'wal_writer_delay=10000', 'wal_writer_flush_after=1GB']
  const postgres = await startPostgres({ durable: true, settings: options.synced ? [] : late })
  try {
    const stage = await openStage({ agents: true, database: 'postgres', postgres, planted: !options.synced })
    try {
      await underCuts(stage, options, undefined, async () => {
        await stage.supervisor.kill()
        await postgres.fall('SIGKILL')
        await postgres.rise()
      })
      return stage.verdict()
    } finally {
      await stage.close()
    }
  } finally {
    await postgres.stop()
  }
}

async function underCuts(
  stage: Stage,
  { conversations, cuts }: CutOptions,
  sabotage: string | undefined,
  cut: () => Promise<void>,
): Promise<void> {
  await knowReferences(stage)
  await stage.supervisor.start(sabotage)
  const crowd = openCrowd(stage.world, conversations)
  for (let i = 0; i < cuts; i++) {
    await pause(talkMs)
    await cut()
    await stage.supervisor.start(sabotage)
  }
  await crowd.finish()
}
