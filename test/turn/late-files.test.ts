/** A file that takes long: its message is acknowledged at once, and what stood in it comes as an event of its own. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { redact } from '../../src/privacy/redact.ts'
import type { FileRead, Inbound } from '../../src/turn/inbound.ts'
import { createLanes } from '../../src/turn/lane.ts'
import { createTurn, type Observed } from '../../src/turn/turn.ts'
import { type Chat, chat } from '../support/chat.ts'
import { shippedContent } from '../support/content.ts'

const { file: sentences } = JSON.parse(readFileSync('locales/en/bot.json', 'utf8'))
const address = {
  serviceUrl: 'http://127.0.0.1/',
  channelId: 'test',
  conversationId: 'terminal',
  botId: 'b',
  employeeId: 'e',
}

test('its sender hears that it is being read, and later what stood in it starts its article', async () => {
  const { anna, sends, comes, lines } = await withSlowFile()
  await sends('it fails')
  expect((await lines()).at(-1)).toContain(sentences.reading)
  expect((await anna.case()).topic?.id).not.toBe('certificate-problem')
  await comes({ kind: 'text', text: 'error 13806' })
  expect(await anna.case()).toMatchObject({ topic: { id: 'certificate-problem', how: 'signature' } })
  expect((await anna.case()).reading).toBeUndefined()
  expect((await lines()).filter(line => line.includes('it fails'))).toHaveLength(1)
})

test('a file that cannot be read in the end is answered with its own sentence', async () => {
  const { sends, comes, lines } = await withSlowFile()
  await sends('')
  await comes({ kind: 'unread', why: 'too-large' })
  expect((await lines()).at(-1)).toContain(sentences['too-large'])
})

test('the conversation goes on meanwhile', async () => {
  const { anna, sends, comes } = await withSlowFile()
  await sends('')
  await anna.says('error 809')
  expect(await anna.case()).toMatchObject({ topic: { id: 'ike-phase1-failed' } })
  expect((await anna.case()).reading).toBeDefined()
  await comes({ kind: 'text', text: 'Connections\nVPN office\nDisconnected' })
  expect(await anna.case()).toMatchObject({ topic: { id: 'ike-phase1-failed' } })
})

test('when the process dies before it is read, the employee is asked for the words', async () => {
  const { anna, sends } = await withSlowFile()
  await sends('')
  await anna.restarts()
  expect(await anna.later(1)).toContain(sentences['not-fetched'])
  expect((await anna.case()).reading).toBeUndefined()
  expect(await anna.later(1)).toBe('')
})

test('who deletes the message meanwhile takes the file back, too', async () => {
  const { anna, sends, deletes, comes, lines } = await withSlowFile()
  await sends('it fails')
  await deletes()
  await comes({ kind: 'text', text: 'error 13806' })
  expect((await anna.case()).signatures).toEqual([])
  expect((await lines()).join('\n')).not.toContain('13806')
  expect(await anna.later(1)).toBe('')
})

test('words and file are looked through together for secrets, also when the file comes later', async () => {
  const { sends, comes, lines } = await withSlowFile()
  expect(redact('my password is:\nSommerwind73').text).not.toContain('Sommerwind')
  await sends('my password is:')
  await comes({ kind: 'text', text: 'Sommerwind73' })
  expect((await lines()).join('\n')).not.toContain('Sommerwind')
})

/** Anna's conversation, with files that come when the test lets them. */
async function withSlowFile() {
  const anna: Chat = await chat('en')
  const content = shippedContent()
  const { promise, resolve } = Promise.withResolvers<readonly FileRead[]>()
  const committed: (() => void)[] = []
  const receive = createTurn({
    store: anna.conversation.store,
    outbox: {
      take() {},
      replay: async () => 0,
      room: async () => {},
      idle: async () => {},
      stop() {},
      backlog: 0,
    },
    lanes: createLanes(),
    content: () => content,
    read: () => promise,
    patience: { answerMs: 1, readMs: 60_000 },
    agentsLanguage: 'en',
    observe: ({ result }: Observed) => result === 'committed' && committed.shift()?.(),
  })
  const files = [{ name: 'error.png', url: 'https://contoso.sharepoint.com/1', from: 'link' }] as const
  return {
    anna,
    sends: (text: string) => receive({ ...arrived, what: { kind: 'message', text, files } }),
    deletes: () => receive({ ...arrived, activityId: 'gone', what: { kind: 'deleted', of: 'with-file' } }),
    async comes(read: FileRead) {
      const done = new Promise<void>(resolve => committed.push(resolve))
      resolve([read])
      await done
    },
    lines: async () =>
      (await anna.conversation.store.transcript((await anna.case()).id)).map(({ text }) => text),
  }
}

const arrived: Omit<Inbound, 'what'> = {
  conversation: 'terminal',
  activityId: 'with-file',
  address,
  at: Date.parse('2026-03-02T09:00:00Z'),
}
