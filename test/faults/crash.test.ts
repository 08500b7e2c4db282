import { describe, expect, test } from 'vitest'
import { crash } from './crash.ts'
import { dieAtPoints } from './points.ts'
import { stopUnderLoad } from './stop.ts'

describe('the service, killed in the middle of many conversations', () => {
  test('loses nothing it acknowledged, doubles nothing, and keeps each conversation in order', async () => {
    const { verdict, integrity } = await crash({ conversations: 60, kills: 3 })
    expect(verdict.violations).toEqual([])
    expect(verdict).toMatchObject({ boots: 4, kills: 3 })
    expect(verdict.hitUnacknowledged).toBeGreaterThan(0)
    expect(verdict.hitUnsent).toBeGreaterThan(0)
    expect(integrity).toBe('ok')
  })

  test.each([
    ['forgot the replies that were not sent yet', 'outbox-replay', 1, 'lost'],
    ['acknowledged before it committed', 'acknowledge-first', 1, 'lost'],
    ['did not recognise a repeated activity', 'inbox', 0, 'doubled'],
  ])('would be found out if it %s', async (_, sabotage, kills, kind) => {
    const { verdict } = await crash({ conversations: 60, kills, sabotage, replyPatienceMs: 3_000 })
    expect(verdict.violations.map(violation => violation.kind)).toContain(kind)
  })

  test('loses and doubles nothing either when it dies just before or after a commit or a send', async () => {
    const { violations, resent } = await dieAtPoints(1, 40)
    expect(violations).toEqual([])
    expect(resent).toBeGreaterThan(0)
  })

  test('asked to stop, ends with exit code 0 within 10 s; nothing is lost and nothing comes twice', async () => {
    const { code, ms, verdict } = await stopUnderLoad(60)
    expect(verdict.violations).toEqual([])
    expect(verdict.resent).toBe(0)
    expect(code).toBe(0)
    expect(ms).toBeLessThan(10_000)
  })
})

describe('three services on one PostgreSQL, killed in turn', () => {
  const three = { database: 'postgres', instances: 3, conversations: 40 } as const

  test('lose and double nothing either, and keep each conversation in order', async () => {
    const { verdict, integrity } = await crash({ ...three, kills: 2 })
    expect(verdict.violations).toEqual([])
    expect(verdict).toMatchObject({ boots: 5, kills: 2 })
    expect(integrity).toBe('ok')
  })

  test('would be found out if two of them sent for one conversation', async () => {
    const { verdict } = await crash({ ...three, kills: 0, sabotage: 'lease', replyPatienceMs: 3_000 })
    expect(verdict.violations.map(({ kind }) => kind)).toContain('doubled')
  })
})
