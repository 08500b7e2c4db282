import { expect, test } from 'vitest'
import { mutate } from './run.ts'

test('nearly every mistake in an article turns a conversation or the linter red', async () => {
  const { changes, missed } = await mutate({ changes: 20, seed: 1 })
  expect(changes).toBe(20)
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(2)
})

test('without the conversations most of them go unnoticed', async () => {
  const { missed } = await mutate({ changes: 10, seed: 1, without: ['conversations'] })
  expect(missed.length).toBeGreaterThan(5)
})
