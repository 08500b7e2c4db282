/** What the gate and the confidence look at, besides which topic is best. */
import type { Reading } from './reader.ts'

/** Score of the best topic, its lead over the second, length, and how much of the text the phrases do not have. */
export type Signals = readonly [
  best: number,
  lead: number,
  length: number,
  unknownFeatures: number,
  strange: number,
  repaired: number,
]

export const signalCount = 6

export function signalsOf(scores: Float32Array, reading: Reading): Signals {
  const best = bestOf(scores, -1)
  const second = bestOf(scores, best)
  const top = scores[best] ?? -1
  const { vector } = reading
  return [
    top,
    top - (scores[second] ?? -1),
    Math.log1p(reading.words),
    vector.words > 0 ? vector.unknownWords / vector.words : 1,
    reading.strange,
    reading.repaired,
  ]
}

/** The topic with the highest score, other than `except`; -1 when there is none. The first of equals. */
export function bestOf(scores: Float32Array, except: number): number {
  let best = -1
  for (let t = 0; t < scores.length; t++)
    if (t !== except && (best < 0 || (scores[t] ?? 0) > (scores[best] ?? 0))) best = t
  return best
}
