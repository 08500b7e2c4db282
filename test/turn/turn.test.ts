import { expect, test } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import type { Inbound } from '../../src/turn/inbound.ts'
import { createLanes } from '../../src/turn/lane.ts'
import { createTurn } from '../../src/turn/turn.ts'
import { chat } from '../support/chat.ts'
import { shippedContent } from '../support/content.ts'

const address = {
  serviceUrl: 'http://127.0.0.1/',
  channelId: 'test',
  conversationId: 'terminal',
  botId: 'b',
  employeeId: 'e',
}

function message(text: string, activityId: string): Inbound {
  return { conversation: 'terminal', activityId, address, at: 0, what: { kind: 'message', text } }
}

/** The turn over the store of a conversation that is under way. */
function turnOver(store: Store, content = shippedContent()) {
  const outbox = {
    take: () => {},
    replay: async () => 0,
    room: async () => {},
    idle: async () => {},
    stop: () => {},
    backlog: 0,
  }
  return createTurn({
    store,
    outbox,
    lanes: createLanes(),
    content: () => content,
    agentsLanguage: 'en',
    observe: () => {},
  })
}

test('a repeated activity gets the same answer and has no second effect', async () => {
  const anna = await chat('en')
  await anna.says('error 13806')
  const { store } = anna.conversation
  const receive = turnOver(store)
  await receive(message('did not help', 'same-id'))
  const after = await anna.case()
  await receive(message('did not help', 'same-id'))
  expect(await anna.case()).toEqual(after)
})

test('a button that comes again under another id is not said again', async () => {
  const anna = await chat('en')
  await anna.says('error 13806')
  const { store } = anna.conversation
  const { id, open } = await anna.case()
  const press = {
    kind: 'choice',
    choice: open?.choices[0] ?? '',
    nonce: open?.nonce ?? '',
    answerable: true,
  } as const
  const receive = turnOver(store)
  for (const activityId of ['first', 'again']) {
    await receive({ conversation: 'terminal', activityId, address, at: 0, what: press })
  }
  const said = (await store.transcript(id)).filter(({ from }) => from === 'employee')
  expect(said).toHaveLength(2)
})

test('a turn that another instance overtook starts again on what it finds', async () => {
  const anna = await chat('en')
  await anna.says('error 13806')
  const { store } = anna.conversation
  const stale = await store.load('terminal')
  await anna.says('did not help')
  let first = true
  const overtaken: Store = {
    ...store,
    load: async (conversation, activityId) => {
      const loaded = await store.load(conversation, activityId)
      if (!first) return loaded
      first = false
      return { ...stale }
    },
  }
  await turnOver(overtaken)(message('did not help', 'overtaken'))
  expect((await anna.case()).steps).toHaveLength(2)
})

test('who is always overtaken is asked to come again', async () => {
  const anna = await chat('en')
  await anna.says('error 13806')
  const { store } = anna.conversation
  const stale = await store.load('terminal')
  await anna.says('did not help')
  const receive = turnOver({ ...store, load: async () => stale })
  await expect(receive(message('did not help', 'late'))).rejects.toMatchObject({ code: 'busy' })
})

test('a fault inside swallows nothing: the message is kept and a person is offered', async () => {
  const anna = await chat('en')
  await anna.says('error 13806')
  const { store } = anna.conversation
  const broken = {
    ...shippedContent(),
    knowledge: {
      languages: ['en'],
      article: () => {
        throw new Error('broken article')
      },
    },
  }
  await turnOver(store, broken)(message('did not help', 'unlucky'))
  const c = await anna.case()
  expect(c.open?.choices).toEqual(['person'])
  const lines = await store.transcript(c.id)
  expect(lines.map(({ text }) => text)).toContain('did not help')
})

test('an edited message is changed in the transcript, a deleted one is emptied', async () => {
  const anna = await chat('en')
  const { store } = anna.conversation
  const receive = turnOver(store)
  await receive(message('my password is Winter2026! and the vpn is down', 'm1'))
  await receive({ ...message('', 'e1'), what: { kind: 'edited', of: 'm1', text: 'the vpn is down' } })
  const { id } = await anna.case()
  const texts = async () =>
    (await store.transcript(id)).filter(({ from }) => from === 'employee').map(({ text }) => text)
  expect(await texts()).toEqual(['the vpn is down'])
  await receive({ ...message('', 'd1'), what: { kind: 'deleted', of: 'm1' } })
  expect(await texts()).toEqual([''])
})

test('a file is answered honestly and costs no patience', async () => {
  const anna = await chat('en')
  const files = [{ name: 'screenshot.png', url: '', from: 'connector' }] as const
  expect(await anna.sends({ kind: 'message', text: '', files })).not.toBe('')
  expect((await anna.case()).misses).toBe(0)
})

test('the welcome is said once, although Teams tells of an installation several times', async () => {
  const anna = await chat('en')
  expect(await anna.sends({ kind: 'joined' })).not.toBe('')
  expect(await anna.sends({ kind: 'joined' })).toBe('')
})
