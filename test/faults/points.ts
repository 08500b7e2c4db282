/** Lets the service die at the named points of its work, where the damage would be greatest, instead of anywhere. */

import { NotReady } from '../support/service.ts'
import type { Verdict } from './checker.ts'
import { openCrowd, walkReferences } from './crowd.ts'
import { openStage, type Stage } from './stage.ts'

/** See sabotage.ts. */
export const points = [
  'die-before-commit',
  'die-after-commit',
  'die-before-send',
  'die-after-send',
  'die-after-mark',
] as const

/** So many deaths at each point, in turn. */
export async function dieAtPoints(times: number, conversations: number): Promise<Verdict> {
  const stage = await openStage()
  try {
    await stage.supervisor.start()
    await walkReferences(stage.world)
    await stage.supervisor.stop()
    const crowd = openCrowd(stage.world, conversations)
    for (let death = 0; death < times * points.length; death++) {
      await liveAndDie(stage, points[death % points.length] ?? points[0])
    }
    await stage.supervisor.start()
    await crowd.finish()
    return stage.verdict()
  } finally {
    await stage.close()
  }
}

/** It may die before anybody saw that it was ready, while it works off a long outbox: a good place to die, too. */
async function liveAndDie({ supervisor }: Stage, point: string): Promise<void> {
  try {
    await supervisor.start(point)
    await supervisor.died()
  } catch (thrown) {
    if (!(thrown instanceof NotReady && thrown.exit?.signal === 'SIGKILL')) throw thrown
  }
}
