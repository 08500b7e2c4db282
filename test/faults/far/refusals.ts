/**
 * The far side refuses for good. Whom it does not know any more is not reminded; then it is well again, somebody writes,
 * somebody installs the app anew, and what was refused is sent again.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Misbehaves } from '../far-side.ts'
import { openStage, type Stage } from '../stage.ts'
import { type Letter, lettersIn, listLetters, resendLetters } from './dead-letters.ts'
import { post } from './post.ts'
import { remind } from './reminders.ts'

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
  /** Calls in conversations that were answered 403 or 404, when their reminders came due. */
  readonly callsForReminders: number
  /** Who had got 403 gets the reply to the next message; who had got 404 is reminded after an installation. */
  readonly revived: { readonly byMessage: boolean; readonly byInstallation: boolean }
}

const gone = ['refused-403', 'refused-404'] as const
const installs = 'installs-404'
const problem = { says: 'vpn geht nicht von zuhause, fehler 809' }

export async function refuse(): Promise<Refused> {
  const far = refusing()
  const stage = await openStage({ misbehaves: far.misbehaves, replyPatienceMs: 20_000 })
  try {
    await stage.supervisor.start()
    const names = [...statuses.map(status => `refused-${status}`), installs]
    await speak(stage, ['large-413', 'well', ...names], 'first')
    const shortened = await answered(stage, ['large-413'], 1)
    // What is set aside is out of the outbox: no second attempt can come.
    await lettersIn(stage.databaseUrl, names.length, stage.world.replyPatienceMs)
    const calls = new Map(statuses.map(status => [status, far.sizes(`refused-${status}`).length]))
    const sizes = far.sizes('refused-413')
    const callsForReminders = await remindAll(stage, far.sizes)
    far.recover()
    const revived = await revive(stage)
    const letters = await listLetters(stage.databaseUrl)
    await resendLetters(stage.databaseUrl, letters)
    const twice = ['refused-403', installs]
    const once = names.filter(name => !twice.includes(name))
    const resent = (await answered(stage, once, 1)) + (await answered(stage, twice, 2))
    const lettersAfterwards = await lettersIn(stage.databaseUrl, 0, 0)
    return {
      calls,
      sizes,
      shortened: shortened === 1,
      letters,
      resent,
      lettersAfterwards,
      callsForReminders,
      revived,
    }
  } finally {
    await stage.close()
  }
}

/** Last comes someone who can be reached, so that a call for one of the others would have been made before. */
async function remindAll(stage: Stage, sizes: (conversation: string) => readonly number[]): Promise<number> {
  const calls = () => gone.reduce((sum, name) => sum + sizes(name).length, 0)
  const before = calls()
  await remind(stage.databaseUrl, [...gone, 'well'])
  if ((await answered(stage, ['well'], 2)) === 0) throw new Error('Nobody was reminded.')
  return calls() - before
}

async function revive(stage: Stage): Promise<Refused['revived']> {
  await post(stage.world, { says: 'status' }, { conversation: 'refused-403', activity: 'second' })
  const installation = { type: 'installationUpdate', action: 'add', text: undefined }
  await post(stage.world, { says: '' }, { conversation: installs, activity: 'second', fields: installation })
  await remind(stage.databaseUrl, [installs])
  const byMessage = await answered(stage, ['refused-403'], 1)
  const byInstallation = await answered(stage, [installs], 1)
  return { byMessage: byMessage === 1, byInstallation: byInstallation === 1 }
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
    const status = Number(/^(?:refused|installs)-(\d+)$/.exec(conversation)?.[1])
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
