import { expect, test } from 'vitest'
import type { Outbound } from '../../../src/store/records.ts'
import type { Delivered } from '../../../src/turn/delivery.ts'
import { caseOf, turnOf } from '../../store/turns.ts'
import { commit, farSide, gone, say, sent, words } from './far-side.ts'

test('when a conversation is gone, nothing more is sent there: what waits is set aside without a call', async () => {
  const { store, outbox, arrived } = await farSide(text => (text === 'one' ? gone : sent))
  outbox.take(await commit(store, 'anna', 0, 'one', 'two', 'three'))
  outbox.take(await commit(store, 'ben', 0, 'other'))
  await outbox.idle()
  expect(arrived.toSorted()).toEqual(['one', 'other'])
  expect(await store.pending()).toEqual([])
  expect(await store.deadLetters(9)).toHaveLength(3)
})

test('what an earlier process left in a conversation that is gone is set aside without a call', async () => {
  const { store, outbox, arrived } = await farSide(() => sent)
  const [one] = await commit(store, 'anna', 0, 'one', 'two')
  if (one) await store.sent([{ row: one, result: 'dead', gone: one.address }])
  await outbox.replay()
  await outbox.idle()
  expect(arrived).toEqual([])
  expect(await store.deadLetters(9)).toHaveLength(2)
  outbox.stop()
})

test('what is committed while a message finds out that the conversation is gone is sent all the same', async () => {
  let answer = (_: Delivered) => {}
  const called = new Promise<Delivered>(resolve => (answer = resolve))
  const { store, outbox, arrived } = await farSide(text => (text === 'one' ? called : sent))
  outbox.take(await commit(store, 'anna', 0, 'one', 'two'))
  await expect.poll(() => arrived).toEqual(['one'])
  const turn = turnOf({
    conversation: 'anna',
    version: 1,
    address: { ...turnOf().address, heard: 2 },
    case: caseOf({ id: 'case-anna' }),
    outbox: [say('answer')],
  })
  const done = await store.commit(turn)
  if (done.result === 'committed') outbox.take(done.outbox)
  answer(gone)
  await outbox.idle()
  expect(arrived).toEqual(['one', 'two', 'answer'])
  expect((await store.load('anna')).address?.gone).toBeUndefined()
})

test('what another instance has answered meanwhile is sent, though the conversation was gone before', async () => {
  let answer = (_: Delivered) => {}
  let tell = (_: readonly string[]) => {}
  const called = new Promise<Delivered>(resolve => (answer = resolve))
  const { store, outbox, arrived } = await farSide(
    text => (text === 'one' ? called : sent),
    store => ({ ...store, onLeft: told => (tell = told) }),
  )
  await outbox.replay()
  outbox.take(await commit(store, 'anna', 0, 'one', 'two'))
  await expect.poll(() => arrived).toEqual(['one'])
  const turn = turnOf({ conversation: 'anna', version: 1, address: { ...turnOf().address, heard: 2 } })
  await store.commit({ ...turn, case: caseOf({ id: 'case-anna' }), outbox: [say('elsewhere')] })
  tell(['anna'])
  answer(gone)
  await outbox.idle()
  expect(arrived).toEqual(['one', 'two', 'elsewhere'])
  outbox.stop()
})

test('the card that was answered does not collapse in a conversation that is gone', async () => {
  const { store, outbox, arrived } = await farSide(text =>
    text === 'answer' ? gone : { result: 'sent', activityId: `id of ${text}` },
  )
  const card: Outbound = { kind: 'say', spoken: { ...words('question'), nonce: 'n1' } }
  const reply: Outbound = { kind: 'say', spoken: words('answer'), collapse: { nonce: 'n1', line: 'line' } }
  const done = await store.commit(turnOf({ outbox: [card, reply] }))
  if (done.result === 'committed') outbox.take(done.outbox)
  await outbox.idle()
  expect(arrived).toEqual(['question', 'answer'])
})

test('who was gone and writes again gets the new answer, and where it was written from', async () => {
  const { store, outbox, arrived, addresses } = await farSide(text =>
    text === 'lost' ? { result: 'gone', reason: '404' } : sent,
  )
  outbox.take(await commit(store, 'anna', 0, 'lost'))
  await outbox.idle()
  const moved = { ...turnOf().address, serviceUrl: 'https://moved.example/' }
  const turn = turnOf({ conversation: 'anna', version: 1, address: moved, outbox: [say('hello again')] })
  const done = await store.commit({ ...turn, case: caseOf({ id: 'case-anna' }) })
  if (done.result === 'committed') outbox.take(done.outbox)
  await outbox.idle()
  expect(arrived).toEqual(['lost', 'hello again'])
  expect(addresses.at(-1)).toEqual(moved)
  expect((await store.deadLetters(9)).map(({ reason }) => reason)).toEqual(['404'])
})

test('a message that waits for its next attempt goes to where the employee was heard of meanwhile', async () => {
  const moved = { ...turnOf().address, serviceUrl: 'https://moved.example/' }
  let tell = () => {}
  const asked = new Promise<void>(resolve => (tell = resolve))
  const { store, outbox, addresses } = await farSide(async (_, attempt) => {
    if (attempt > 1) return sent
    tell()
    return { result: 'retry', reason: '502' }
  })
  const rows = await commit(store, 'anna', 0, 'one')
  outbox.take(rows)
  await asked
  const turn = turnOf({ conversation: 'anna', version: 1, address: moved, outbox: [say('two')] })
  const done = await store.commit({ ...turn, case: caseOf({ id: 'case-anna' }) })
  if (done.result === 'committed') outbox.take(done.outbox)
  await outbox.idle()
  expect(addresses.at(-1)).toEqual(moved)
})
