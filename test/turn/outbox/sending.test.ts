import { expect, test } from 'vitest'
import type { Outbound } from '../../../src/store/records.ts'
import type { Store } from '../../../src/store/store.ts'
import type { Delivered } from '../../../src/turn/delivery.ts'
import { createSending, type Recipient } from '../../../src/turn/outbox/sending.ts'
import { address, turnOf } from '../../store/turns.ts'
import { commit, farSide, say, sent, textOf, words } from './far-side.ts'

test('messages of a conversation arrive in order, whatever has to be repeated', async () => {
  const { store, outbox, arrived } = await farSide((text, attempt) =>
    text === 'one' && attempt < 3 ? { result: 'retry', reason: 'busy' } : sent,
  )
  outbox.take(await commit(store, 'anna', 0, 'one', 'two'))
  outbox.take(await commit(store, 'anna', 1, 'three'))
  await outbox.idle()
  expect(arrived).toEqual(['one', 'one', 'one', 'two', 'three'])
  expect(await store.pending()).toEqual([])
})

test('a conversation that waits holds nobody else up', async () => {
  let release = () => {}
  const held = new Promise<Delivered>(resolve => {
    release = () => resolve(sent)
  })
  const { store, outbox, arrived } = await farSide(text => (text === 'slow' ? held : sent))
  outbox.take(await commit(store, 'anna', 0, 'slow'))
  outbox.take(await commit(store, 'ben', 0, 'quick'))
  await expect.poll(() => arrived).toContain('quick')
  release()
  await outbox.idle()
})

test('the far side is never asked again before the time it named', async () => {
  const { store, outbox, waited } = await farSide((_, attempt) =>
    attempt === 1 ? { result: 'retry', afterMs: 7_000, reason: '429' } : sent,
  )
  outbox.take(await commit(store, 'anna', 0, 'one'))
  await outbox.idle()
  expect(waited).toEqual([7_000])
})

test('a message that is refused is set aside at once', async () => {
  const { store, outbox, arrived } = await farSide(text =>
    text === 'one' ? { result: 'refused', reason: '400' } : sent,
  )
  outbox.take(await commit(store, 'anna', 0, 'one', 'two'))
  await outbox.idle()
  expect(arrived).toEqual(['one', 'two'])
  expect(await store.pending()).toEqual([])
})

test('who never answers is given up after twelve attempts, with growing pauses', async () => {
  const { store, outbox, arrived, waited } = await farSide(() => ({ result: 'retry', reason: 'busy' }))
  outbox.take(await commit(store, 'anna', 0, 'one'))
  await outbox.idle()
  expect(arrived).toHaveLength(12)
  expect(waited.at(-1)).toBeGreaterThanOrEqual(60_000)
})

test('a card that was never sent as one needs no collapsing', async () => {
  const { store, outbox, arrived } = await farSide(() => sent)
  const done = await store.commit(turnOf({ outbox: [{ kind: 'collapse', nonce: 'unknown', line: 'done' }] }))
  if (done.result === 'committed') outbox.take(done.outbox)
  await outbox.idle()
  expect(arrived).toEqual([])
  expect(await store.pending()).toEqual([])
})

test('what is said comes first, then the answered card collapses', async () => {
  const { store, outbox, arrived } = await farSide(text => ({ result: 'sent', activityId: `id of ${text}` }))
  const card: Outbound = { kind: 'say', spoken: { ...words('question'), nonce: 'n1' } }
  const reply: Outbound = {
    kind: 'say',
    spoken: words('answer'),
    collapse: { nonce: 'n1', line: 'collapsed' },
  }
  for (const [version, outbound] of [card, reply].entries()) {
    const done = await store.commit(turnOf({ version, outbox: [outbound] }))
    if (done.result === 'committed') outbox.take(done.outbox)
    await outbox.idle()
  }
  expect(arrived).toEqual(['question', 'answer', 'collapsed'])
})

test('when the far side wants silence after a card is collapsed, the next message waits', async () => {
  const { outbox, store, arrived, waited } = await farSide(text =>
    text === 'collapsed'
      ? { result: 'retry', afterMs: 7_000, reason: '429' }
      : { result: 'sent', activityId: `id of ${text}` },
  )
  const card: Outbound = { kind: 'say', spoken: { ...words('question'), nonce: 'n1' } }
  const collapse = { nonce: 'n1', line: 'collapsed' }
  const reply: Outbound = { kind: 'say', spoken: words('answer'), collapse }
  const done = await store.commit(turnOf({ outbox: [card, reply, say('next')] }))
  if (done.result === 'committed') outbox.take(done.outbox)
  await outbox.idle()
  expect(arrived).toEqual(['question', 'answer', 'collapsed', 'next'])
  expect(waited).toEqual([7_000])
})

test('of the conversations that never get an answer only some are tried again at a time', async () => {
  let [inside, most] = [0, 0]
  let giveUp = () => {}
  const givenUp = new Promise<void>(resolve => (giveUp = resolve))
  const { store, outbox, arrived } = await farSide(async (_, attempt) => {
    if (attempt === 1) return givenUp.then(() => ({ result: 'retry', hung: true, reason: 'no answer' }))
    most = Math.max(most, ++inside)
    await new Promise(resolve => setImmediate(resolve))
    inside -= 1
    return sent
  })
  const names = Array.from({ length: 150 }, (_, n) => `employee-${n}`)
  for (const name of names) outbox.take(await commit(store, name, 0, name))
  giveUp()
  await outbox.idle()
  expect(arrived).toHaveLength(300)
  expect(most).toBeLessThanOrEqual(64)
})

test('whoever waits for the turn of its channel takes none of the places for calls that may hang', async () => {
  const tried = new Set<string>()
  const { promise: late, resolve: giveUp } = Promise.withResolvers<Delivered>()
  const sending = createSending({
    store: { leads: async () => true } as unknown as Store,
    failed: () => {},
    wait: async () => {},
    stopped: () => false,
    // After the first attempt the agents' channel has no room.
    pace: {
      turn: async outbound =>
        outbound.kind === 'notice' && tried.has(textOf(outbound)) ? new Promise(() => {}) : undefined,
      hold: async () => {},
    },
    deliver: async outbound => {
      if (tried.has(textOf(outbound))) return sent
      tried.add(textOf(outbound))
      return late
    },
  })
  const send = (outbound: Outbound) =>
    sending.send({ id: 1, conversation: 'anna', address, outbound, lease: 0 }, to)
  for (let n = 0; n < 64; n++) void send({ kind: 'notice', spoken: words(`case ${n}`) })
  const answered = send(say('one'))
  giveUp({ result: 'retry', hung: true, reason: 'no answer' })
  expect(await answered).toMatchObject({ result: 'sent' })
})

const to: Recipient = { address: () => address, urgency: () => 'chat' }
