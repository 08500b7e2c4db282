import { once } from 'node:events'
import { createConnection } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { botWith, type Guarded, message, raw, registeredBot, type WithIssuer } from '../support/guarded.ts'
import { startIssuer, trustFile } from '../support/issuer.ts'

let bot: WithIssuer

beforeAll(async () => {
  bot = await registeredBot()
})
afterAll(async () => {
  await bot.close()
  await bot.issuer.close()
})

const local = message({ serviceUrl: 'http://127.0.0.1:1/' })

test('health tells strangers that it is well, and no more', async () => {
  const { status, body } = await bot.send({ path: '/healthz' })
  expect([status, JSON.parse(body)]).toEqual([200, { status: 'ok' }])
})

test('health tells its process id in local mode', async () => {
  const own = await botWith({})
  const { body } = await own.send({ path: '/healthz' })
  expect(JSON.parse(body)).toEqual({ status: 'ok', pid: process.pid, boot: 'test' })
  await own.close()
})

test('with a trust file, its connector is answered and Teams is not', async () => {
  const issuer = await startIssuer()
  const own = await botWith({ TRUST_FILE: trustFile(issuer, ['127.0.0.1:5001']) })
  const post = async (serviceUrl: string) => {
    const authorization = `Bearer ${await issuer.sign({ serviceurl: serviceUrl })}`
    return (await own.post(message({ serviceUrl }), { headers: { authorization } })).status
  }
  expect(await post('http://127.0.0.1:5001/')).toBe(200)
  expect(await post('http://127.0.0.1:5002/')).toBe(403)
  expect(await post('https://smba.trafficmanager.net/emea/')).toBe(403)
  expect((await own.post(message())).status).toBe(401)
  await own.close()
  await issuer.close()
})

test('readiness gives the reason, but only one that is meant for strangers', async () => {
  const reasons = [new AppError('busy', 'the disk is full'), new Error('password=hunter2 at /srv')]
  const own = await botWith({}, { ready: () => Promise.reject(reasons.shift()) })
  const first = await own.send({ path: '/readyz' })
  expect([first.status, first.body]).toEqual([503, '{"status":"not ready","reason":"the disk is full"}'])
  expect((await own.send({ path: '/readyz' })).body).toBe(
    '{"status":"not ready","reason":"something went wrong"}',
  )
  await own.close()
  expect((await bot.send({ path: '/readyz' })).status).toBe(200)
})

test('metrics are plain text for Prometheus', async () => {
  const own = await botWith({}, { metrics: async () => 'deskhand_turns_total 7\n' })
  const { status, headers, body } = await own.send({ path: '/metrics' })
  expect([status, body]).toEqual([200, 'deskhand_turns_total 7\n'])
  expect(headers['content-type']).toMatch(/^text\/plain; version=0.0.4/)
  await own.close()
})

test('the Playground’s HEAD is answered, a GET is told to post', async () => {
  expect((await bot.send({ method: 'HEAD' })).status).toBe(200)
  const get = await bot.send({})
  expect([get.status, get.headers.allow]).toEqual([405, 'HEAD, POST'])
})

test('what does not exist is not repeated to who asked', async () => {
  const { status, body } = await bot.send({ path: '/<script>alert(1)</script>' })
  expect([status, JSON.parse(body)]).toEqual([404, { error: 'not-found', message: 'There is nothing here' }])
})

const lines = [
  'GET http://[ HTTP/1.1\r\nHost: x',
  'GET http://127.0.0.1:65536x/ HTTP/1.1\r\nHost: x',
  'POST javascript://[/x HTTP/1.1\r\nHost: x',
  'GET /healthz HTTP/1.1\r\nHost: [',
  'GET /healthz HTTP/1.1\r\nHost: a:99999',
  'GET /healthz HTTP/1.1\r\nHost: 999.999.999.999',
  'GET /nothing HTTP/1.1\r\nHost: x/healthz?',
  'GET /nothing HTTP/1.1\r\nHost: x/healthz#',
  'GET /healthz HTTP/1.1\r\nHost: a b',
  'OPTIONS * HTTP/1.1\r\nHost: x',
]

test.each(lines)('%j is a bad request and nothing worse', async line => {
  expect(await raw(bot.port, `${line}\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /)
  expect((await bot.send({ path: '/healthz' })).status).toBe(200)
})

test.each(['/%', '/%zz%ff', '//[::', '/healthz/', `/${'a/'.repeat(4000)}`])('%s is not found', async path => {
  const answer = await raw(bot.port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
  expect(answer).toMatch(/^HTTP\/1.1 404 /)
})

test('a request to upgrade is answered like any other, and its socket does not stay open', async () => {
  const head = 'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n'
  expect(await raw(bot.port, head)).toMatch(/^HTTP\/1.1 200 /)
})

test('nothing runs after a refusal', async () => {
  const own = await botWith({})
  await own.post(local, { headers: { 'x-forwarded-for': '1.2.3.4' } })
  await own.post(local, { headers: { 'content-encoding': 'gzip' } })
  await own.post(message())
  expect(own.reached).toEqual([])
  await own.close()
})

/** A bot whose channel does as told. */
const whose = (process: () => Promise<void>): Promise<Guarded> => botWith({}, { channel: { process } })

test('a turn that could not be committed is answered 503', async () => {
  const own = await whose(() => Promise.reject(new AppError('busy', 'The database cannot write')))
  const { status, body } = await own.post(local)
  expect([status, JSON.parse(body)]).toEqual([503, { error: 'busy', message: 'The database cannot write' }])
  await own.close()
})

test('what went wrong inside stays inside', async () => {
  const own = await whose(() => Promise.reject(new Error('secret path /srv/x')))
  const { status, body } = await own.post(local)
  expect([status, body]).toEqual([500, '{"error":"internal","message":"Something went wrong"}'])
  expect(own.log).toHaveLength(1)
  await own.close()
})

test('a failure after the answer ends that connection and nothing else', async () => {
  const own = await botWith(
    {},
    {
      channel: {
        process: async (_req, res) => {
          res.writeHead(200)
          res.write('half')
          throw new Error('too late')
        },
      },
    },
  )
  await expect(own.post(local)).rejects.toThrow()
  expect((await own.send({ path: '/healthz' })).status).toBe(200)
  await own.close()
})

test('a port that is taken is said plainly', async () => {
  await expect(botWith({ PORT: String(bot.port) })).rejects.toThrow(
    /Cannot listen on 127.0.0.1:\d+: .*EADDRINUSE/,
  )
})

test('closing waits for the answers under way, but for nobody who asks nothing', async () => {
  const started = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  const own = await botWith(
    {},
    {
      channel: {
        process: async (_req, res) => {
          started.resolve()
          await finish.promise
          res.send(200)
        },
      },
    },
  )
  const idle = createConnection(own.port, '127.0.0.1')
  await once(idle, 'connect')
  const answer = own.post(local)
  await started.promise
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const closed = own.close(60_000)
  vi.advanceTimersByTime(10_000)
  finish.resolve()
  expect((await answer).status).toBe(200)
  await expect.poll(() => vi.advanceTimersByTime(1_000) && idle.resume().closed).toBe(true)
  await closed
  vi.useRealTimers()
})
