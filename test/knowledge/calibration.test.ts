import { expect, test } from 'vitest'
import { fitSharpness } from '../../src/knowledge/matcher/calibration.ts'

/** Phrases that were held back: how far each topic's score is above that of the right one, which leads itself. */
function answeredRightly(phrases: number) {
  return Array.from({ length: phrases }, () => ({ leads: Float32Array.of(0, -0.4, -0.6) }))
}

test('a few phrases that were all answered rightly make no answer certain', () => {
  expect(fitSharpness(answeredRightly(12))).toBeLessThan(9)
})

test('many of them count for what they are', () => {
  expect(fitSharpness(answeredRightly(5_000))).toBeGreaterThan(15)
})
