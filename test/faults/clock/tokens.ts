/** Tokens whose time is over or has not come, by the clock of the service, however that was set. */
import type { Scene } from './scene.ts'

export interface TokenFigures {
  /** Tokens that were shown, and answers that were not as they have to be. */
  readonly shown: number
  readonly wrong: readonly string[]
}

const minute = 60
const hour = 3_600

/** Seconds from the clock's now; 300 s of skew are allowed. */
const tokens = [
  { nbf: -minute, exp: hour, good: true },
  { nbf: -hour, exp: -4 * minute, good: true },
  { nbf: -hour, exp: -6 * minute, good: false },
  { nbf: 4 * minute, exp: hour, good: true },
  { nbf: 6 * minute, exp: hour, good: false },
] as const

/** At each of these times by the clock (milliseconds from the real one): new tokens, and one that is known from before. */
export async function showTokens(scene: Scene, shifts: readonly number[]): Promise<TokenFigures> {
  const wrong: string[] = []
  let shown = 0
  const show = async (what: string, token: string, good: boolean) => {
    const status = await scene.post({ conversation: 'tokens', token })
    shown += 1
    if (status !== (good ? 200 : 401)) wrong.push(`${what}: ${status}`)
  }
  await scene.clock.set(0)
  const known = await scene.sign()
  await show('a new token', known, true)
  for (const shift of shifts) {
    await scene.clock.set(shift)
    const seconds = Math.floor(scene.clock.now() / 1000)
    for (const { nbf, exp, good } of tokens) {
      const token = await scene.sign({ nbf: seconds + nbf, exp: seconds + exp })
      await show(`${shift / 1000} s, from ${nbf} to ${exp}`, token, good)
      await show(`${shift / 1000} s, from ${nbf} to ${exp}, again`, token, good)
    }
    // It was good for an hour, in the real time.
    await show(`${shift / 1000} s, known from before`, known, Math.abs(shift) < 50 * minute * 1000)
  }
  await scene.clock.set(0)
  await show('known from before, by the real time', known, true)
  return { shown, wrong }
}
