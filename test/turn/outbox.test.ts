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

test.each<Delivered>([
  { result: 'refused', reason: '400' },
  { result: 'gone', reason: '404' },
])('a message that can never arrive is set aside at once: %o', async answer => {
  const { store, outbox, arrived } = await farSide(text => (text === 'one' ? answer : sent))
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
