import { expect, onTestFinished, test } from 'vitest'
import type { Outbound } from '../../src/store/records.ts'
import { remembering } from '../../src/store/remember.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { Delivered } from '../../src/turn/delivery.ts'
import type { Inbound } from '../../src/turn/inbound.ts'
import { createLanes } from '../../src/turn/lane.ts'
import { createOutbox } from '../../src/turn/outbox.ts'
import { fireDue } from '../../src/turn/timers.ts'
import { createTurn } from '../../src/turn/turn.ts'
import { address } from '../store/turns.ts'
import { shippedContent } from '../support/content.ts'

const hour = 3_600_000
const blocked: Delivered = { result: 'gone', reason: 'HTTP 403' }

/** The turn and the outbox over one database, and a far side that can be told not to know Anna any more. */
async function anna() {
  const store = remembering(await openSqlite({ path: ':memory:', mode: 'local' }))
  const calls: Outbound['kind'][] = []
  const far: { answer: Delivered | Promise<Delivered> } = { answer: { result: 'sent', activityId: 'm' } }
  const deliver = async ({ kind }: Outbound) => {
    calls.push(kind)
    return kind === 'notice' ? ({ result: 'sent' } as const) : far.answer
  }
  const outbox = createOutbox({ store, deliver, failed: () => {} })
  onTestFinished(() => {
    outbox.stop()
    return store.close()
  })
  const content = shippedContent()
  const receive = createTurn({
    store,
    outbox,
    lanes: createLanes(),
    content: () => content,
    agentsLanguage: 'en',
    observe: () => {},
  })
  let at = 1_800_000_000_000
  const after = (ms: number) => {
    at += ms
    return at
  }
  /** Answers the calls that were made. */
  async function callsOf(work: () => Promise<unknown>): Promise<readonly Outbound['kind'][]> {
    calls.length = 0
    await work()
    await outbox.idle()
    return [...calls]
  }
  const sends = (what: Inbound['what']) =>
    callsOf(() =>
      receive({ conversation: 'anna', activityId: `a${after(1)}`, address, locale: 'en', at, what }),
    )
  return {
    far,
    store,
    sends,
    says: (text: string) => sends({ kind: 'message', text }),
    later: (hours: number) => callsOf(() => fireDue(store, receive, after(hours * hour))),
    sendsAgain: (id: number) =>
      callsOf(async () => {
        await store.resend([id])
        await outbox.replay()
      }),
    case: async () => (await store.load('anna')).case,
  }
}

/** Nobody knows yet that she has blocked the bot; then the answer to her message finds out. */
async function blockedAnna() {
  const her = await anna()
  await her.says('error 809')
  her.far.answer = blocked
  expect(await her.says('did not help')).toEqual(['say'])
  return her
}

test('who has blocked the bot is not reminded, and the case ends after its week', async () => {
  const her = await blockedAnna()
  const before = await her.case()
  expect(await her.later(21)).toEqual([])
  expect(await her.case()).toEqual(before)
  expect(await her.later(7 * 24)).toEqual([])
  expect((await her.case())?.outcome).toBe('abandoned')
  expect(await her.store.deadLetters(9)).toHaveLength(1)
})

test('who writes again is answered, and reminded as before', async () => {
  const her = await blockedAnna()
  await her.later(21)
  her.far.answer = { result: 'sent' }
  expect(await her.says('status')).toEqual(['say'])
  expect(await her.later(21)).toEqual(['say'])
})

test('an answer is tried each time that somebody writes, also to who was gone the last time', async () => {
  const her = await blockedAnna()
  expect(await her.says('status')).toEqual(['say'])
  expect(await her.says('status')).toEqual(['say'])
})

test('who writes while an earlier answer finds nobody is answered, and reminded', async () => {
  const her = await anna()
  let find = (_: Delivered) => {}
  her.far.answer = new Promise(resolve => (find = resolve))
  const first = her.says('error 809')
  await expect.poll(async () => (await her.store.pending()).length).toBe(1)
  her.far.answer = { result: 'sent' }
  const second = her.says('did not help')
  await expect.poll(async () => (await her.store.pending()).length).toBe(2)
  find(blocked)
  await Promise.all([first, second])
  expect(await her.later(21)).toEqual(['say'])
})

test('what an operator sends again is tried, and then she is there again', async () => {
  const her = await blockedAnna()
  await her.later(21)
  her.far.answer = { result: 'sent' }
  const [letter] = await her.store.deadLetters(1)
  expect(await her.sendsAgain(letter?.id ?? 0)).toEqual(['say', 'collapse'])
  expect((await her.store.load('anna')).address?.gone).toBeUndefined()
})

test('who installs the app again is reminded, though the installation is not answered', async () => {
  const her = await blockedAnna()
  her.far.answer = { result: 'sent' }
  expect(await her.sends({ kind: 'joined' })).toEqual([])
  expect(await her.later(21)).toEqual(['say'])
})

test('who removes the app is not there again because of that', async () => {
  const her = await blockedAnna()
  her.far.answer = { result: 'sent' }
  await her.sends({ kind: 'left' })
  expect(await her.later(21)).toEqual([])
})

test('the agents are told of a hand-over, though the employee cannot be reached', async () => {
  const her = await blockedAnna()
  expect((await her.says('I want to talk to a person')).toSorted()).toEqual(['notice', 'say'])
})
