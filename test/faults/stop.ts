/** Asks the service to stop in the middle of a crowd's talk, as an operator or an update does. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Verdict } from './checker.ts'
import { openCrowd } from './crowd.ts'
import { knowReferences } from './references.ts'
import { openStage } from './stage.ts'

export interface Stopped {
  readonly code: number | null
  readonly ms: number
  /** Of everything, including what the next process had to do. */
  readonly verdict: Verdict
}

export async function stopUnderLoad(conversations: number): Promise<Stopped> {
  const stage = await openStage({ agents: true })
  try {
    await knowReferences(stage)
    await stage.supervisor.start()
    const crowd = openCrowd(stage.world, conversations)
    await pause(300 + Math.random() * 500)
    const { code, ms } = await stage.supervisor.stop()
    await stage.supervisor.start()
    await crowd.finish()
    return { code, ms, verdict: stage.verdict() }
  } finally {
    await stage.close()
  }
}
