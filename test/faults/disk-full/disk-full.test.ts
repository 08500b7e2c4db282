import { expect, test } from 'vitest'
import { fillDisk } from './fill.ts'

test('a service whose disk is full loses nothing, says why, and goes on by itself when there is room', async () => {
  const filled = await fillDisk({ conversations: 20, times: 1, fullMs: 400 })
  expect(filled.verdict).toMatchObject({ violations: [], boots: 1 })
  expect(filled.refused).toBeGreaterThan(0)
  expect(filled.reasons).toEqual([expect.stringMatching(/^503 .*disk is full/)])
  expect(filled).toMatchObject({ inVain: 0, integrity: 'ok' })
})
