import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { sendingSql } from '../../../src/store/postgres/sending.ts'
import { openPostgres } from '../../../src/store/postgres.ts'
import type { Store } from '../../../src/store/store.ts'
import { type Database, type Postgres, startPostgres } from '../../support/postgres.ts'
import { add, caseOf, marked, say, text } from '../turns.ts'

const caseNamed = (n: number) => caseOf({ id: `C${n}` })

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

/** Two instances on one database; what they believe the time to be is in the test's hands. */
describe('of two instances', () => {
  let database: Database
  let now: number
  let one: Store
  let two: Store

  async function open(): Promise<Store> {
    const store = await openPostgres({ server: database.server, mode: 'local', now: () => now })
    onTestFinished(() => store.close())
    return store
  }

  beforeEach(async () => {
    database = await postgres.create()
    now = 1_000_000
    one = await open()
    two = await open()
  })

  /** Time in which `awake` looks for work, as it does every second, and the other one does nothing. */
  async function passes(ms: number, awake: Store): Promise<readonly string[]> {
    const found: string[] = []
    for (const until = now + ms; now < until; ) {
      now += 4_000
      found.push(...(await awake.takeUp([])))
    }
    return found
  }

  test('the one that commits a message leads the conversation, the other one has nothing to send', async () => {
    const [row] = await say(one, [text('hello')])
    expect(await one.leads(row?.lease ?? 0)).toBe(true)
    expect(await two.leads(row?.lease ?? 0)).toBe(false)
    expect(await two.takeUp([])).toEqual([])
    expect(await two.waitingIn('anna')).toEqual([])
    expect(await one.waitingIn('anna')).toEqual([row])
  })

  test('the leader also gets what the other one commits, behind its own', async () => {
    const first = await say(one, [text('one')])
    const second = await say(two, [text('two')])
    expect(second[0]?.lease).toBe(first[0]?.lease)
    expect(await one.waitingIn('anna')).toEqual([...first, ...second])
  })

  test('the leader is told at once of what the other one left for it', async () => {
    const told = new Promise<readonly string[]>(resolve => one.onLeft(resolve))
    await say(one, [text('one')])
    // The connection for hints opens beside the others; until it is there, nothing is told.
    const again = setInterval(() => void say(two, [text('two')]), 100)
    expect(await told).toEqual(['anna'])
    clearInterval(again)
  })

  test('who commits into an empty outbox is the next to lead', async () => {
    const [row] = await say(one, [text('one')])
    expect(await one.sent([marked(row, { result: 'sent' })])).toEqual([])
    const [next] = await say(two, [text('two')])
    expect(next?.lease).not.toBe(row?.lease)
    expect(await two.waitingIn('anna')).toEqual([next])
  })

  test('a turn behind messages that wait says so', async () => {
    await say(one, [text('one')])
    const second = await add(one, { outbox: [text('two')] })
    expect(second).toMatchObject({ result: 'committed', behind: true })
  })

  test('one that was silent for too long is taken over, in order', async () => {
    const rows = [...(await say(one, [text('one')])), ...(await say(one, [text('two')]))]
    expect(await passes(16_000, two)).toEqual([])
    expect(await passes(16_000, two)).toContain('anna')
    const taken = await two.waitingIn('anna')
    expect(taken.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
    expect(await two.leads(taken[0]?.lease ?? 0)).toBe(true)
  })

  test('one that comes back after that may neither send nor mark, and the message stays', async () => {
    const [row] = await say(one, [text('one', 'n1')])
    await passes(32_000, two)
    expect(await one.leads(row?.lease ?? 0)).toBe(false)
    expect(await one.sent([marked(row, { result: 'sent', activityId: 'x' })])).toEqual(['anna'])
    expect(await one.sent([marked(row, { result: 'dead', reason: '404' })])).toEqual(['anna'])
    expect(await two.pending()).toHaveLength(1)
    expect(await two.deadLetters(9)).toEqual([])
    expect(await two.sentCard('anna', 'n1')).toBeUndefined()
    const [again] = await two.waitingIn('anna')
    expect(await two.sent([marked(again, { result: 'sent' })])).toEqual([])
    expect(await two.pending()).toEqual([])
  })

  test('the one that came back leads what it commits afterwards, under a new lease', async () => {
    const [old] = await say(one, [text('one')])
    await passes(32_000, two)
    await one.leads(old?.lease ?? 0)
    const [row] = await say(one, [text('two')], { conversation: 'bert', case: caseNamed(1) })
    expect(row?.lease).toBeGreaterThan(old?.lease ?? Number.POSITIVE_INFINITY)
  })

  test('one that comes back begins one new life, however many ask for it at once', async () => {
    const [row] = await say(one, [text('one')])
    await passes(32_000, two)
    await Promise.all([1, 2, 3].map(() => one.leads(row?.lease ?? 0)))
    const lives = await database.query('SELECT id FROM instances')
    expect(lives).toHaveLength(2)
  })

  test('one that is heard of keeps what it leads, however long it takes', async () => {
    const [row] = await say(one, [text('one')])
    for (let n = 0; n < 20; n++) {
      now += 4_000
      expect(await one.leads(row?.lease ?? 0)).toBe(true)
      expect(await two.takeUp([])).toEqual([])
    }
  })

  test('one that was away itself takes nothing from the other before that had time to speak', async () => {
    await say(one, [text('one')])
    now += 3_600_000 // The database was away for both.
    expect(await two.takeUp([])).toEqual([])
    expect(await one.takeUp([])).toEqual(['anna'])
    expect(await passes(12_000, two)).toEqual([])
  })

  test('one whose process is dead is found out by its connection, long before its time is over', async () => {
    const [row] = await say(one, [text('one')])
    await database.query('UPDATE instances SET session = $1 WHERE id = $2', ['1 2', row?.lease])
    // Not in the first seconds of a server, when all have to come back.
    await expect.poll(() => two.takeUp([]), { timeout: 15_000 }).toEqual(['anna'])
  })

  test('one that is heard of without its connection, which a restart of the server has cut, is not dead', async () => {
    const [row] = await say(one, [text('one')])
    const session = async () => {
      const [instance] = await database.query('SELECT session FROM instances WHERE id = $1', [row?.lease])
      return instance?.session
    }
    const alive = await session()
    now += 9_000
    expect(await one.leads(row?.lease ?? 0)).toBe(true)
    expect(await session()).toBe(alive)
    await database.query('UPDATE instances SET session = $1 WHERE id = $2', ['1 2', row?.lease])
    now += 9_000
    expect(await one.leads(row?.lease ?? 0)).toBe(true)
    expect(await session()).toBeNull()
    expect(await two.takeUp([])).toEqual([])
  })

  test('one that ended leaves its work to the other at once', async () => {
    await say(one, [text('one')])
    await one.close()
    expect(await two.takeUp([])).toEqual(['anna'])
  })

  test('both together take up what nobody leads, each conversation once', async () => {
    const three = await open()
    for (let n = 0; n < 40; n++) await say(three, [text('x')], { conversation: `c${n}`, case: caseNamed(n) })
    await three.close()
    const taken = await Promise.all([one.takeUp([]), two.takeUp([])])
    expect(taken.flat().sort()).toEqual(Array.from({ length: 40 }, (_, n) => `c${n}`).sort())
  })

  test('the second to claim a conversation finds that the first was faster, however close they are', async () => {
    const three = await open()
    for (let n = 0; n < 40; n++) await say(three, [text('x')], { conversation: `c${n}`, case: caseNamed(n) })
    await three.close()
    // Both have looked and wait at the same row.
    const holding = database.query(`
      BEGIN; SELECT FROM conversations FOR UPDATE; SELECT pg_sleep(1); COMMIT`)
    await expect.poll(async () => (await locks()) > 0).toBe(true)
    const lives = await database.query('SELECT id FROM instances')
    const claims = lives.map(({ id }) => database.query(`${sendingSql.claim} RETURNING v.id`, [id]))
    const claimed = (await Promise.all(claims)).map(rows => rows.length)
    await holding
    expect(claimed.sort((a, b) => a - b)).toEqual([0, 40])
  })

  async function locks(): Promise<number> {
    const [row] = await database.query(
      "SELECT count(*) FROM pg_locks WHERE mode = 'RowShareLock' AND granted",
    )
    return Number(row?.count)
  }

  test('each gets timers that the other has not', async () => {
    for (let n = 0; n < 40; n++) {
      await add(one, { conversation: `c${n}`, case: caseNamed(n), timers: [{ name: 'remind', at: n }] })
    }
    const taken = await Promise.all([one.takeTimers(100, 30), two.takeTimers(100, 30)])
    expect(new Set(taken.flat().map(({ conversation }) => conversation)).size).toBe(taken.flat().length)
    const rest = await two.takeTimers(100, 99)
    expect(taken.flat().length + rest.length).toBe(40)
  })

  test('a timer that was taken and had no effect is there again after a minute', async () => {
    await add(one, { timers: [{ name: 'remind', at: 5 }] })
    expect(await one.takeTimers(100, 9)).toHaveLength(1)
    now += 59_000
    expect(await two.takeTimers(100, 9)).toEqual([])
    now += 2_000
    expect(await two.takeTimers(100, 9)).toEqual([{ conversation: 'anna', name: 'remind', at: 5 }])
  })
})
