/** Sets the clock two hours forwards and back while reminders wait, come due, and are being sent. */
import { setTimeout as pause } from 'node:timers/promises'
import { openScene, type Scene } from './scene.ts'
import { showTokens, type TokenFigures } from './tokens.ts'

export interface JumpOptions {
  readonly database: 'sqlite' | 'postgres'
  readonly conversations: number
  readonly jumps: number
}

export interface Jumped {
  readonly tokens: TokenFigures
  /** Before the first was due. */
  readonly tooEarly: number
  /** Conversations that had to be reminded: all that said nothing more. By how often they were. */
  readonly reminded: ReadonlyMap<number, number>
  /** Reminders to those that had written since. */
  readonly needless: number
  /** Turns of timers: a reminder for each that was silent, and the end for every conversation. */
  readonly fired: number
  readonly due: number
}

const hour = 3_600_000
/** A reminder comes after 20 hours, the end of the case six days later. */
const reminderDue = 20 * hour
const allOver = 8 * 24 * hour

export async function jump({ database, conversations, jumps }: JumpOptions): Promise<Jumped> {
  const scene = await openScene(database)
  const names = Array.from({ length: conversations }, (_, n) => `c${n}`)
  const silent = names.filter((_, n) => n % 5 !== 0)
  const talking = names.filter((_, n) => n % 5 === 0)
  try {
    const tokens = await showTokens(scene, [-2 * hour, 2 * hour, 0])
    await allSay(scene, names, 'vpn geht nicht von zuhause, fehler 809')
    await scene.clock.set(reminderDue - hour)
    await allSay(scene, talking, 'dort auch nicht')
    const tooEarly = await scene.fired()
    for (let n = 0; n < jumps; n++) {
      await scene.clock.set(reminderDue + (n % 2 === 0 ? hour : -hour))
      await pause(200 + Math.random() * 1_500)
    }
    await scene.clock.set(reminderDue + hour)
    await scene.fired()
    const reminded = howOften(scene, silent, 1)
    const needless = [...howOften(scene, talking, 2)].reduce((sum, [times, of]) => sum + times * of, 0)
    // The week passes, and is set back by two hours while the cases are closed.
    for (const shift of [allOver, allOver - 2 * hour, allOver]) {
      await scene.clock.set(shift)
      await pause(700)
    }
    const fired = await scene.fired()
    return { tokens, tooEarly, reminded, needless, fired, due: silent.length + names.length }
  } finally {
    await scene.close()
  }
}

async function allSay(scene: Scene, names: readonly string[], text: string): Promise<void> {
  const statuses = await Promise.all(names.map(conversation => scene.post({ conversation, text })))
  const refused = statuses.filter(status => status !== 200)
  if (refused.length > 0) throw new Error(`${refused.length} messages were refused: ${refused[0]}`)
}

/** Number of conversations by how many messages they got beyond those that answer. */
function howOften(scene: Scene, names: readonly string[], answers: number): ReadonlyMap<number, number> {
  const arrived = scene.arrived()
  const counts = new Map<number, number>()
  for (const name of names) {
    const more = (arrived.get(name) ?? 0) - answers
    counts.set(more, (counts.get(more) ?? 0) + 1)
  }
  return counts
}
