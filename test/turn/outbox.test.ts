import { expect, onTestFinished, test } from 'vitest'
import type { Spoken } from '../../src/speech/spoken.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { Address, Outbound, Store } from '../../src/store/store.ts'
import type { Delivered } from '../../src/turn/delivery.ts'
import { createOutbox } from '../../src/turn/outbox.ts'
import { caseOf, turnOf } from '../store/turns.ts'

/** A far side that answers as told, and remembers what reached it. */
async function farSide(
  answers: (text: string, attempt: number) => Delivered | Promise<Delivered>,
  disturbed: (store: Store) => Store = store => store,
) {
  const store = await openSqlite({ path: ':memory:', mode: 'local' })
  onTestFinished(() => store.close())
  const arrived: string[] = []
  const addresses: Address[] = []
  const waited: number[] = []
  const outbox = createOutbox({
    store: disturbed(store),
    failed: () => {},
    wait: async ms => void waited.push(ms),
    deliver: async (outbound, address) => {
      const text = textOf(outbound)
      arrived.push(text)
      addresses.push(address)
      return answers(text, arrived.filter(t => t === text).length)
    },
  })
  return { store, outbox, arrived, addresses, waited }
}

function textOf(outbound: Outbound): string {
  return outbound.kind === 'collapse' ? outbound.line : outbound.spoken.summary
}

function words(text: string): Spoken {
  return { language: 'en', summary: text, blocks: [], choices: [] }
}

function say(text: string): Outbound {
  return { kind: 'say', spoken: words(text) }
}

async function commit(store: Store, conversation: string, version: number, ...texts: string[]) {
  const done = await store.commit(
    turnOf({
      conversation,
      version,
      activityId: `${conversation}-${version}`,
      case: caseOf({ id: `case-${conversation}` }),
      outbox: texts.map(say),
    }),
  )
  if (done.result !== 'committed') throw new Error(done.result)
  return done.outbox
}

const sent: Delivered = { result: 'sent' }

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

const gone: Delivered = { result: 'gone', reason: '404' }

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

test('who never answers is given up after twelve attempts, with growing pauses', async () => {
  const { store, outbox, arrived, waited } = await farSide(() => ({ result: 'retry', reason: 'busy' }))
  outbox.take(await commit(store, 'anna', 0, 'one'))
  await outbox.idle()
  expect(arrived).toHaveLength(12)
  expect(waited.at(-1)).toBeGreaterThanOrEqual(60_000)
})

test('what an earlier process left behind is sent at the next start', async () => {
  const { store, outbox, arrived } = await farSide(() => sent)
  await commit(store, 'anna', 0, 'one')
  await commit(store, 'ben', 0, 'two')
  expect(await outbox.replay()).toBe(2)
  await outbox.idle()
  expect(new Set(arrived)).toEqual(new Set(['one', 'two']))
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

const notice: Outbound = { kind: 'notice', spoken: words('a case waits') }

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
