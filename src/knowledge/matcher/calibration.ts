/** How much a lead in score is worth: confidence = softmax(sharpness * scores). */
import type { Own } from './rehearsal.ts'

/** Without held-back phrases (one phrase a topic); a lead of 1 then means 95 % among two. */
const fallback = 3
/**
 * What is usual, and how far its logarithm spreads: it weighs as much as one phrase or two. Without it a few phrases that
 * were all answered rightly would make every answer certain.
 */
const usual = 4
const usualSpread = 0.5

/** The sharpness under which the held-back phrases are most likely; golden section over its logarithm. */
export function fitSharpness(own: readonly Pick<Own, 'leads'>[]): number {
  if (own.length < 8) return fallback
  let low = Math.log(0.2)
  let high = Math.log(30)
  const golden = (Math.sqrt(5) - 1) / 2
  for (let step = 0; step < 30; step++) {
    const a = high - golden * (high - low)
    const b = low + golden * (high - low)
    if (surprise(own, Math.exp(a)) < surprise(own, Math.exp(b))) high = b
    else low = a
  }
  return Math.exp((low + high) / 2)
}

/** Sum of -log P(right topic), and how unusual the sharpness is. */
function surprise(own: readonly Pick<Own, 'leads'>[], sharpness: number): number {
  let sum = (Math.log(sharpness / usual) / usualSpread) ** 2 / 2
  for (const { leads } of own) {
    let total = 0
    for (const lead of leads) total += Math.exp(sharpness * lead)
    sum += Math.log(total)
  }
  return sum
}
