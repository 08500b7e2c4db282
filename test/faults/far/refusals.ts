/** The far side refuses for good; then it is well again, and what was refused is sent again or left. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Misbehaves } from '../far-side.ts'
import { openStage, type Stage } from '../stage.ts'
import { type Letter, listLetters, resendLetters } from './dead-letters.ts'
import { post } from './post.ts'

export const statuses = [400, 401, 403, 404, 413, 500] as const

export interface Refused {
  /** Calls with the refused message, by status. */
  readonly calls: ReadonlyMap<number, number>
  /** Bytes of each call with the message that is too large. */
  readonly sizes: readonly number[]
  /** The message that was too large only at first arrived. */
  readonly shortened: boolean
  readonly letters: readonly Letter[]
  /** Conversations that got their refused message after an operator sent it again. */
  readonly resent: number
  readonly lettersAfterwards: number
  /** Conversations that were answered 403 or 404, and got the reply to their next message. */
  readonly revived: number
}

/** A second attempt, were there one, would come within a second and a quarter. */
const settleMs = 3_000
const problem = { says: 'vpn geht nicht von zuhause, fehler 809' }

export async function refuse(): Promise<Refused> {
  const far = refusing()
  const stage = await openStage({ misbehaves: far.misbehaves, replyPatienceMs: 20_000 })
  try {
    await stage.supervisor.start()
    const names = statuses.map(status => `refused-${status}`)
    await speak(stage, ['large-413', ...names], 'first')
    const shortened = await answered(stage, ['large-413'], 1)
    await pause(settleMs)
    const calls = new Map(statuses.map(status => [status, far.sizes(`refused-${status}`).length]))
    const sizes = far.sizes('refused-413')
    far.recover()
    const revived = await revive(stage, ['refused-403', 'refused-404'])
    const letters = await listLetters(stage.databaseUrl)
    await resendLetters(stage.databaseUrl, letters)
    const resent = await answered(
      stage,
      names.filter(name => !/40[34]/.test(name)),
      1,
    )
    const again = await answered(stage, ['refused-403', 'refused-404'], 2)
    const lettersAfterwards = (await listLetters(stage.databaseUrl)).length
    return {
      calls,
      sizes,
      shortened: shortened === 1,
      letters,
      resent: resent + again,
      lettersAfterwards,
      revived,
    }
  } finally {
    await stage.close()
  }
}

async function revive(stage: Stage, names: readonly string[]): Promise<number> {
  await Promise.all(
    names.map(conversation => post(stage.world, { says: 'status' }, { conversation, activity: 'second' })),
  )
  return answered(stage, names, 1)
}

async function speak({ world }: Stage, names: readonly string[], activity: string): Promise<void> {
  await Promise.all(names.map(conversation => post(world, problem, { conversation, activity })))
}

/** How many of them have so many messages, at the latest after the patience. */
async function answered({ world }: Stage, names: readonly string[], count: number): Promise<number> {
  const giveUp = pause(world.replyPatienceMs, undefined, { ref: false })
  const found = await Promise.all(names.map(name => Promise.race([world.far.message(name, count), giveUp])))
  return found.filter(message => message !== undefined).length
}

function refusing() {
  const calls = new Map<string, number[]>()
  let well = false
  const misbehaves: Misbehaves = ({ conversation, bytes, activity }) => {
    if (activity?.type !== 'message') return undefined
    const before = calls.get(conversation) ?? []
    calls.set(conversation, [...before, bytes])
    if (conversation === 'large-413' && before.length === 0) return { status: 413 }
    const status = Number(/^refused-(\d+)$/.exec(conversation)?.[1])
    return well || !status ? undefined : { status }
  }
  return {
    misbehaves,
    sizes: (conversation: string) => calls.get(conversation) ?? [],
    recover() {
      well = true
    },
  }
}
