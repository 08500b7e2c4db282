import { afterAll, beforeAll, expect, test } from 'vitest'
import { message, registeredBot, type WithIssuer } from '../support/guarded.ts'
import { TENANT_ID } from '../support/issuer.ts'

let bot: WithIssuer

beforeAll(async () => {
  bot = await registeredBot()
})
afterAll(async () => {
  await bot.close()
  await bot.issuer.close()
})

/** The token claims the same serviceUrl, so that only the address itself can be what is refused. */
async function postFor(serviceUrl: unknown): Promise<number> {
  const authorization = `Bearer ${await bot.issuer.sign({ serviceurl: serviceUrl })}`
  return (await bot.post(message({ serviceUrl }), { headers: { authorization } })).status
}

test.each([
  'https://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net/amer',
  'https://SMBA.trafficmanager.net/teams/',
  'https://smba.trafficmanager.net:443/in/',
  'https://smba.infra.gcc.teams.microsoft.com/gcc/',
])('%s is Teams', async serviceUrl => {
  expect(await postFor(serviceUrl)).toBe(200)
})

test.each([
  '',
  'http://smba.trafficmanager.net/emea/',
  'https://evil.example/',
  'https://evil.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net.evil.example/',
  'https://evil-smba.trafficmanager.net/',
  'https://smba.trafficmanager.net:8443/',
  'https://smba.trafficmanager.net@evil.example/',
  'https://evil.example\\@smba.trafficmanager.net/',
  'https://evil.example/?smba.trafficmanager.net',
  'https://evil.example#smba.trafficmanager.net/',
  'https://smba.trafficmanager.net./emea/',
  'https://smbа.trafficmanager.net/emea/',
  'https://smba。trafficmanager.net/emea/',
  'https://127.0.0.1/',
  'https:smba.trafficmanager.net',
  '//smba.trafficmanager.net/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  ' https://smba.trafficmanager.net/',
])('%j is not Teams, whatever the token says', async serviceUrl => {
  const before = bot.reached.length
  expect(await postFor(serviceUrl)).toBe(403)
  expect(bot.reached).toHaveLength(before)
})

test.each([
  ['another region', 'https://smba.trafficmanager.net/amer/'],
  ['a deeper path', 'https://smba.trafficmanager.net/emea/deeper/'],
  ['another host of Teams', 'https://smba.infra.gcc.teams.microsoft.com/emea/'],
  ['another case in the path', 'https://smba.trafficmanager.net/EMEA/'],
])('an activity whose serviceUrl is %s than the token’s is refused', async (_what, serviceUrl) => {
  expect((await bot.post(message({ serviceUrl }))).status).toBe(403)
})

test.each(['https://smba.trafficmanager.net/emea', 'https://SMBA.TrafficManager.net/emea/'])(
  'the token is for https://smba.trafficmanager.net/emea/, and so is %s',
  async serviceUrl => {
    expect((await bot.post(message({ serviceUrl }))).status).toBe(200)
  },
)

const forbidden: readonly [string, Record<string, unknown>][] = [
  ['from the emulator', { channelId: 'emulator' }],
  ['from direct line', { channelId: 'directline' }],
  ['from the SDK’s own Azure channel', { channelId: 'AseChannel' }],
  ['from a channel spelled differently', { channelId: 'MSTeams' }],
  ['from no channel', { channelId: '' }],
  ['of another tenant', elsewhere('12345678-0000-4000-8000-000000000001')],
  ['of no tenant', { channelData: {}, conversation: { id: 'a:personal' } }],
  ['of a tenant that is not a text', elsewhere(7)],
  ['of two tenants', { channelData: { tenant: { id: '12345678-0000-4000-8000-000000000001' } } }],
]

function elsewhere(tenant: unknown): Record<string, unknown> {
  return { channelData: { tenant: { id: tenant } }, conversation: { id: 'a:personal', tenantId: tenant } }
}

test.each(forbidden)('an activity %s is refused', async (_what, changes) => {
  const before = bot.reached.length
  expect((await bot.post(message(changes))).status).toBe(403)
  expect(bot.reached).toHaveLength(before)
})

test.each([
  ['only the channel data', { conversation: { id: 'a:personal' } }],
  ['only the conversation', { channelData: undefined }],
  ['capital letters', elsewhere(TENANT_ID.toUpperCase())],
])('the tenant may be named by %s', async (_what, changes) => {
  expect((await bot.post(message(changes))).status).toBe(200)
})

test('another channel is refused even when the key is endorsed for it', async () => {
  const own = await registeredBot()
  await own.issuer.rotate(['msteams', 'webchat'])
  expect((await own.post(message({ channelId: 'webchat' }))).status).toBe(403)
  expect((await own.post(message())).status).toBe(200)
  await own.close()
  await own.issuer.close()
})

test('a key that is not endorsed for Teams signs for nobody', async () => {
  const own = await registeredBot()
  await own.issuer.rotate(['webchat', 'directline'])
  expect((await own.post(message())).status).toBe(403)
  expect(own.reached).toEqual([])
  await own.close()
  await own.issuer.close()
})

const misshapen: readonly [string, unknown][] = [
  ['a list', [message()]],
  ['a text', 'message'],
  ['nothing', null],
  ['without a type', message({ type: undefined })],
  ['with a number as type', message({ type: 123 })],
  ['with an empty type', message({ type: '' })],
  ['without a serviceUrl', message({ serviceUrl: undefined })],
  ['with a list as serviceUrl', message({ serviceUrl: ['https://smba.trafficmanager.net/emea/'] })],
  ['without a channel', message({ channelId: undefined })],
  ['without a conversation', message({ conversation: undefined })],
  ['with a text as conversation', message({ conversation: 'a:personal' })],
  ['with a conversation without id', message({ conversation: { tenantId: TENANT_ID } })],
  ['with a number as sender', message({ from: 7 })],
  ['with a sender without id', message({ from: {} })],
  ['with an object as text', message({ text: { toString: 1 } })],
  ['with a number as id', message({ id: 7 })],
  ['with an object as attachments', message({ attachments: { length: 2 } })],
  ['with nothing among its attachments', message({ attachments: [null] })],
  ['with a text among its entities', message({ entities: ['mention'] })],
  ['with a list as channel data', message({ channelData: [] })],
]

test.each(misshapen)('an activity %s is refused as misshapen', async (_what, activity) => {
  const before = bot.reached.length
  expect((await bot.post(activity)).status).toBe(400)
  expect(bot.reached).toHaveLength(before)
})

test('events nobody has heard of pass when they have the form of an activity', async () => {
  expect((await bot.post(message({ type: 'somethingNew', text: undefined, entities: null }))).status).toBe(
    200,
  )
})
