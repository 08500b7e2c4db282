import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { type AddressInfo, createConnection } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readJson } from '../../src/bot/guard/body.ts'
import { message, raw, registeredBot, type Sent, type WithIssuer } from '../support/guarded.ts'

let bot: WithIssuer

beforeAll(async () => {
  bot = await registeredBot()
})
afterEach(async () => {
  const before = bot.reached.length
  expect((await bot.post(message())).status).toBe(200)
  expect(bot.reached).toHaveLength(before + 1)
})
afterAll(async () => {
  await bot.close()
  await bot.issuer.close()
})

const plain = JSON.stringify(message())
const bomb = gzipSync(Buffer.alloc(50_000_000, ' '))

const encoded: readonly [string, string, Buffer | string][] = [
  ['gzip', 'gzip', gzipSync(plain)],
  ['gzip that is a lie', 'gzip', plain],
  ['gzip cut in the middle', 'gzip', gzipSync(plain).subarray(0, 40)],
  ['a gzip bomb', 'gzip', bomb],
  ['GZIP in capitals', 'GZIP', gzipSync(plain)],
  ['deflate', 'deflate', deflateSync(plain)],
  ['brotli', 'br', brotliCompressSync(plain)],
  ['two encodings', 'identity, gzip', gzipSync(plain)],
  ['an encoding of no name', '', plain],
  ['an invented encoding', 'zip-of-doom', plain],
]

test.each(encoded)('%s is refused before anything is decompressed', async (_what, encoding, body) => {
  const before = bot.reached.length
  const answer = await bot.post(undefined, { headers: { 'content-encoding': encoding }, body })
  expect(answer.status).toBe(415)
  expect(bot.reached).toHaveLength(before)
})

test('a hundred broken gzip bodies at once leave the service alive', async () => {
  const sent: Sent = { headers: { 'content-encoding': 'gzip' }, body: plain }
  const answers = await Promise.all(Array.from({ length: 100 }, () => bot.post(undefined, sent)))
  expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([415]))
})

test('compression hidden in the transfer encoding is refused', async () => {
  const headers = { 'transfer-encoding': 'gzip, chunked' }
  expect((await bot.post(undefined, { headers, body: [gzipSync(plain)] })).status).toBe(415)
})

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'application/jsonp',
  '',
])('a body of type %j is refused', async type => {
  expect((await bot.post(message(), { headers: { 'content-type': type } })).status).toBe(415)
})

test.each(['application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
  '%s is JSON',
  async type => {
    expect((await bot.post(message(), { headers: { 'content-type': type } })).status).toBe(200)
  },
)

const big = (bytes: number) => JSON.stringify(message({ text: 'x'.repeat(bytes) }))

test.each([300_000, 1_000_000, 20_000_000])('a body of %d bytes is refused', async bytes => {
  expect((await bot.post(undefined, { body: big(bytes) })).status).toBe(413)
})

test.each([300_000, 20_000_000])(
  'a body of %d bytes in pieces is counted as it comes and refused',
  async bytes => {
    const before = bot.reached.length
    expect(
      (await bot.post(undefined, { body: [big(bytes).slice(0, 100), big(bytes).slice(100)] })).status,
    ).toBe(413)
    expect(bot.reached).toHaveLength(before)
  },
)

test('an endless body is answered while it still comes', async () => {
  const head = `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n`
  const socket = createConnection(bot.port, '127.0.0.1')
  socket.write(`${head}Authorization: Bearer ${await bot.issuer.sign()}\r\n\r\n`)
  const answer = new Promise<string>(resolve => socket.once('data', data => resolve(data.toString())))
  const piece = `10000\r\n${' '.repeat(65_536)}\r\n`
  for (let sent = 0; sent < 5; sent++) socket.write(piece)
  expect(await answer).toMatch(/^HTTP\/1.1 413 /)
  socket.destroy()
})

test('who asks before sending is refused without sending a byte', async () => {
  const head = `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n`
  const socket = createConnection(bot.port, '127.0.0.1', () =>
    socket.write(`${head}Content-Length: 900000000\r\n\r\n`),
  )
  const answer = await new Promise<string>(resolve => socket.once('data', data => resolve(data.toString())))
  expect(answer).toMatch(/^HTTP\/1.1 413 /)
  socket.destroy()
})

test('who asks before sending a good activity is told to send it', async () => {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${await bot.issuer.sign()}`,
    expect: '100-continue',
  }
  const req = request({ host: '127.0.0.1', port: bot.port, method: 'POST', path: '/api/messages', headers })
  req.flushHeaders()
  await once(req, 'continue')
  req.end(plain)
  const [res] = await once(req, 'response')
  expect(res.statusCode).toBe(200)
})

test('a connection on which too much came can be used again', async () => {
  const head = `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n`
  const authorization = `Authorization: Bearer ${await bot.issuer.sign()}\r\n\r\n`
  const body = `200000\r\n${' '.repeat(0x200000)}\r\n0\r\n\r\n`
  const next = 'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
  const answers = await raw(bot.port, `${head}${authorization}${body}${next}`)
  expect(answers.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200'])
})

const broken: readonly [string, string | Buffer][] = [
  ['nothing', ''],
  ['half an object', '{"type":"message"'],
  ['no JSON', 'hello'],
  ['half a letter of UTF-8', saying(0xc3)],
  ['an overlong slash', saying(0xc0, 0xaf)],
  ['a surrogate in UTF-8', saying(0xed, 0xa0, 0x80)],
  ['UTF-16', Buffer.from('{"type":"message"}', 'utf16le')],
  ['100,000 open brackets', '['.repeat(100_000)],
  ['lists 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['objects 30,000 deep', `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`],
  ['a card 100 deep', JSON.stringify(message({ value: nested(100) }))],
  ['a hidden prototype', `${plain.slice(0, -1)},"value":{"a":[{"__proto__":{"admin":true}}]}}`],
  ['a hidden prototype in disguise', `${plain.slice(0, -1)},"value":{"\\u005f_proto__":1}}`],
]

/** A good activity but for these bytes in its text. */
function saying(...bytes: number[]): Buffer {
  const [before = '', after = ''] = JSON.stringify(message({ text: '#' })).split('#')
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)])
}

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { a: nested(depth - 1) }
}

test.each(broken)('%s is refused as a bad request', async (_what, body) => {
  const before = bot.reached.length
  expect((await bot.post(undefined, { body })).status).toBe(400)
  expect(bot.reached).toHaveLength(before)
})

test('a client that leaves in the middle of its body is a refusal like others, not a failure of ours', async () => {
  const own = await registeredBot()
  const head = `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n`
  const socket = createConnection(own.port, '127.0.0.1')
  socket.write(`${head}Authorization: Bearer ${await own.issuer.sign()}\r\n\r\n{"type"`)
  await expect.poll(() => own.issuer.keyFetches()).toBe(1)
  socket.destroy()
  await expect.poll(() => own.log).toHaveLength(1)
  expect(own.log[0]).toContain('400 The connection ended before the body did')
  expect(own.reached).toEqual([])
  await own.close()
  await own.issuer.close()
})

test('a client that has left while its token was checked is one, too: nobody waits for its body', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const [arrived] = await Promise.all([once(server, 'request'), leaveAtOnce(server.address() as AddressInfo)])
  const [req, res] = arrived
  if (!req.closed) await new Promise(resolve => req.once('close', resolve))
  await expect(readJson(req, res)).rejects.toThrow('The connection ended before the body did')
  server.close()
})

async function leaveAtOnce({ port }: AddressInfo): Promise<void> {
  const socket = createConnection(port, '127.0.0.1')
  await once(socket, 'connect')
  const head = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n'
  socket.write(`${head}{"type"`, () => socket.destroy())
}
