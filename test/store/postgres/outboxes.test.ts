import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openPostgres } from '../../../src/store/postgres.ts'
import type { Outbound } from '../../../src/store/records.ts'
import type { Store } from '../../../src/store/store.ts'
import type { Delivered } from '../../../src/turn/delivery.ts'
import { createOutbox, type Outbox } from '../../../src/turn/outbox.ts'
import { type Database, type Postgres, startPostgres } from '../../support/postgres.ts'
import { caseOf, text, turnOf } from '../turns.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

interface Instance {
  readonly store: Store
  readonly outbox: Outbox
  /** Commits what is said, as a turn that came in here. */
  says(conversation: string, words: string): Promise<void>
}

describe('several outboxes on one database', () => {
  let database: Database
  /** What reached the far side, by conversation. */
  let arrived: Map<string, string[]>
  let answer: (words: string) => Promise<Delivered>

  beforeEach(async () => {
    database = await postgres.create()
    arrived = new Map()
    answer = async () => ({ result: 'sent' })
  })

  async function start(): Promise<Instance> {
    const store = await openPostgres({ server: database.server, mode: 'local' })
    const outbox = createOutbox({
      store,
      failed: () => {},
      deliver: async (outbound, { conversationId }) => {
        const words = wordsOf(outbound)
        arrived.set(conversationId, [...(arrived.get(conversationId) ?? []), words])
        return answer(words)
      },
    })
    await outbox.replay()
    onTestFinished(async () => {
      outbox.stop()
      await store.close()
    })
    const says = async (conversation: string, words: string) => {
      for (;;) {
        const { version } = await store.load(conversation)
        const done = await store.commit(turn(conversation, version, words))
        if (done.result === 'committed') return outbox.take(done.outbox, done.behind)
      }
    }
    return { store, outbox, says }
  }

  function turn(conversation: string, version: number, words: string) {
    const address = { ...turnOf().address, conversationId: conversation }
    const case_ = caseOf({ id: `case-${conversation}` })
    return turnOf({ conversation, version, address, case: case_, outbox: [text(words)], activityId: words })
  }

  async function allSent(): Promise<void> {
    const waiting = async () => Number((await database.query('SELECT count(*) FROM outbox'))[0]?.count)
    await expect.poll(waiting, { timeout: 20_000 }).toBe(0)
  }

  test('send each message once, and those of a conversation in order, wherever they came in', async () => {
    answer = async () => {
      await new Promise(resolve => setTimeout(resolve, Math.random() * 20))
      return { result: 'sent' }
    }
    const instances = [await start(), await start(), await start()]
    const conversations = Array.from({ length: 12 }, (_, n) => `c${n}`)
    const talk = async (conversation: string) => {
      for (let n = 0; n < 10; n++) await instances[Math.floor(Math.random() * 3)]?.says(conversation, `${n}`)
    }
    await Promise.all(conversations.map(talk))
    await allSent()
    for (const conversation of conversations) {
      expect(arrived.get(conversation)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
    }
  })

  test('wait for each other where a conversation waits', async () => {
    let release = () => {}
    const held = new Promise<Delivered>(resolve => {
      release = () => resolve({ result: 'sent' })
    })
    answer = async words => (words === 'slow' ? held : { result: 'sent' })
    const [one, two] = [await start(), await start()]
    await one.says('anna', 'slow')
    await two.says('anna', 'next')
    await two.says('bert', 'other')
    await expect.poll(() => arrived.get('bert')).toEqual(['other'])
    expect(arrived.get('anna')).toEqual(['slow'])
    release()
    await expect.poll(() => arrived.get('anna')).toEqual(['slow', 'next'])
  })

  test('go on with what one left that ended in the middle', async () => {
    answer = () => new Promise(() => {})
    const one = await start()
    await one.says('anna', 'first')
    await one.says('anna', 'second')
    one.outbox.stop()
    await one.store.close()
    answer = async () => ({ result: 'sent' })
    const two = await start()
    await allSent()
    await two.outbox.idle()
    expect(arrived.get('anna')).toEqual(['first', 'first', 'second'])
  })

  test('go on with what one left whose connections broke, and do not let that one mark it', async () => {
    let answerOne: (delivered: Delivered) => void = () => {}
    answer = () => new Promise(resolve => (answerOne = resolve))
    const one = await start()
    await one.says('anna', 'first')
    await one.says('anna', 'second')
    await database.query('DELETE FROM instances')
    answer = async () => ({ result: 'sent' })
    const two = await start()
    await expect.poll(() => arrived.get('anna'), { timeout: 5_000 }).toEqual(['first', 'first', 'second'])
    answerOne({ result: 'sent' })
    await one.outbox.idle()
    await two.outbox.idle()
    expect(arrived.get('anna')).toEqual(['first', 'first', 'second'])
  })

  test('send again what an operator puts back', async () => {
    answer = async () => ({ result: 'gone', reason: '404' })
    const one = await start()
    await one.says('anna', 'hello')
    await allSent()
    const [letter] = await one.store.deadLetters(9)
    expect(letter).toMatchObject({ conversation: 'anna', reason: '404' })
    answer = async () => ({ result: 'sent' })
    expect(await one.store.resend([letter?.id ?? 0, 999])).toEqual([letter?.id])
    await expect.poll(() => arrived.get('anna'), { timeout: 5_000 }).toEqual(['hello', 'hello'])
    await allSent()
    expect(await one.store.deadLetters(9)).toEqual([])
  })
})

function wordsOf(outbound: Outbound): string {
  return outbound.kind === 'collapse' ? outbound.line : outbound.spoken.summary
}
