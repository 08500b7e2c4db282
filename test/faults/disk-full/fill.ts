/** Takes the room from the database under a crowd's talk, and gives it back, while the service runs on. */
import { setTimeout as pause } from 'node:timers/promises'
import { now } from '../../support/clock.ts'
import type { Verdict } from '../checker.ts'
import { openCrowd, walkReferences } from '../crowd.ts'
import type { World } from '../employee.ts'
import type { ClientEvent } from '../history.ts'
import { openStage } from '../stage.ts'
import { openSpace, type Space } from './space.ts'

export interface FillOptions {
  /** At a time. */
  readonly conversations: number
  readonly times: number
  /** How long there is no room, each time. */
  readonly fullMs: number
}

export interface Filled {
  readonly verdict: Verdict
  readonly integrity: string
  /** Answers of 503 to activities. */
  readonly refused: number
  /** What /readyz said while there was no room. */
  readonly reasons: readonly string[]
  /** Times that it said yes, and then refused more than it took: what was sent leaves room for some turns, but for few. */
  readonly inVain: number
  /** From the moment that there was room: until ready, and until an activity was acknowledged; the longest. */
  readonly readyMs: number
  readonly servingMs: number
}

/** How long it is looked at after a yes. */
const soonMs = 300
/** What other rows have left free is used up by then. */
const patienceMs = 30_000

interface Spell {
  readonly reasons: readonly string[]
  readonly inVain: number
  readonly readyMs: number
  readonly servingMs: number
}

export async function fillDisk({ conversations, times, fullMs }: FillOptions): Promise<Filled> {
  const space = openSpace()
  const stage = await openStage({ service: space.service })
  try {
    await stage.supervisor.start()
    await walkReferences(stage.world)
    const { world, seen } = watched(stage.world)
    const crowd = openCrowd(world, conversations)
    const spells: Spell[] = []
    for (let i = 0; i < times; i++) spells.push(await withoutRoom(world, seen, space, fullMs))
    await crowd.finish()
    await stage.supervisor.stop()
    return {
      verdict: stage.verdict(),
      integrity: await stage.integrity(),
      refused: seen.refused,
      reasons: [...new Set(spells.flatMap(({ reasons }) => reasons))],
      inVain: spells.reduce((sum, { inVain }) => sum + inVain, 0),
      readyMs: Math.max(...spells.map(({ readyMs }) => readyMs)),
      servingMs: Math.max(...spells.map(({ servingMs }) => servingMs)),
    }
  } finally {
    await stage.close()
    space.close()
  }
}

interface Seen {
  refused: number
  acknowledged: number
  acknowledgedAt: number
}

/** The same world, whose clients are looked over the shoulder. */
function watched(world: World): { world: World; seen: Seen } {
  const seen = { refused: 0, acknowledged: 0, acknowledgedAt: 0 }
  const note = (event: ClientEvent) => {
    if (event.event === 'failed' && event.why.startsWith('503')) seen.refused += 1
    if (event.event === 'acknowledged') {
      seen.acknowledged += 1
      seen.acknowledgedAt = now()
    }
    world.history.write(event)
  }
  return { world: { ...world, history: { ...world.history, write: note } }, seen }
}

async function withoutRoom(world: World, seen: Seen, space: Space, fullMs: number): Promise<Spell> {
  await pause(1_000)
  space.take()
  const reasons = new Set([await untilRed(world)])
  let inVain = 0
  for (const until = now() + fullMs; now() < until; await pause(100)) {
    const reason = await whyNot(world)
    if (reason !== undefined) reasons.add(reason)
    else if (!(await mostlyTakes(seen))) inVain += 1
  }
  const before = now()
  space.giveBack()
  while ((await whyNot(world)) !== undefined) await pause(20)
  const readyMs = now() - before
  while (seen.acknowledgedAt < before) await pause(20)
  return { reasons: [...reasons], inVain, readyMs, servingMs: seen.acknowledgedAt - before }
}

async function mostlyTakes(seen: Seen): Promise<boolean> {
  const before = { ...seen }
  await pause(soonMs)
  return seen.acknowledged - before.acknowledged >= seen.refused - before.refused
}

async function untilRed(world: World): Promise<string> {
  for (const until = now() + patienceMs; now() < until; await pause(20)) {
    const reason = await whyNot(world)
    if (reason !== undefined) return reason
  }
  throw new Error('The disk never became full.')
}

/** What /readyz gives as the reason; undefined: the service is ready. */
async function whyNot({ pools: [pool] }: World): Promise<string | undefined> {
  if (!pool) throw new Error('There is no service to ask.')
  const { statusCode, body } = await pool.request({ path: '/readyz', method: 'GET' })
  const said = (await body.json()) as { readonly reason?: string }
  return statusCode === 200 ? undefined : `${statusCode} ${said.reason}`
}
