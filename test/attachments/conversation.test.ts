/** What a conversation makes of files once they are read. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Unread } from '../../src/dialogs/types.ts'
import type { Attached, FileRead, Inbound } from '../../src/turn/inbound.ts'
import { readingOf } from '../../src/turn/reading.ts'
import { chat } from '../support/chat.ts'

const { file: sentences } = JSON.parse(readFileSync('locales/en/bot.json', 'utf8'))

test('a code in a file starts its article', async () => {
  const anna = await chat('en')
  await anna.sends(message('', text('The error code returned on failure is 13806.')))
  expect((await anna.case()).topic).toMatchObject({ id: 'certificate-problem', how: 'signature' })
})

test.each([
  'Start over',
  'It works now',
  'Talk to a person',
  'Diese Seite ist leider auf Deutsch geschrieben',
])('"%s" in a picture is nobody’s request, answer or language', async words => {
  const anna = await chat('en')
  await anna.says('error 13806')
  const { stage } = await anna.case()
  await anna.sends(message('', text(words)))
  expect(await anna.case()).toMatchObject({ stage, language: 'en', owner: 'bot' })
  expect((await anna.case()).heard).toBeUndefined()
})

test('an answer that is typed beside a picture counts', async () => {
  const anna = await chat('en')
  await anna.says('error 13806')
  const before = (await anna.case()).steps.length
  await anna.sends(message('did not help', text('Connections\nVPN office\nDisconnected')))
  expect((await anna.case()).steps).toHaveLength(before + 1)
})

test.each(['unreadable', 'other-kind', 'too-large', 'not-fetched'] as const)(
  'a file that is %s is answered with a sentence of its own, and costs no patience',
  async why => {
    const anna = await chat('en')
    expect(await anna.sends(message('', unread(why)))).toContain(sentences[why])
    expect(await anna.sends(message('it does not work', unread(why)))).toContain(sentences[why])
    expect((await anna.case()).misses).toBeLessThanOrEqual(1)
  },
)

test('after the end of a case, too, a file that cannot be read gets an answer', async () => {
  const anna = await chat('en')
  await anna.says('error 13806')
  await anna.later(24)
  await anna.later(24 * 8)
  expect((await anna.case()).owner).toBe('closed')
  expect(await anna.sends(message('', unread('unreadable')))).toContain(sentences.unreadable)
})

test('a code that was typed makes up for a picture that cannot be read', async () => {
  const anna = await chat('en')
  expect(await anna.sends(message('error 13806', unread('unreadable')))).not.toContain(sentences.unreadable)
})

test('the transcript names the file and holds what stood in it, without its secrets', async () => {
  const anna = await chat('en')
  const files = [{ ...file, name: 'vpn.log', read: text('error 809\npassword: Winter2026!') }]
  await anna.sends({ kind: 'message', text: 'here it is', files })
  const [line] = await anna.conversation.store.transcript((await anna.case()).id)
  expect(line?.text).toMatch(/^\[vpn\.log\]\nhere it is\n\nerror 809/)
  expect(line?.text).not.toContain('Winter2026')
})

test('files are read once, however often the turn has to begin again', async () => {
  let reads = 0
  const read = async () => {
    reads++
    return [text('error 809')]
  }
  const reading = readingOf({ ...arrived, what: message('', undefined) }, read)
  await reading('en')
  expect((await reading('en')).what).toEqual(message('', text('error 809')))
  expect(reads).toBe(1)
})

const file: Attached = { name: 'screenshot.png', url: 'https://contoso.sharepoint.com/1', from: 'link' }
const arrived = {
  conversation: 'terminal',
  at: 0,
  address: {
    serviceUrl: 'https://smba.trafficmanager.net/',
    channelId: 'msteams',
    conversationId: 'a',
    botId: 'b',
    employeeId: 'e',
  },
}

function message(words: string, read: FileRead | undefined): Inbound['what'] {
  return { kind: 'message', text: words, files: [read ? { ...file, read } : file] }
}

function text(words: string): FileRead {
  return { kind: 'text', text: words }
}

function unread(why: Unread): FileRead {
  return { kind: 'unread', why }
}
