import { describe, expect, test } from 'vitest'
import { ownAccounts } from '../../src/store/accounts.ts'
import type { Address, Outbound } from '../../src/store/records.ts'
import { createPace } from '../../src/turn/pace.ts'
import { address, text } from '../store/turns.ts'

/** A clock that jumps to whatever is waited for next, so that an hour takes a moment. */
function simulated() {
  let now = 1_000_000_000
  const waiting: { readonly at: number; readonly wake: () => void }[] = []
  return {
    now: () => now,
    wait: (ms: number) => new Promise<void>(wake => void waiting.push({ at: now + ms, wake })),
    setBack(ms: number) {
      now -= ms
    },
    async run(until: number): Promise<void> {
      for (;;) {
        for (let n = 0; n < 60; n++) await Promise.resolve()
        waiting.sort((a, b) => a.at - b.at)
        const next = waiting[0]
        if (!next || next.at > until) return
        waiting.shift()
        now = next.at
        next.wake()
      }
    },
  }
}

const notice: Outbound = {
  kind: 'notice',
  spoken: { language: 'en', summary: 'a case', blocks: [], choices: [] },
}
const hour = 3_600_000

/** Two instances that share their accounts. */
function instances() {
  const clock = simulated()
  const account = ownAccounts(clock.now)
  const paces = [1, 2].map(() => createPace({ account, agentsChannel: '19:agents', wait: clock.wait }))
  const sent: { at: number; thread: string; kind: string }[] = []
  const send = async (outbound: Outbound, to: Address) => {
    await paces[sent.length % 2]?.turn(outbound, to)
    const thread = outbound.kind === 'notice' ? '19:agents' : to.conversationId
    sent.push({ at: clock.now(), thread, kind: outbound.kind })
  }
  return { clock, paces, sent, send }
}

/** The most that were sent in any time so long; windows begin with a message. */
function most(times: readonly number[], ms: number): number {
  let [from, found] = [0, 0]
  for (const [to, at] of times.entries()) {
    while (at - (times[from] ?? at) >= ms) from++
    found = Math.max(found, to - from + 1)
  }
  return found
}

test('a silence that one instance was asked for leaves no room for courtesies of the other', async () => {
  const { paces } = instances()
  const [one, other] = paces
  expect(await other?.hasRoom(address)).toBe(true)
  await one?.hold({ kind: 'collapse', nonce: 'n', line: 'done' }, address, 5_000)
  expect(await other?.hasRoom(address)).toBe(false)
  expect(await other?.hasRoom({ ...address, conversationId: 'a:other' })).toBe(true)
})

describe('two instances in one simulated hour', () => {
  test('never send more to one channel than Teams takes, and use most of it', async () => {
    const { clock, sent, send } = instances()
    for (let n = 0; n < 4_000; n++) void send(notice, address)
    await clock.run(clock.now() + 2 * hour)
    const times = sent.map(({ at }) => at)
    expect(most(times, 1_000)).toBeLessThanOrEqual(7)
    expect(most(times, 2_000)).toBeLessThanOrEqual(8)
    expect(most(times, 30_000)).toBeLessThanOrEqual(60)
    expect(most(times, hour)).toBeLessThanOrEqual(1_800)
    expect(most(times, hour)).toBeGreaterThan(1_700)
  })

  test('never send more to one tenant than Teams takes, and nearly as much', async () => {
    const { clock, sent, send } = instances()
    for (let n = 0; n < 3_000; n++) void send(text('x'), { ...address, conversationId: `a:${n}` })
    await clock.run(clock.now() + hour)
    expect(sent).toHaveLength(3_000)
    const times = sent.map(({ at }) => at)
    expect(most(times, 1_000)).toBeLessThanOrEqual(50)
    expect(most(times, 1_000)).toBeGreaterThan(40)
  })

  test('let what is said go before notices', async () => {
    const { clock, sent, send } = instances()
    for (let n = 0; n < 200; n++) void send(text('first'), { ...address, conversationId: `b:${n}` })
    await clock.run(clock.now())
    for (let n = 0; n < 3; n++) void send(notice, address)
    for (let n = 0; n < 50; n++) void send(text('x'), { ...address, conversationId: `c:${n}` })
    await clock.run(clock.now() + hour)
    const firstNotice = sent.findIndex(({ kind }) => kind === 'notice')
    expect(sent.slice(firstNotice).every(({ kind }) => kind === 'notice')).toBe(true)
  })

  test('let an answer go at once, before the reminders that wait in both', async () => {
    const { clock, send, sent } = instances()
    const reminder: Outbound = { ...notice, kind: 'say', urgency: 'notice' }
    const began = clock.now()
    for (let n = 0; n < 400; n++) void send(reminder, { ...address, conversationId: `r:${n}` })
    await clock.run(began + 3_000)
    const asked = clock.now()
    for (let n = 0; n < 4; n++) void send(text('x'), { ...address, conversationId: `c:${n}` })
    await clock.run(began + hour)
    const chats = sent.filter(({ thread }) => thread.startsWith('c:'))
    expect(chats.map(({ at }) => at - asked)).toEqual([0, 0, 0, 0])
    expect(sent).toHaveLength(404)
  })

  test('keep the silence that the far side asked one of them for, and only there', async () => {
    const { clock, paces, send, sent } = instances()
    const began = clock.now()
    await paces[0]?.hold(text('x'), address, 7_000)
    void send(text('x'), address)
    void send(text('x'), { ...address, conversationId: 'elsewhere' })
    await clock.run(began + hour)
    expect(sent.map(({ at }) => at - began)).toEqual([0, 7_000])
  })

  test('hold nobody up who sends little', async () => {
    const { clock, sent, send } = instances()
    const began = clock.now()
    for (let n = 0; n < 4; n++) await send(text('x'), address)
    expect(sent.map(({ at }) => at - began)).toEqual([0, 0, 0, 0])
  })

  test('hold nobody up for the two hours that the clock was set back', async () => {
    const { clock, sent, send } = instances()
    for (let n = 0; n < 4; n++) await send(text('x'), address)
    clock.setBack(2 * hour)
    const began = clock.now()
    void send(text('x'), address)
    await clock.run(began + 10_000)
    expect(sent.slice(4).map(({ at }) => at - began)).toEqual([0])
  })
})
