import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Guarded, message, registeredBot, type WithIssuer } from '../support/guarded.ts'
import { type Issuer, startIssuer } from '../support/issuer.ts'

let bot: WithIssuer

beforeEach(async () => {
  bot = await registeredBot()
})
afterEach(async () => {
  await bot.close()
  await bot.issuer.close()
})

const posted = async (token: string, to: Guarded = bot) =>
  (await to.post(message(), { headers: { authorization: `Bearer ${token}` } })).status

/** Well made but for the signature, each with a key id of its own. */
async function forge(count: number): Promise<Set<number>> {
  const [, claims, signature] = (await bot.issuer.sign()).split('.')
  const statuses = new Set<number>()
  const forgeOne = async () => {
    const header = Buffer.from(JSON.stringify({ alg: 'RS256', kid: randomUUID() })).toString('base64url')
    statuses.add(await posted(`${header}.${claims}.${signature}`))
  }
  for (let n = 0; n < count; n += 20) await Promise.all(Array.from({ length: Math.min(20, count) }, forgeOne))
  return statuses
}

test('2,000 forged tokens: all refused, one key fetch each 30 seconds, two lines in the log, the rightful undisturbed', async () => {
  const rightful = await bot.issuer.sign()
  expect(await posted(rightful)).toBe(200)
  await bot.issuer.rotate()
  const lines = bot.log.length
  expect(await forge(1000)).toEqual(new Set([401]))
  expect(bot.issuer.keyFetches()).toBe(1)
  bot.clock.pass(30)
  expect(await forge(1000)).toEqual(new Set([401]))
  expect(bot.issuer.keyFetches()).toBe(2)
  bot.clock.pass(31)
  await forge(1)
  expect(bot.log.length - lines).toBe(2)
  // Its key is gone by now: only the memory of good tokens, which forged ones never enter, still knows it.
  expect(await posted(rightful)).toBe(200)
  expect(bot.reached).toHaveLength(2)
})

test('the memory of good tokens is bounded: the oldest of 501 is forgotten', async () => {
  const tokens = await Promise.all(Array.from({ length: 501 }, (_, n) => bot.issuer.sign({ jti: String(n) })))
  for (const token of tokens) await posted(token)
  await bot.issuer.rotate()
  bot.clock.pass(30)
  await posted(await bot.issuer.sign())
  expect(await posted(tokens.at(-1) ?? '')).toBe(200)
  expect(await posted(tokens[0] ?? '')).toBe(401)
})

test('a token that is known is not verified again', async () => {
  const token = await bot.issuer.sign()
  expect(await posted(token)).toBe(200)
  await bot.issuer.rotate()
  bot.clock.pass(30)
  expect(await posted(await bot.issuer.sign())).toBe(200)
  expect(await posted(token)).toBe(200)
})

test('rotated keys are taken up after at most 30 seconds', async () => {
  expect(await posted(await bot.issuer.sign())).toBe(200)
  await bot.issuer.rotate()
  const token = await bot.issuer.sign()
  expect(await posted(token)).toBe(401)
  bot.clock.pass(30)
  expect(await posted(token)).toBe(200)
  expect(bot.issuer.keyFetches()).toBe(2)
})

test('a clock that was set back two hours does not stop the fetching of keys', async () => {
  expect(await posted(await bot.issuer.sign())).toBe(200)
  await bot.issuer.rotate()
  bot.clock.pass(-7200)
  expect(await posted(await bot.issuer.sign())).toBe(200)
})

test.each(['hang', 'fail'] as const)('keys 25 hours old serve on while the issuer %ss', async how => {
  expect(await posted(await bot.issuer.sign())).toBe(200)
  bot.issuer.behave(how)
  bot.clock.pass(25 * 3600)
  expect(await posted(await bot.issuer.sign())).toBe(200)
  expect(await posted(await bot.issuer.sign({ jti: 'another' }))).toBe(200)
})

test('old keys are fetched anew in the background', async () => {
  expect(await posted(await bot.issuer.sign())).toBe(200)
  bot.clock.pass(6 * 3600)
  expect(await posted(await bot.issuer.sign())).toBe(200)
  await expect.poll(() => bot.issuer.keyFetches()).toBe(2)
})

test.each(['hang', 'fail'] as const)(
  'a cold start while the issuer %ss answers 503, and recovers 30 seconds later',
  async how => {
    bot.issuer.behave(how)
    const token = await bot.issuer.sign()
    expect(await Promise.all([1, 2, 3].map(() => posted(token)))).toEqual([503, 503, 503])
    bot.issuer.behave('answer')
    expect(await posted(token)).toBe(503)
    bot.clock.pass(30)
    expect(await posted(token)).toBe(200)
    expect(bot.reached).toHaveLength(1)
  },
)

test('a 503 says when to come back', async () => {
  bot.issuer.behave('fail')
  expect((await bot.post(message())).headers['retry-after']).toBe('5')
})

test('many requests at a cold start share one fetch', async () => {
  const tokens = await Promise.all(Array.from({ length: 20 }, (_, n) => bot.issuer.sign({ jti: String(n) })))
  expect(new Set(await Promise.all(tokens.map(token => posted(token))))).toEqual(new Set([200]))
  expect(bot.issuer.keyFetches()).toBe(1)
})

test('a forger with a wrong algorithm does not even make us ask for keys', async () => {
  const [, claims, signature] = (await bot.issuer.sign()).split('.')
  const head = Buffer.from(JSON.stringify({ alg: 'HS256', kid: 'x' })).toString('base64url')
  expect(await posted(`${head}.${claims}.${signature}`)).toBe(401)
  expect(bot.issuer.keyFetches()).toBe(0)
})

test('an issuer that died and came back at the same place is heard again', async () => {
  const { port } = bot.issuer
  await bot.issuer.close()
  expect(await posted(await bot.issuer.sign())).toBe(503)
  const again: Issuer = await startIssuer({ port, now: bot.clock.now })
  bot.clock.pass(30)
  expect(await posted(await again.sign())).toBe(200)
  await again.close()
})
