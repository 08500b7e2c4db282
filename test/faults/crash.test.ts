import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Postgres, startPostgres } from '../support/postgres.ts'
import { crash } from './crash.ts'
import { takeDatabaseAway } from './outages.ts'
import { proofs } from './proofs.ts'
import type { Guard } from './sabotages.ts'
import { stopUnderLoad } from './stop.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres({ durable: true })
})
afterAll(() => postgres.stop())

// Side by side: a good part of the time each waits for somebody to start, or for a reply that does not come.
describe.concurrent('the service, in the middle of many conversations', () => {
  test('killed, loses nothing it acknowledged, doubles nothing, and keeps each conversation in order', async () => {
    const { verdict, integrity } = await crash({ conversations: 40, kills: 2, farMs: 400 })
    expect(verdict.violations).toEqual([])
    expect(verdict).toMatchObject({ boots: 3, kills: 2 })
    expect(verdict.hitUnacknowledged).toBeGreaterThan(0)
    expect(verdict.hitUnsent).toBeGreaterThan(0)
    expect(verdict.escalations).toBeGreaterThan(0)
    expect(integrity).toBe('ok')
  })

  test('asked to stop, ends with exit code 0 within 10 s; nothing is lost and nothing comes twice', async () => {
    const { code, ms, verdict } = await stopUnderLoad(30)
    expect(verdict.violations).toEqual([])
    expect(verdict.resent).toBe(0)
    expect(code).toBe(0)
    expect(ms).toBeLessThan(10_000)
  })
})

describe.concurrent('several services on one PostgreSQL', () => {
  test('one of them killed, lose and double nothing either, and keep each conversation in order', async () => {
    const three = { database: 'postgres', instances: 3, conversations: 30, kills: 1, postgres } as const
    const { verdict, integrity } = await crash(three)
    expect(verdict.violations).toEqual([])
    expect(verdict).toMatchObject({ boots: 4, kills: 1 })
    expect(integrity).toBe('ok')
  })

  test('go on within 5 s when the server was restarted; nothing is lost, and nothing comes twice', async () => {
    const { verdict, noticed, needless } = await takeDatabaseAway({
      conversations: 6, // They never pause, and keep both ends busy all the time.
      instances: 2,
      restarts: 1,
      freezes: 0,
      freezeMs: 0,
    })
    expect(verdict.violations).toEqual([])
    expect(verdict.resent).toBe(0)
    expect(needless).toEqual([])
    expect(noticed).toHaveLength(1)
    expect(noticed[0]?.servingMs).toBeLessThan(5_000)
  })
})

/** `npm run -s faults -- sabotages` plants all of them; these are one of each kind: lost, doubled, disordered. */
const planted = ['outbox-replay', 'lease', 'order'] as const satisfies readonly Guard[]

describe.concurrent('the checker turns red when the service', () => {
  for (const guard of planted) {
    const { planted, kind, run } = proofs[guard]
    test(planted, async () => {
      const { violations } = await run([guard], async () => postgres)
      expect(violations.map(violation => violation.kind)).toContain(kind)
    })
  }
})
