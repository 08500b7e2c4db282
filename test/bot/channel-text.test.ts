import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toInbound } from '../../src/bot/activity.ts'
import { AppError } from '../../src/errors.ts'
import { teams, usual } from '../support/teams.ts'

test.each([
  ['entities', 'a &lt;b&gt; &amp;lt; &quot;c&quot;&#39;d&#x27;&nbsp;e', 'a <b> &lt; "c"\'d\' e'],
  ['a colleague’s name', 'ask <at>Ben Muster</at> about it', 'ask Ben Muster about it'],
  ['NUL', 'vpn\0 down', 'vpn down'],
  ['half letters', 'x\ud83d y', 'x\ufffd y'],
  ['an entity of no letter', '&#9999999; &bogus;', '&#9999999; &bogus;'],
  ['lines of a log', 'one\r\n two', 'one\r\n two'],
])('%s: the text arrives as it was meant', async (_, text, meant) => {
  const { posts, inbounds } = await teams()
  await posts({ text })
  expect(inbounds[0]?.what).toEqual({ kind: 'message', text: meant })
})

test('the mention of the bot says nothing and is taken out', async () => {
  const { posts, inbounds } = await teams()
  const mention = { type: 'mention', text: '<at id="0">Deskhand</at>', mentioned: { id: '28:deskhand' } }
  await posts({ text: '<at id="0">Deskhand</at> error 809', entities: [mention] })
  expect(inbounds[0]?.what).toEqual({ kind: 'message', text: 'error 809' })
})

test('a text of 100 kB arrives whole', async () => {
  const { posts, inbounds } = await teams()
  const log = 'RasClient 20227: The error code returned on failure is 809.\n'.repeat(1700)
  expect((await posts({ text: log })).status).toBe(200)
  expect(inbounds[0]?.what).toEqual({ kind: 'message', text: log.trim() })
})

test('more than a person can paste is cut, not refused', () => {
  const arrived = toInbound({ ...usual('http://127.0.0.1'), text: '&amp;'.repeat(100_000) }, 1)
  expect(arrived.kind === 'event' && arrived.inbound.what).toEqual({
    kind: 'message',
    text: '&'.repeat(40_000),
  })
})

test('whatever an activity holds, it is read or refused as a bad request', () => {
  const fields = ['type', 'id', 'from', 'recipient', 'conversation', 'text', 'value', 'entities', 'attachments',
    'membersAdded', 'channelData', 'locale', 'timestamp', 'action', 'name'] // biome-ignore format: a list
  const types = [
    'message',
    'invoke',
    'conversationUpdate',
    'installationUpdate',
    'messageUpdate',
    'messageDelete',
  ]
  const any = fc.anything({ withNullPrototype: true, withBigInt: true })
  const overrides = fc.dictionary(fc.constantFrom(...fields), any)
  fc.assert(
    fc.property(fc.constantFrom(...types), overrides, (type, fields) => {
      const activity = { ...usual('http://127.0.0.1'), type, name: 'adaptiveCard/action', ...fields }
      expect(readOrRefused(activity)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

function readOrRefused(activity: unknown): boolean {
  try {
    const arrived = toInbound(activity, 1)
    return arrived.kind !== 'event' || JSON.stringify(arrived.inbound).isWellFormed()
  } catch (thrown) {
    return thrown instanceof AppError && thrown.code === 'bad-request'
  }
}
