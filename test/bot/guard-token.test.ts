import { createHmac, createSign, generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { message, registeredBot, SERVICE_URL, type WithIssuer } from '../support/guarded.ts'
import { APP_ID, type Issuer, TENANT_ID } from '../support/issuer.ts'

let bot: WithIssuer

beforeAll(async () => {
  bot = await registeredBot()
})
afterAll(async () => {
  await bot.close()
  await bot.issuer.close()
})

const seconds = () => Math.floor(bot.clock.now() / 1000)
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const goodClaims = () => ({
  iss: 'https://api.botframework.com',
  aud: APP_ID,
  serviceurl: SERVICE_URL,
  nbf: seconds() - 60,
  exp: seconds() + 3600,
})

/** The token's head, with the key id of the real key, and body, as a forger would write them. */
async function unsigned(issuer: Issuer, header: object, claims: object = {}): Promise<string> {
  const real = JSON.parse(Buffer.from((await issuer.sign()).split('.')[0] ?? '', 'base64url').toString())
  return `${part({ ...real, ...header })}.${part({ ...goodClaims(), ...claims })}`
}

async function hmacWithPublicKey(issuer: Issuer): Promise<string> {
  const head = await unsigned(issuer, { alg: 'HS256' })
  return `${head}.${createHmac('sha256', await issuer.publicKey())
    .update(head)
    .digest('base64url')}`
}

async function signedByStranger(issuer: Issuer, header: object = {}): Promise<string> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const head = await unsigned(issuer, { jwk: publicKey.export({ format: 'jwk' }), ...header })
  return `${head}.${createSign('RSA-SHA256').update(head).sign(privateKey, 'base64url')}`
}

const entra = `https://login.microsoftonline.com/${TENANT_ID}/v2.0`
const tokens: readonly [string, (issuer: Issuer) => Promise<string>][] = [
  ['expired for more than five minutes', i => i.sign({ exp: seconds() - 301 })],
  ['not good for another five minutes', i => i.sign({ nbf: seconds() + 302 })],
  ['without an end', i => i.sign({ exp: undefined })],
  ['for another bot', i => i.sign({ aud: TENANT_ID })],
  ['for this bot among others', i => i.sign({ aud: [APP_ID, TENANT_ID] })],
  ['of another issuer', i => i.sign({ iss: 'https://api.botframework.us' })],
  ['of an issuer that only looks alike', i => i.sign({ iss: 'https://api.botframework.com/' })],
  ['of the SDK’s emulator path', i => i.sign({ iss: entra, azp: APP_ID, ver: '2.0' })],
  [
    'of the SDK’s older emulator path',
    i => i.sign({ iss: `https://sts.windows.net/${TENANT_ID}/`, appid: APP_ID, ver: '1.0' }),
  ],
  ['of the SDK’s skill path', i => i.sign({ iss: entra, azp: TENANT_ID, ver: '2.0' })],
  ['without a serviceurl', i => i.sign({ serviceurl: undefined })],
  ['signed by nobody (alg none)', async i => `${await unsigned(i, { alg: 'none' })}.`],
  ['signed by nobody, with something in the place', async i => `${await unsigned(i, { alg: 'none' })}.AAAA`],
  ['signed with the public key (HS256)', hmacWithPublicKey],
  ['signed by a stranger who brings the key along', i => signedByStranger(i)],
  ['signed by a stranger with a key of their own', i => signedByStranger(i, { kid: 'stranger' })],
  ['signed by a stranger without a key id', i => signedByStranger(i, { kid: undefined })],
  ['cut in the middle', async i => (await i.sign()).slice(0, -20)],
  ['that is no token', async () => 'eyJ.no.token'],
]

test.each(tokens)('a token %s is refused', async (_what, forge) => {
  const before = bot.reached.length
  const authorization = `Bearer ${await forge(bot.issuer)}`
  const answer = await bot.post(message(), { headers: { authorization } })
  expect(answer.status).toBe(401)
  expect(bot.reached).toHaveLength(before)
  expect((await bot.post(message())).status).toBe(200)
})

const headers: readonly [string, string][] = [
  ['nothing', ''],
  ['no token', 'Bearer '],
  ['a password', 'Basic Ym90OmJvdA=='],
  ['two tokens', 'Bearer a.b.c d.e.f'],
]

test.each(headers)('an Authorization header with %s is refused', async (_what, authorization) => {
  const before = bot.reached.length
  expect((await bot.post(message(), { headers: { authorization } })).status).toBe(401)
  expect(bot.reached).toHaveLength(before)
})

test('the token is judged before the body is read', async () => {
  const authorization = `Bearer ${await bot.issuer.sign({ aud: TENANT_ID })}`
  expect((await bot.post(undefined, { headers: { authorization }, body: '{{{' })).status).toBe(401)
})

test.each([
  ['ended less than five minutes ago', () => ({ exp: seconds() - 290 })],
  ['begins in less than five minutes', () => ({ nbf: seconds() + 290 })],
])('clocks differ: a token that %s is good', async (_what, claims) => {
  const authorization = `Bearer ${await bot.issuer.sign(claims())}`
  expect((await bot.post(message(), { headers: { authorization } })).status).toBe(200)
})

test('a good token is good until five minutes after its end, remembered or not', async () => {
  const own = await registeredBot()
  const headers = {
    authorization: `Bearer ${await own.issuer.sign({ exp: Math.floor(own.clock.now() / 1000) + 600 })}`,
  }
  expect((await own.post(message(), { headers })).status).toBe(200)
  own.clock.pass(600 + 290)
  expect((await own.post(message(), { headers })).status).toBe(200)
  own.clock.pass(11)
  expect((await own.post(message(), { headers })).status).toBe(401)
  await own.close()
  await own.issuer.close()
})

test('a token is not good before its time either, when the clock is set back, remembered or not', async () => {
  const own = await registeredBot()
  const headers = { authorization: `Bearer ${await own.issuer.sign()}` }
  expect((await own.post(message(), { headers })).status).toBe(200)
  own.clock.pass(-7_200)
  expect((await own.post(message(), { headers })).status).toBe(401)
  own.clock.pass(7_200)
  expect((await own.post(message(), { headers })).status).toBe(200)
  await own.close()
  await own.issuer.close()
})

test('the channel gets the verdict with the claims of the token', async () => {
  expect((await bot.post(message())).status).toBe(200)
  expect(bot.reached.at(-1)).toMatchObject({
    body: { text: 'vpn does not work' },
    verdict: { mode: 'authenticated', appId: APP_ID, claims: { aud: APP_ID, serviceurl: SERVICE_URL } },
  })
})

test('nothing of a refused token gets into the log', async () => {
  const token = await bot.issuer.sign({ aud: 'somebody-else' })
  await bot.post(message(), { headers: { authorization: `Bearer ${token}` } })
  bot.clock.pass(61)
  await bot.post(message(), { headers: { authorization: `Bearer ${token}` } })
  const log = bot.log.join('\n')
  expect(log).toContain('ERR_JWT_CLAIM_VALIDATION_FAILED aud')
  for (const piece of token.split('.')) expect(log).not.toContain(piece)
  expect(log).not.toContain('somebody-else')
})
