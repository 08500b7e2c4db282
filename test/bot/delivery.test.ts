import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { cachedTokens, fixedToken, noTokens, type Tokens } from '../../src/bot/credentials.ts'
import { createDelivery, type Delivery, type DeliveryOptions } from '../../src/bot/delivery.ts'
import type { Identity } from '../../src/config.ts'
import type { Spoken } from '../../src/speech/spoken.ts'
import type { Address, Outbound } from '../../src/store/records.ts'
import {
  type Behaviour,
  type Connector,
  type ConnectorOptions,
  startConnector,
} from '../support/connector.ts'

const hello: Outbound = { kind: 'say', spoken: said('Hello **Anna**') }
const question: Outbound = {
  kind: 'say',
  spoken: {
    ...said('Restart the router.'),
    nonce: 'n-1',
    choices: [
      { id: 'fixed', label: 'It works', rank: 'main' },
      { id: 'person', label: 'Talk to someone', rank: 'side' },
    ],
  },
}

test('a message goes to its conversation and comes back with its id', async () => {
  const { connector, deliver } = await far()
  expect(await deliver(hello)).toEqual({ result: 'sent', activityId: 'm-1' })
  expect(connector.arrivals).toMatchObject([
    {
      method: 'POST',
      conversation: 'a:1/ä',
      activity: {
        type: 'message',
        text: 'Hello **Anna**',
        textFormat: 'markdown',
        from: { id: '28:bot' },
        recipient: { id: '29:anna' },
        conversation: { id: 'a:1/ä' },
        locale: 'en',
      },
    },
  ])
  expect(connector.arrivals[0]).not.toHaveProperty('authorization')
})

test.each([
  ['another kind', { kind: 'poll', question: 'Is it raining?' }],
  ['without its words', { kind: 'say' }],
  ['with words of another shape', { kind: 'say', spoken: { text: 7, choices: 'none' } }],
])('a stored message of another version waits instead of ending the process: %s', async (_, stored) => {
  const { connector, deliver } = await far()
  expect(await deliver(stored as unknown as Outbound)).toMatchObject({
    result: 'retry',
    reason: expect.stringMatching(/^the stored message is not understood: \w+$/),
  })
  expect(connector.arrivals).toEqual([])
})

test('a question is a card with its summary, apart from any text', async () => {
  const { connector, deliver } = await far()
  await deliver(question)
  const { activity } = connector.arrivals[0] ?? {}
  expect(activity).toMatchObject({
    summary: 'Restart the router.',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { version: '1.5' } }],
  })
  expect(activity).not.toHaveProperty('text')
})

test('an answered card is replaced by one line, under its own id', async () => {
  const { connector, deliver } = await far()
  const { activityId } = (await deliver(question)) as { activityId: string }
  expect(await deliver(collapse, activityId)).toEqual({ result: 'sent', activityId })
  expect(connector.arrivals[1]).toMatchObject({
    method: 'PUT',
    activityId,
    activity: {
      id: activityId,
      summary: '✓ It works',
      attachments: [{ content: { body: [{ type: 'RichTextBlock' }] } }],
    },
  })
})

test('a card that is not there any more does not end the conversation', async () => {
  const { connector, deliver } = await far()
  connector.next({ status: 404 })
  expect(await deliver(collapse, 'm-9')).toEqual({ result: 'refused', reason: 'HTTP 404 Status404' })
  expect(await deliver(collapse, undefined)).toEqual({ result: 'sent' })
  expect(connector.count).toBe(1)
})

test('where cards are not shown, the same words come with numbers to answer', async () => {
  const { connector, deliver, address } = await far()
  const sms = { ...address, channelId: 'sms' }
  await deliver(question, undefined, sms)
  expect(await deliver(collapse, 'm-1', sms)).toEqual({ result: 'sent' })
  expect(connector.arrivals.map(({ activity }) => activity.text)).toEqual([
    'Restart the router.\n\n1. It works\n2. Talk to someone',
  ])
})

test('a notice goes to the agents’ channel as a card and says nothing of whom it is about', async () => {
  const agents = { conversationId: '19:agents@thread.tacv2' }
  const { connector, deliver, address } = await far(undefined, { agents: { ...agents, serviceUrl: '' } })
  const notice: Outbound = { kind: 'notice', spoken: said('Case 7K3M waits') }
  expect((await deliver(notice)).result).toBe('sent')
  const [arrival] = connector.arrivals
  expect(arrival).toMatchObject({
    conversation: agents.conversationId,
    activity: { summary: 'Case 7K3M waits' },
  })
  expect(JSON.stringify(arrival)).not.toContain(address.employeeId)
  expect(JSON.stringify(arrival)).not.toContain(address.conversationId)
})

test('a notice without a channel for agents is refused, never sent to the employee', async () => {
  const { connector, deliver } = await far()
  expect((await deliver({ kind: 'notice', spoken: said('Case') })).result).toBe('refused')
  expect(connector.count).toBe(0)
})

test.each([
  ['412', { status: 412 }, { result: 'retry', reason: 'HTTP 412 Status412' }],
  ['429', { status: 429 }, { result: 'retry', reason: 'HTTP 429 Status429' }],
  ['429 with seconds', retryIn('2'), { result: 'retry', reason: 'HTTP 429 Status429', afterMs: 2_000 }],
  ['429 with nonsense', retryIn('soon'), { result: 'retry', reason: 'HTTP 429 Status429' }],
  [
    '429 with a past date',
    retryIn('Sun, 01 Mar 2020 09:00:00 GMT'),
    { result: 'retry', reason: 'HTTP 429 Status429', afterMs: 0 },
  ],
  ['502', { status: 502, body: '<html>' }, { result: 'retry', reason: 'HTTP 502' }],
  ['503', { status: 503 }, { result: 'retry', reason: 'HTTP 503 Status503' }],
  ['504', { status: 504 }, { result: 'retry', reason: 'HTTP 504 Status504' }],
  ['a cut', { instead: 'cut' }, { result: 'retry', reason: 'no answer: UND_ERR_SOCKET' }],
  ['a hang', { instead: 'hang' }, { result: 'retry', reason: 'no answer: TIMEOUT', hung: true }],
  ['403', { status: 403 }, { result: 'gone', reason: 'HTTP 403 Status403' }],
  ['404', { status: 404 }, { result: 'gone', reason: 'HTTP 404 Status404' }],
  ['400', { status: 400 }, { result: 'refused', reason: 'HTTP 400 Status400' }],
  ['401', { status: 401 }, { result: 'refused', reason: 'HTTP 401 Status401' }],
  ['500', { status: 500 }, { result: 'refused', reason: 'HTTP 500 Status500' }],
  [
    'a redirect',
    { status: 307, headers: { location: '/' } },
    { result: 'refused', reason: 'HTTP 307 Status307' },
  ],
  ['202 without a body', { status: 202, body: '' }, { result: 'sent' }],
  ['200 with broken JSON', { status: 200, body: '{"id":' }, { result: 'sent' }],
  ['200 with a list', { status: 200, body: '[]' }, { result: 'sent' }],
  [
    '201 whose body never ends',
    { headers: { 'content-length': '99' } },
    { result: 'sent', activityId: 'm-1' },
  ],
] satisfies [string, Behaviour, object][])('%s', async (_, behaviour, outcome) => {
  const { connector, deliver } = await far(undefined, { timeoutMs: 300 })
  connector.next(behaviour)
  expect(await deliver(hello)).toEqual(outcome)
  expect(connector.count).toBe(1)
})

test('Retry-After as a date is kept to', async () => {
  const { connector, deliver } = await far()
  connector.next(retryIn(new Date(Date.now() + 90_000).toUTCString()))
  const { afterMs } = (await deliver(hello)) as { afterMs: number }
  expect(afterMs).toBeGreaterThan(85_000)
  expect(afterMs).toBeLessThanOrEqual(90_000)
})

test('nobody listening is a reason to try again', async () => {
  const { connector, deliver } = await far()
  await connector.close()
  expect(await deliver(hello)).toEqual({ result: 'retry', reason: 'no answer: ECONNREFUSED' })
})

test('a message that is too large is shortened once, then refused', async () => {
  const { connector, deliver } = await far()
  const log: Outbound = { kind: 'say', spoken: said('error 809 '.repeat(5_000)) }
  connector.next({ status: 413 }, {}, { status: 413 }, { status: 413 })
  expect((await deliver(log)).result).toBe('sent')
  const [first, second] = connector.arrivals
  expect(first?.bytes).toBeLessThanOrEqual(28 * 1024)
  expect(second?.bytes).toBeLessThanOrEqual(7 * 1024)
  expect(await deliver(log)).toEqual({ result: 'refused', reason: 'HTTP 413 Status413' })
  expect(connector.count).toBe(4)
})

test('also a message that is not large is shortened, when the far side says that it is too large; if it can be', async () => {
  const { connector, deliver } = await far()
  const short: Outbound = { kind: 'say', spoken: said('error 809 '.repeat(200)) }
  connector.next({ status: 413 }, {}, { status: 413 })
  expect((await deliver(short)).result).toBe('sent')
  const [first, second] = connector.arrivals
  expect(second?.bytes).toBeLessThanOrEqual((first?.bytes ?? 0) / 2)
  expect((await deliver(hello)).result).toBe('refused')
  expect(connector.count).toBe(3)
})

test('where there is no other token, a refused one is not shown twice', async () => {
  const { connector, deliver } = await far({ token: 'another' }, { tokens: fixedToken('the only one') })
  expect((await deliver(hello)).result).toBe('refused')
  expect(connector.count).toBe(1)
})

test('the token is fetched once for all sends and shown to the connector', async () => {
  let fetched = 0
  const tokens = cachedTokens(async () => `token-${++fetched}`)
  const { connector, deliver } = await far({ token: 'token-1' }, { tokens })
  const all = await Promise.all(Array.from({ length: 20 }, () => deliver(hello)))
  expect(all.every(({ result }) => result === 'sent')).toBe(true)
  expect(new Set(connector.arrivals.map(({ authorization }) => authorization))).toEqual(
    new Set(['Bearer token-1']),
  )
  expect(fetched).toBe(1)
})

test('a refused token is fetched anew and the message sent again, once', async () => {
  const asked: boolean[] = []
  const tokens = cachedTokens(async fresh => `token-${asked.push(fresh)}`)
  const { connector, deliver } = await far({ token: 'token-2' }, { tokens })
  expect((await deliver(hello)).result).toBe('sent')
  expect(connector.arrivals.map(({ authorization }) => authorization)).toEqual([
    'Bearer token-1',
    'Bearer token-2',
  ])
  expect(asked).toEqual([false, true])
})

test('a connector that takes no token at all is asked twice, not for ever', async () => {
  let fetched = 0
  const tokens = cachedTokens(async () => `wrong-${++fetched}`)
  const { connector, deliver } = await far({ token: 'right' }, { tokens })
  expect(await deliver(hello)).toEqual({ result: 'refused', reason: 'HTTP 401 Status401' })
  expect(connector.count).toBe(2)
})

test('while no token can be had, messages wait and the sign-in is not hammered', async () => {
  let now = 0
  let asked = 0
  const tokens = cachedTokens(
    async () => {
      if (++asked < 2) throw Object.assign(new Error('down'), { code: 'ENOTFOUND' })
      return 'token'
    },
    () => now,
  )
  const { connector, deliver } = await far({ token: 'token' }, { tokens })
  for (let i = 0; i < 5; i++)
    expect(await deliver(hello)).toEqual({ result: 'retry', reason: 'no answer: ENOTFOUND' })
  expect([asked, connector.count]).toEqual([1, 0])
  now += 5_000
  expect((await deliver(hello)).result).toBe('sent')
})

test('a sign-in that failed is tried again after the pause, also when the clock was set back', async () => {
  const asked: string[] = []
  const tokens = cachedTokens(async () => {
    if (asked.push('') < 2) throw new Error('down')
    return 'token'
  })
  onTestFinished(() => void vi.useRealTimers())
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  await expect(tokens.get()).rejects.toThrow('down')
  vi.advanceTimersByTime(5_001)
  vi.setSystemTime(Date.now() - 7_200_000)
  expect(await tokens.get()).toBe('token')
})

test('neither message nor token goes to a host that is not named', async () => {
  const other = await startConnector()
  onTestFinished(other.close)
  const { connector, deliver, address } = await far({ token: 'secret' }, { tokens: fixedToken('secret') })
  const strange = { ...address, serviceUrl: other.url }
  expect(await deliver(hello, undefined, strange)).toEqual({
    result: 'refused',
    reason: 'the service address is not in the trust file',
  })
  connector.next({ status: 307, headers: { location: `${other.url}/v3/conversations/x/activities` } })
  expect((await deliver(hello)).result).toBe('refused')
  expect(other.count).toBe(0)
})

test.each([
  'http://smba.trafficmanager.net/teams/',
  'https://smba.trafficmanager.net.example/teams/',
  'https://evil.trafficmanager.net/',
  'https://smba.trafficmanager.net@127.0.0.1/',
  'http://127.0.0.1:1/',
  '',
])('a registered bot sends nothing to %s', async serviceUrl => {
  const acquire = vi.fn(async () => 'secret')
  const { deliver, address } = await far(undefined, { identity: registered(), tokens: cachedTokens(acquire) })
  expect((await deliver(hello, undefined, { ...address, serviceUrl })).result).toBe('refused')
  expect(acquire).not.toHaveBeenCalled()
})

test('Teams is reached through the proxy of the environment', async () => {
  const asked: (string | undefined)[] = []
  const proxy = createServer().on('connect', (request, socket) => {
    asked.push(request.url)
    socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')
  })
  vi.stubEnv('HTTPS_PROXY', await listening(proxy))
  onTestFinished(() => void vi.unstubAllEnvs())
  const { deliver, address } = await far(undefined, { identity: registered() })
  const teams = { ...address, serviceUrl: 'https://smba.trafficmanager.net/teams/' }
  expect((await deliver(hello, undefined, teams)).result).toBe('retry')
  expect(asked).toEqual(['smba.trafficmanager.net:443'])
})

test('closing waits for a call under way', async () => {
  const { connector, deliver, delivery } = await far()
  connector.next({ delayMs: 50 })
  const sent = deliver(hello)
  await connector.arrived(1)
  await delivery.close()
  expect((await sent).result).toBe('sent')
})

test('the typing sign fails without a word', async () => {
  const { connector, delivery, address } = await far()
  connector.next({ status: 500 }, { instead: 'cut' })
  await delivery.typing(address)
  await delivery.typing(address)
  expect(connector.arrivals.map(({ activity }) => activity.type)).toEqual(['typing', 'typing'])
})

test('the typing sign keeps a silence that was asked for in its conversation, and only there', async () => {
  const { connector, deliver, delivery, address } = await far()
  connector.next(retryIn('60'))
  await deliver(hello)
  await delivery.typing(address)
  await delivery.typing({ ...address, conversationId: 'a:2' })
  expect(connector.arrivals.map(({ activity, conversation }) => [activity.type, conversation])).toEqual([
    ['message', 'a:1/ä'],
    ['typing', 'a:2'],
  ])
})

const collapse: Outbound = { kind: 'collapse', nonce: 'n-1', line: '✓ It works' }

function said(markdown: string): Spoken {
  return {
    language: 'en',
    summary: markdown.slice(0, 100),
    blocks: [{ kind: 'text', markdown }],
    choices: [],
  }
}

function retryIn(header: string): Behaviour {
  return { status: 429, headers: { 'Retry-After': header } }
}

interface Far {
  readonly connector: Connector
  readonly delivery: Delivery
  readonly address: Address
  deliver(outbound: Outbound, cardId?: string, to?: Address): ReturnType<Delivery['deliver']>
}

async function far(behaves: ConnectorOptions = {}, options: Partial<DeliveryOptions> = {}): Promise<Far> {
  const connector = await startConnector(behaves)
  const tokens: Tokens = options.tokens ?? noTokens
  const agents = options.agents && { ...options.agents, serviceUrl: connector.url }
  const identity = options.identity ?? trusting(new URL(connector.url).host)
  const delivery = createDelivery({ ...options, identity, tokens, ...(agents && { agents }) })
  onTestFinished(async () => {
    await delivery.close().catch(() => undefined)
    await connector.close().catch(() => undefined)
  })
  const address: Address = {
    serviceUrl: `${connector.url}/teams/`,
    channelId: 'msteams',
    conversationId: 'a:1/ä',
    botId: '28:bot',
    employeeId: '29:anna',
  }
  const deliver: Far['deliver'] = (outbound, cardId, to = address) => delivery.deliver(outbound, to, cardId)
  return { connector, delivery, address, deliver }
}

const trust = { appId: 'bot', allowedTenants: ['contoso'], issuer: 'i', metadata: 'm' }

function trusting(host: string): Identity {
  return { kind: 'trusted', ...trust, tenantId: 'contoso', connectorHosts: [host] }
}

function registered(): Identity {
  const connectorHosts = ['smba.trafficmanager.net']
  return {
    kind: 'azure',
    type: 'SingleTenant',
    ...trust,
    tenantId: 'contoso',
    password: 'secret',
    connectorHosts,
  }
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
