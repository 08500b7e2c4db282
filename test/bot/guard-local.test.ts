import { afterAll, beforeAll, expect, test } from 'vitest'
import { botWith, type Guarded, message, raw, registeredBot } from '../support/guarded.ts'

let bot: Guarded
const local = (changes: Record<string, unknown> = {}) =>
  message({ serviceUrl: 'http://localhost:56150/_connector', ...changes })

beforeAll(async () => {
  bot = await botWith({})
})
afterAll(() => bot.close())

test('local mode takes a message without a token', async () => {
  expect((await bot.post(local())).status).toBe(200)
  expect(bot.reached.at(-1)).toMatchObject({ verdict: { mode: 'local', appId: '', claims: {} } })
})

const strangers: readonly [string, Record<string, string>][] = [
  ['that came through a proxy (Forwarded)', { forwarded: 'for=192.0.2.1' }],
  ['that came through a proxy (X-Forwarded-For)', { 'x-forwarded-for': '127.0.0.1' }],
  ['that came through a proxy (X-Forwarded-Host)', { 'x-forwarded-host': 'localhost' }],
  ['that came through a proxy (X-Forwarded-Proto, empty)', { 'x-forwarded-proto': '' }],
  ['for another name', { host: 'deskhand.example' }],
  ['for a name that points here (DNS rebinding)', { host: 'localhost.evil.example:3978' }],
  ['for a name that begins like here', { host: '127.0.0.1.evil.example' }],
  ['for an address of the network', { host: '192.168.0.7:3978' }],
  ['for every interface', { host: '0.0.0.0:3978' }],
  ['from a page elsewhere', { origin: 'https://evil.example' }],
  ['from a page that looks local', { origin: 'http://localhost.evil.example' }],
  ['from a page without an origin', { origin: 'null' }],
  ['from a file', { origin: 'file://' }],
  ['from an extension', { origin: 'chrome-extension://localhost.example' }],
]

test.each(strangers)('local mode refuses a request %s, on every path', async (_what, headers) => {
  const before = bot.reached.length
  expect((await bot.post(local(), { headers })).status).toBe(403)
  for (const path of ['/healthz', '/readyz', '/metrics', '/api/messages', '/nothing']) {
    expect((await bot.send({ path, headers })).status).toBe(403)
  }
  expect(bot.reached).toHaveLength(before)
})

test.each(['GET /healthz HTTP/1.0', 'GET /healthz HTTP/1.1\r\nHost:'])(
  '%j names no host and is refused',
  async line => {
    expect(await raw(bot.port, `${line}\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 403 /)
  },
)

test.each([
  { host: 'localhost:3978' },
  { host: '[::1]:3978' },
  { host: 'LOCALHOST' },
  { origin: 'http://localhost:56150' },
  { origin: 'http://127.0.0.1:56150' },
])('local mode answers to %o', async headers => {
  expect((await bot.post(local(), { headers })).status).toBe(200)
})

test.each([
  'https://smba.trafficmanager.net/emea/',
  'http://192.168.0.7:56150/_connector',
  'http://localhost.evil.example/',
  'http://127.0.0.1.evil.example/',
  'http://localhost@evil.example/',
  'http://3232235527/',
  'http://[::ffff:192.168.0.7]/',
  '',
])('local mode sends nothing to %j', async serviceUrl => {
  expect((await bot.post(local({ serviceUrl }))).status).toBe(403)
})

test('local mode knows the channels of the Agents Playground and no other', async () => {
  expect((await bot.post(local({ channelId: 'emulator' }))).status).toBe(200)
  expect((await bot.post(local({ channelId: 'slack' }))).status).toBe(403)
})

test('a form that any page may post is refused', async () => {
  const headers = { 'content-type': 'text/plain', origin: 'http://localhost:8080' }
  expect((await bot.post(local(), { headers })).status).toBe(415)
})

test('with a registered bot a proxy and its name are welcome', async () => {
  const registered = await registeredBot()
  const headers = { 'x-forwarded-for': '192.0.2.1', host: 'deskhand.example' }
  expect((await registered.post(message(), { headers })).status).toBe(200)
  await registered.close()
  await registered.issuer.close()
})
