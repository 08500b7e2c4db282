import { expect, test } from 'vitest'
import type { Delivered } from '../../../src/turn/delivery.ts'
import { caseOf, turnOf } from '../../store/turns.ts'
import { commit, farSide, gone, notice, say, sent } from './far-side.ts'

test('what the agents are told goes out, though the employee is gone, and says nothing of the employee', async () => {
  const { store, outbox, arrived } = await farSide(text =>
    text === 'one' || text === 'a case waits' ? gone : sent,
  )
  const [first] = await commit(store, 'anna', 0, 'one')
  if (first) outbox.take([first])
  await outbox.idle()
  const done = await store.commit(
    turnOf({ conversation: 'ben', case: caseOf({ id: 'B' }), outbox: [notice] }),
  )
  if (done.result === 'committed') outbox.take(done.outbox)
  const later = await store.load('anna')
  const told = turnOf({
    conversation: 'anna',
    version: 1,
    case: caseOf({ id: 'case-anna' }),
    outbox: [notice],
  })
  const again = await store.commit({ ...told, ...(later.address && { address: later.address }) })
  if (again.result === 'committed') outbox.take(again.outbox)
  await outbox.idle()
  expect(arrived).toEqual(['one', 'a case waits', 'a case waits'])
  expect((await store.load('ben')).address?.gone).toBeUndefined()
})

test('what the agents are told may wait for long, and keeps no answer waiting', async () => {
  let release = () => {}
  const held = new Promise<Delivered>(resolve => (release = () => resolve(sent)))
  const { store, outbox, arrived } = await farSide(text => (text === 'a case waits' ? held : sent))
  const done = await store.commit(turnOf({ outbox: [notice, say('answer')] }))
  if (done.result === 'committed') outbox.take(done.outbox)
  await expect.poll(() => arrived).toEqual(['a case waits', 'answer'])
  release()
  await outbox.idle()
  expect(await store.pending()).toEqual([])
})

test('what the agents are told is sent once, though it is found again while it waits', async () => {
  let release = () => {}
  const held = new Promise<Delivered>(resolve => (release = () => resolve(sent)))
  const { store, outbox, arrived } = await farSide(text => (text === 'a case waits' ? held : sent))
  await store.commit(turnOf({ outbox: [notice] }))
  await outbox.replay()
  await expect.poll(() => arrived).toEqual(['a case waits'])
  await outbox.replay()
  release()
  await outbox.idle()
  expect(arrived).toEqual(['a case waits'])
  outbox.stop()
})

test('two thousand notices that wait hold up further notices, and no chat', async () => {
  const { store, outbox } = await farSide(() => new Promise<Delivered>(() => {}))
  const done = await store.commit(turnOf({ outbox: Array.from({ length: 2_000 }, () => notice) }))
  if (done.result === 'committed') outbox.take(done.outbox)
  await outbox.room('chat')
  const order: string[] = []
  const notices = outbox.room('notice').then(() => order.push('notice'))
  await outbox.room('chat').then(() => order.push('chat'))
  outbox.stop()
  await notices
  expect(order).toEqual(['chat', 'notice'])
})
