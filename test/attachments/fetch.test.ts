import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { largest } from '../../src/attachments/fetch.ts'
import type { Ocr } from '../../src/attachments/ocr.ts'
import type { Seen } from '../../src/attachments/read.ts'
import { createFileReader } from '../../src/attachments/read.ts'
import { largestText } from '../../src/attachments/text.ts'
import { fixedToken, type Tokens } from '../../src/bot/credentials.ts'
import type { Identity } from '../../src/config.ts'
import type { Attached } from '../../src/turn/inbound.ts'
import { pngHeader } from '../support/pictures.ts'

const words = 'Error 809: the server does not answer.'

test('a text file that came along is read', async () => {
  const connector = await host((_, res) => res.end(words))
  expect(await readerAt(connector).reads(file(`${connector.url}vpn.log`))).toEqual({
    kind: 'text',
    text: words,
  })
})

test('the connector is shown the token, for what it keeps itself', async () => {
  const connector = await host((_, res) => res.end(words))
  const reader = readerAt(connector)
  await reader.reads({ ...file(`${connector.url}1`), from: 'connector' })
  await reader.reads({ ...file(`${connector.url}2`), from: 'link' })
  expect(connector.tokens).toEqual(['Bearer secret', undefined])
})

test('another host is not shown the token, whatever the message calls the file', async () => {
  const connector = await host((_, res) => res.end(words))
  const files = await host((_, res) => res.end(words))
  const reader = readerAt(connector, [files])
  expect(await reader.reads({ ...file(files.url), from: 'connector' })).toMatchObject({ kind: 'text' })
  expect(files.tokens).toEqual([undefined])
})

test('a host that is not allowed is not even connected to', async () => {
  const connector = await host((_, res) => res.end(words))
  const other = await host((_, res) => res.end(words))
  const reader = readerAt(connector)
  for (const from of ['connector', 'link'] as const)
    expect(await reader.reads({ ...file(other.url), from })).toEqual({ kind: 'unread', why: 'not-fetched' })
  expect(other.connections()).toBe(0)
})

test.each([301, 302, 303, 307, 308])(
  'a redirect (%d) leads nowhere, neither us nor the token',
  async status => {
    const other = await host((_, res) => res.end(words))
    const connector = await host((_, res) => res.writeHead(status, { location: other.url }).end())
    const reader = readerAt(connector, [other])
    expect(await reader.reads({ ...file(connector.url), from: 'connector' })).toEqual({
      kind: 'unread',
      why: 'not-fetched',
    })
    expect(other.connections()).toBe(0)
    expect(reader.seen).toMatchObject([{ reason: `HTTP ${status}` }])
  },
)

test('a refused token is replaced, once', async () => {
  const given = ['old', 'new', 'newest']
  const refused: string[] = []
  const tokens: Tokens = {
    get: async () => given[refused.length],
    refused: token => void refused.push(token),
  }
  const connector = await host((_, res) => res.writeHead(401).end())
  await readerAt(connector, [], tokens).reads({ ...file(connector.url), from: 'connector' })
  expect(connector.tokens).toEqual(['Bearer old', 'Bearer new'])
})

test('a file that says it is too large is not read at all', async () => {
  const connector = await host((_, res) => {
    res.writeHead(200, { 'content-length': largest + 1 }).write(words)
  })
  expect(await readerAt(connector).reads(file(connector.url))).toEqual({ kind: 'unread', why: 'too-large' })
  await connector.left()
})

test('a file that does not say so is read until it is too large', async () => {
  const connector = await host((_, res) => Readable.from(endless()).pipe(res))
  expect(await readerAt(connector).reads(file(connector.url))).toEqual({ kind: 'unread', why: 'too-large' })
  await connector.left()
})

test('a text of more than two million bytes is too large', async () => {
  const connector = await host((_, res) => res.end(Buffer.alloc(largestText + 1, 'a')))
  expect(await readerAt(connector).reads(file(connector.url))).toEqual({ kind: 'unread', why: 'too-large' })
})

test('what was compressed is not unpacked', async () => {
  const connector = await host((_, res) =>
    res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(words)),
  )
  expect(await readerAt(connector).reads(file(connector.url))).toEqual({ kind: 'unread', why: 'other-kind' })
})

test('a picture of too many pixels is refused before anybody unpacks it', async () => {
  const connector = await host((_, res) => res.end(pngHeader(30_000, 30_000)))
  const reader = readerAt(connector)
  expect(await reader.reads(file(connector.url))).toEqual({ kind: 'unread', why: 'too-large' })
})

test.each([
  ['hangs before it answers', () => undefined],
  ['hangs in the middle', (_: IncomingMessage, res: ServerResponse) => void res.write('a')],
])('a host that %s costs no more than the time there is', async (_, behave) => {
  const connector = await host(behave)
  const over = new AbortController()
  const read = readerAt(connector).reads(file(connector.url), over.signal)
  await connector.asked()
  over.abort()
  expect(await read).toEqual({ kind: 'unread', why: 'not-fetched' })
})

test('a token that does not come costs no more than the time there is, either', async () => {
  const connector = await host((_, res) => res.end(words))
  const asked = Promise.withResolvers<void>()
  const never: Tokens = {
    get: () => {
      asked.resolve()
      return new Promise(() => undefined)
    },
    refused: () => undefined,
  }
  const over = new AbortController()
  const read = readerAt(connector, [], never).reads(
    { ...file(connector.url), from: 'connector' },
    over.signal,
  )
  await asked.promise
  over.abort()
  expect(await read).toEqual({ kind: 'unread', why: 'not-fetched' })
})

test('when the time is over before anybody is asked for a token, nobody is asked', async () => {
  const connector = await host((_, res) => res.end(words))
  let asked = 0
  const away: Tokens = {
    get: () => {
      asked += 1
      return Promise.reject(new Error('away'))
    },
    refused: () => undefined,
  }
  const reads = readerAt(connector, [], away).reads
  expect(await reads({ ...file(connector.url), from: 'connector' }, AbortSignal.abort())).toEqual({
    kind: 'unread',
    why: 'not-fetched',
  })
  expect(asked).toBe(0)
})

test('the log learns neither address nor name nor words', async () => {
  const connector = await host((_, res) => res.end(words))
  const reader = readerAt(connector)
  await reader.reads({ name: 'private.log', url: `${connector.url}?tempauth=permission`, from: 'link' })
  await reader.reads({ name: 'private.log', url: 'https://evil.example/?tempauth=permission', from: 'link' })
  await reader.reads({ name: 'private.log', url: 'http://127.0.0.1:1/?tempauth=permission', from: 'link' })
  expect(reader.seen).toHaveLength(3)
  expect(JSON.stringify(reader.seen)).not.toMatch(/tempauth|private|127\.0|evil|Error 809/)
})

function* endless() {
  while (true) yield Buffer.alloc(100_000, 'a')
}

interface Host {
  readonly url: string
  /** What requests showed, in order. */
  readonly tokens: readonly (string | undefined)[]
  connections(): number
  /** Resolves when the first request is here. */
  asked(): Promise<void>
  /** Resolves when the last connection is closed. */
  left(): Promise<void>
}

async function host(answer: (req: IncomingMessage, res: ServerResponse) => unknown): Promise<Host> {
  const tokens: (string | undefined)[] = []
  let connections = 0
  const first = Promise.withResolvers<void>()
  const last = Promise.withResolvers<void>()
  const server = createServer((req, res) => {
    tokens.push(req.headers.authorization)
    res.once('close', last.resolve)
    answer(req, res)
    first.resolve()
  })
  server.on('connection', () => connections++)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/`
  return { url, tokens, connections: () => connections, asked: () => first.promise, left: () => last.promise }
}

function readerAt(connector: Host, others: readonly Host[] = [], tokens: Tokens = fixedToken('secret')) {
  const connectorHosts = [connector, ...others].map(({ url }) => new URL(url).host)
  const identity: Identity = {
    kind: 'trusted',
    appId: 'app',
    tenantId: 'tenant',
    allowedTenants: [],
    issuer: '',
    metadata: '',
    connectorHosts,
  }
  const seen: Seen[] = []
  const reader = createFileReader({ identity, tokens, ocr: unasked, observe: one => void seen.push(one) })
  onTestFinished(() => reader.close())
  const reads = async (one: Attached, until: AbortSignal = AbortSignal.timeout(10_000)) =>
    (await reader.read([one], { language: 'en', serviceUrl: connector.url, until }))[0]
  return { reads, seen }
}

/** No file of these tests may get as far as being read as a picture. */
const unasked: Ocr = {
  read: () => Promise.reject(new Error('A picture was read.')),
  pid: undefined,
  close: () => undefined,
}

function file(url: string): Attached {
  return { name: 'vpn.log', url, from: 'link' }
}
