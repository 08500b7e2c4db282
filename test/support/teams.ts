/** A chat program in front of the real server, guard and channel in local mode, and the connector behind it. */
import { onTestFinished } from 'vitest'
import { createChannel } from '../../src/bot/channel.ts'
import { noTokens } from '../../src/bot/credentials.ts'
import { createDelivery } from '../../src/bot/delivery.ts'
import { createGuard } from '../../src/bot/guard.ts'
import { createServer } from '../../src/bot/server.ts'
import { readConfig } from '../../src/config.ts'
import type { Answered } from '../../src/store/records.ts'
import type { Receive } from '../../src/turn/delivery.ts'
import type { Inbound } from '../../src/turn/inbound.ts'
import { type Connector, startConnector } from './connector.ts'

export interface Teams {
  /** Sends an activity of Anna's personal chat, with these fields instead of the usual ones. */
  posts(fields: object): Promise<{ readonly status: number; readonly body: unknown }>
  /** What the turn received. */
  readonly inbounds: readonly Inbound[]
  readonly connector: Connector
  /** What the log was told. */
  readonly warnings: readonly string[]
}

export async function teams(
  turn: (inbound: Inbound) => Answered | Promise<Answered> = () => ({}),
): Promise<Teams> {
  const connector = await startConnector()
  const config = readConfig({ PORT: '0', PLAYGROUND: 'off', DATABASE_URL: 'sqlite::memory:' })
  const inbounds: Inbound[] = []
  const warnings: string[] = []
  const receive: Receive = async inbound => {
    inbounds.push(inbound)
    return turn(inbound)
  }
  const keep = (_: object, sentence: string) => void warnings.push(sentence)
  const log = { debug: keep, info: keep, warn: keep, error: keep }
  const delivery = createDelivery({ identity: config.identity, tokens: noTokens })
  const groupLine = (locale = 'en') =>
    locale.startsWith('de') ? 'Schreiben Sie mir hier.' : 'Write to me here.'
  const channel = createChannel({ receive, ...delivery, groupLine, log })
  const guard = createGuard({ identity: config.identity, log })
  const ready = () => Promise.resolve()
  const server = createServer({ config, guard, channel, log, ready, metrics: async () => '', boot: 'test' })
  const { port } = await server.listen()
  onTestFinished(async () => {
    await server.close(0)
    await delivery.close()
    await connector.close()
  })
  const posts = (fields: object) => post(port, { ...usual(connector.url), ...fields })
  return { posts, inbounds, connector, warnings }
}

export function usual(serviceUrl: string): object {
  return {
    type: 'message',
    id: `a-${++ids}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:anna', aadObjectId: '9b2a' },
    recipient: { id: '28:deskhand', name: 'Deskhand' },
    conversation: { id: 'a:personal', conversationType: 'personal', tenantId: 'contoso' },
    locale: 'de-DE',
    text: 'vpn geht nicht',
  }
}
let ids = 0

async function post(port: number, activity: object) {
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}
