/** Lets the service die at the named points of its work, where the damage would be greatest, instead of anywhere. */
import { now } from '../support/clock.ts'
import { NotReady } from '../support/service.ts'
import type { Resend, Verdict } from './checker.ts'
import { openCrowd } from './crowd.ts'
import { lateMs } from './kills.ts'
import { knowReferences } from './references.ts'
import { openStage, type Stage } from './stage.ts'

/** See sabotages.ts. */
export const points = [
  'die-before-commit',
  'die-after-commit',
  'die-before-send',
  'die-after-send',
  'die-after-mark',
] as const

export type Point = (typeof points)[number]

export interface Deaths {
  readonly verdict: Verdict
  /** At each point: how often it died there, and how many messages came twice because of that. */
  readonly at: Readonly<Record<Point, { readonly died: number; readonly resent: number }>>
}

export interface DeathOptions {
  /** At each point, in turn. */
  readonly times: number
  /** At a time. */
  readonly conversations: number
  /** Each employee waits for the replies, so that one alone leaves nothing else on its way. */
  readonly calm?: boolean
}

interface Death {
  readonly point: Point
  readonly at: number
}

export async function dieAtPoints({ times, conversations, calm = false }: DeathOptions): Promise<Deaths> {
  const stage = await openStage({ agents: true })
  try {
    await knowReferences(stage)
    const crowd = openCrowd(stage.world, conversations, { calm })
    const deaths: Death[] = []
    for (let i = 0; i < times; i++) {
      for (const point of points) deaths.push(await liveAndDie(stage, point, calm))
    }
    await stage.supervisor.start()
    await crowd.finish()
    const verdict = stage.verdict()
    return { verdict, at: counted(deaths, verdict.resends) }
  } finally {
    await stage.close()
  }
}

/** It may die before anybody saw that it was ready, while it works off a long outbox: a good place to die, too. */
async function liveAndDie({ supervisor }: Stage, point: Point, soon: boolean): Promise<Death> {
  try {
    await supervisor.start(soon ? `${point}:${1 + Math.floor(Math.random() * 4)}` : point)
    await supervisor.died()
  } catch (thrown) {
    if (!(thrown instanceof NotReady && thrown.exit?.signal === 'SIGKILL')) throw thrown
  }
  return { point, at: now() }
}

function counted(deaths: readonly Death[], resends: readonly Resend[]): Deaths['at'] {
  const causes = resends.map(({ firstAt }) => deaths.find(({ at }) => at + lateMs > firstAt)?.point)
  const of = (point: Point) => ({
    died: deaths.filter(death => death.point === point).length,
    resent: causes.filter(cause => cause === point).length,
  })
  return Object.fromEntries(points.map(point => [point, of(point)])) as Deaths['at']
}
