/** What a conversation makes of files once they are read. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Unread } from '../../src/dialogs/types.ts'
import type { Attached, FileRead, Inbound } from '../../src/turn/inbound.ts'
import { readingOf } from '../../src/turn/reading.ts'
import { type Chat, chat } from '../support/chat.ts'

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
  expect(line?.text).toMatch(/^\[vpn\.log\]\nhere it is\nerror 809/)
  expect(line?.text).not.toContain('Winter2026')
})

test('a picture without a secret is kept for the agent, and the case says how many there are', async () => {
  const anna = await chat('en')
  await anna.sends(pictures('error 13806'))
  await anna.sends(pictures('The connection was terminated.', 'Disconnected'))
  const kept = await anna.conversation.store.pictures((await anna.case()).id)
  expect(kept.map(({ name, mediaType, bytes }) => [name, mediaType, bytes.length])).toEqual([
    ['1.png', 'image/png', 12],
    ['1.png', 'image/png', 12],
    ['2.png', 'image/png', 12],
  ])
  expect(await anna.summary('en')).toContain('\nPictures: 3\n')
  expect(await anna.summary('de')).toContain('\nBilder: 3\n')
})

test('a secret costs the picture that shows it, and no other', async () => {
  const anna = await chat('en')
  const files = pictures('error 809', 'VPN office\npassword: Winter2026!', 'Disconnected')
  await anna.sends({ ...files, text: 'my psk is Kx9!vanilla22' })
  expect(await keptBy(anna)).toEqual(['1.png', '3.png'])
})

test('a picture of the password that was announced in words is not kept', async () => {
  const anna = await chat('en')
  await anna.sends({ ...pictures('Sommerwind7391!'), text: 'this is my password:' })
  expect(await keptBy(anna)).toEqual([])
})

test('a picture from which nothing was read is not kept', async () => {
  const anna = await chat('en')
  await anna.sends(message('error 809', unread('unreadable')))
  await anna.sends(message('error 809', text('a log file')))
  expect(await keptBy(anna)).toEqual([])
  expect(await anna.summary('en')).not.toContain('Pictures')
})

test('of many pictures the first five of the case are kept, and nobody is bothered', async () => {
  const anna = await chat('en')
  await anna.sends(pictures('error 809', 'b', 'c'))
  expect(await anna.sends(pictures('d', 'e', 'f', 'g'))).not.toMatch(/picture|file/i)
  await anna.sends(pictures('h'))
  expect(await keptBy(anna)).toEqual(['1.png', '2.png', '3.png', '1.png', '2.png'])
})

test('a secret in the name of a picture is not kept with it', async () => {
  const anna = await chat('en')
  const [file] = pictures('error 809').files ?? []
  await anna.sends({ kind: 'message', text: '', files: file ? [{ ...file, name: 'psk=Winter2026!' }] : [] })
  expect(await keptBy(anna)).toEqual(['psk=⟨psk⟩'])
})

test('a picture goes with the message it came with, and makes room for another', async () => {
  const anna = await chat('en')
  await anna.sends(pictures('error 809', 'b', 'c', 'd'))
  await anna.sends(pictures('e'))
  const [of = ''] = (await anna.case()).pictures ?? []
  await anna.sends({ kind: 'deleted', of })
  expect(await keptBy(anna)).toEqual(['1.png'])
  expect(await anna.summary('en')).toContain('\nPictures: 1\n')
  await anna.sends(pictures('f'))
  expect(await keptBy(anna)).toHaveLength(2)
})

test('the pictures of a closed case stay with it, and the next case begins without any', async () => {
  const anna = await chat('en')
  await anna.sends(pictures('error 809'))
  const first = (await anna.case()).id
  await anna.later(24)
  await anna.later(24 * 8)
  await anna.sends(pictures('error 13806'))
  const second = await anna.case()
  expect(second.id).not.toBe(first)
  expect(second.pictures).toHaveLength(1)
  expect(await anna.conversation.store.pictures(first)).toHaveLength(1)
})

test('files are read once, however often the turn has to begin again', async () => {
  let reads = 0
  const read = async () => {
    reads++
    return [text('error 809')]
  }
  const reading = readingOf({ ...arrived, what: message('', undefined) }, read)
  await reading.inTime('en')
  expect((await reading.inTime('en')).what).toEqual(message('', text('error 809')))
  expect(reading.late()).toBeUndefined()
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

type Message = Extract<Inbound['what'], { kind: 'message' }>

function message(words: string, read: FileRead | undefined): Inbound['what'] {
  return { kind: 'message', text: words, files: [read ? { ...file, read } : file] }
}

/** As they are once they were read: one picture for each text. */
function pictures(...texts: readonly string[]): Message {
  const picture = { mediaType: 'image/png', bytes: new Uint8Array(12) } as const
  const files = texts.map((text, index) => ({
    ...file,
    name: `${index + 1}.png`,
    read: { kind: 'text', text, picture } as const,
  }))
  return { kind: 'message', text: '', files }
}

async function keptBy(anna: Chat): Promise<readonly string[]> {
  const kept = await anna.conversation.store.pictures((await anna.case()).id)
  return kept.map(({ name }) => name)
}

function text(words: string): FileRead {
  return { kind: 'text', text: words }
}

function unread(why: Unread): FileRead {
  return { kind: 'unread', why }
}
