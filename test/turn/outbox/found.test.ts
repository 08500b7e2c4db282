import { expect, test } from 'vitest'
import { commit, farSide, sent } from './far-side.ts'

test('what an earlier process left behind is sent at the next start', async () => {
  const { store, outbox, arrived } = await farSide(() => sent)
  await commit(store, 'anna', 0, 'one')
  await commit(store, 'ben', 0, 'two')
  expect(await outbox.replay()).toBe(2)
  await outbox.idle()
  expect(new Set(arrived)).toEqual(new Set(['one', 'two']))
})

test('a message that was sent and could not be marked is marked later, and not sent again', async () => {
  const { store, outbox, arrived, waited } = await farSide(
    () => sent,
    store => {
      let refusals = 3
      return {
        ...store,
        sent: async marks => {
          if (refusals-- > 0) throw new Error('the database is away')
          return store.sent(marks)
        },
      }
    },
  )
  outbox.take(await commit(store, 'anna', 0, 'one', 'two'))
  await outbox.idle()
  expect(arrived).toEqual(['one', 'two'])
  expect(waited).toEqual([1_000, 1_000, 1_000])
  expect(await store.pending()).toEqual([])
})

test('a message that is found before its commit was answered is sent once', async () => {
  const { store, outbox, arrived } = await farSide(() => sent)
  const rows = await commit(store, 'anna', 0, 'one')
  await outbox.replay()
  await outbox.idle()
  outbox.take(rows)
  await outbox.idle()
  expect(arrived).toEqual(['one'])
  outbox.stop()
})

test('messages that wait behind others, of which this process knows nothing, are not sent before them', async () => {
  const { store, outbox, arrived } = await farSide(() => sent)
  await commit(store, 'anna', 0, 'elsewhere')
  outbox.take(await commit(store, 'anna', 1, 'here'), true)
  await outbox.idle()
  expect(arrived).toEqual(['elsewhere', 'here'])
})

test('while the store does not say what waits before them, messages wait', async () => {
  let away = 2
  const { store, outbox, arrived } = await farSide(
    () => sent,
    store => ({
      ...store,
      waitingIn: async conversation => {
        if (away-- > 0) throw new Error('the database is away')
        return store.waitingIn(conversation)
      },
    }),
  )
  await commit(store, 'anna', 0, 'elsewhere')
  outbox.take(await commit(store, 'anna', 1, 'here'), true)
  await outbox.idle()
  expect(arrived).toEqual(['elsewhere', 'here'])
})

test('a process that does not lead the conversation any more sends nothing of it', async () => {
  const { store, outbox, arrived } = await farSide(
    () => sent,
    store => ({ ...store, leads: async () => false }),
  )
  outbox.take(await commit(store, 'anna', 0, 'one'))
  await outbox.idle()
  expect(arrived).toEqual([])
  expect(await store.pending()).toHaveLength(1)
})

test('a process that finds out by its mark that another one leads stops there', async () => {
  const { store, outbox, arrived } = await farSide(
    () => sent,
    store => ({ ...store, sent: async () => ['anna'] }),
  )
  outbox.take(await commit(store, 'anna', 0, 'one', 'two'))
  await outbox.idle()
  expect(arrived).toEqual(['one'])
})
