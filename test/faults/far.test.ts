import { describe, expect, test } from 'vitest'
import { busyHour } from './far/busy-hour.ts'
import { liveThrough } from './far/hour.ts'
import { refuse } from './far/refusals.ts'
import { repeatAll } from './far/repeats.ts'
import { countedIn } from './far/windows.ts'

describe('a minute in which more is to be said than Teams takes', () => {
  const minute = busyHour(1)

  test('breaks none of its limits, as the far side counts them, and keeps nobody waiting for an answer', async () => {
    const { asked, arrived } = await liveThrough(minute, { database: 'sqlite', minutes: 1 })
    expect(arrived).toHaveLength(asked.length)
    expect(countedIn(arrived).violations).toBe(0)
    const answers = arrived.filter(({ conversation }) => conversation.startsWith('chat'))
    expect(Math.max(...answers.map(({ waitedMs }) => waitedMs))).toBeLessThan(1_000)
  })

  test('would be found out if nobody kept the limits', async () => {
    const { arrived } = await liveThrough(minute.slice(0, 100), {
      database: 'sqlite',
      minutes: 1,
      paced: false,
    })
    expect(countedIn(arrived).violations).toBeGreaterThan(0)
  })
})

test.concurrent('what is refused for good is called once, seen by an operator, and arrives when it is sent again', async ({
  expect,
}) => {
  const { calls, letters, resent, lettersAfterwards, callsForReminders, revived } = await refuse()
  expect(Object.fromEntries(calls)).toEqual({ 400: 1, 401: 1, 403: 1, 404: 1, 413: 2, 500: 1 })
  expect([letters.length, resent, lettersAfterwards]).toEqual([7, 7, 0])
  expect(callsForReminders).toBe(0)
  expect(revived).toEqual({ byMessage: true, byInstallation: true })
})

test.concurrent('an activity that comes several times, late and under other ids, has one effect', async ({
  expect,
}) => {
  const { verdict, lines, expectedLines, otherAnswers } = await repeatAll(3)
  expect(verdict.violations).toEqual([])
  expect(lines).toBe(expectedLines)
  expect(otherAnswers).toBe(0)
})
