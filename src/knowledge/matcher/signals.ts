/** What the gate and the confidence look at, besides which topic is best. */
import type { Reading } from './reader.ts'

/**
 * Score of the best topic, its lead over the second, length; how much of the text no phrase has, how much only a
 * repair made known, and how common its most common telling word is in the phrases.
 */
export type Signals = readonly [
  best: number,
  lead: number,
  length: number,
  strange: number,
  repaired: number,
  familiar: number,
]

export const signalCount = 6

export function signalsOf(scores: Float32Array, reading: Reading): Signals {
  const best = bestOf(scores, -1)
  const second = bestOf(scores, best)
  const top = scores[best] ?? -1
  const { words, strange, repaired, familiar } = reading
  return [top, top - (scores[second] ?? -1), Math.log1p(words), strange, repaired, familiar]
}

/** The topic with the highest score, other than `except`; -1 when there is none. The first of equals. */
export function bestOf(scores: Float32Array, except: number): number {
  let best = -1
  for (let t = 0; t < scores.length; t++)
    if (t !== except && (best < 0 || (scores[t] ?? 0) > (scores[best] ?? 0))) best = t
  return best
}
