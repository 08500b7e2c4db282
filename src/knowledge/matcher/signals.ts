/** What the gate and the confidence look at, besides which topic is best. */
import type { Reading } from './reader.ts'

/** Score of the best topic, its lead over the second, length, and how much of the text no phrase has or only a repair made known. */
export type Signals = readonly [best: number, lead: number, length: number, strange: number, repaired: number]

export const signalCount = 5

export function signalsOf(scores: Float32Array, reading: Reading): Signals {
  const best = bestOf(scores, -1)
  const second = bestOf(scores, best)
  const top = scores[best] ?? -1
  return [top, top - (scores[second] ?? -1), Math.log1p(reading.words), reading.strange, reading.repaired]
}

/** The topic with the highest score, other than `except`; -1 when there is none. The first of equals. */
export function bestOf(scores: Float32Array, except: number): number {
  let best = -1
  for (let t = 0; t < scores.length; t++)
    if (t !== except && (best < 0 || (scores[t] ?? 0) > (scores[best] ?? 0))) best = t
  return best
}
