import { afterEach, expect, test, vi } from 'vitest'
import { patiently } from '../../../src/store/postgres/failures.ts'

afterEach(() => void vi.useRealTimers())

/** Fails as a broken connection does, after so long; by a clock of the test's own. */
function failingAfter(ms: number) {
  vi.useFakeTimers({ toFake: ['performance'] })
  const asked = { times: 0 }
  const ask = async () => {
    asked.times += 1
    vi.advanceTimersByTime(ms)
    throw new Error('Connection terminated')
  }
  return { asked, ask }
}

test('what fails at once is asked four times, because a connection that breaks is soon replaced', async () => {
  const { asked, ask } = failingAfter(5)
  await expect(patiently(ask)).rejects.toMatchObject({ code: 'busy' })
  expect(asked.times).toBe(4)
})

test('a database that is silent is not asked again: the channel has not the time, and repeats the message itself', async () => {
  const { asked, ask } = failingAfter(3_000)
  await expect(patiently(ask)).rejects.toMatchObject({ code: 'busy' })
  expect(asked.times).toBe(1)
})
