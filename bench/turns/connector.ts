/** The far side of the bench, in a process of its own: takes what a bot sends and tells the load generator at once. */
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { now } from '../../test/support/clock.ts'
import { answer } from './child.ts'
import { readMessages } from './wire.ts'

export interface Doors {
  /** Where the bots send to. */
  readonly port: number
  /** Where a load generator reads one line for each arrival: conversation, milliseconds, kind, nonce of its buttons. */
  readonly feedPort: number
}

/** update: a card that was sent before is replaced. */
export type Kind = 'card' | 'text' | 'update' | 'other'

let arrivals = 0
const readers = new Set<Socket>()
const feed = createServer(reader => {
  readers.add(reader.setNoDelay(true))
  reader.on('error', () => reader.destroy())
  reader.on('close', () => readers.delete(reader))
})
const far = createServer(bot => {
  bot.setNoDelay(true).on('error', () => bot.destroy())
  readMessages(bot, (head, body) => {
    tell(head, body)
    const said = `{"id":"m-${++arrivals}"}`
    bot.write(
      `HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: ${said.length}\r\n\r\n${said}`,
    )
  })
})

answer<'listen', Doors>(async () => {
  await Promise.all([listen(far), listen(feed)])
  return { port: portOf(far), feedPort: portOf(feed) }
})

/** The address is /v3/conversations/<conversation>/activities[/<activity>]. */
function tell(head: string, body: Buffer): void {
  const [method = '', address = ''] = head.split(' ', 2)
  const conversation = decodeURIComponent(address.split('/')[3] ?? '')
  const line = `${conversation} ${now()} ${kindOf(method, body)} ${nonceOf(body)}\n`
  for (const reader of readers) reader.write(line)
}

/** Looked for instead of parsed: no other part of an activity is of this type. */
function kindOf(method: string, body: Buffer): Kind {
  if (method === 'PUT') return 'update'
  if (!body.includes('"type":"message"')) return 'other'
  return body.includes('"AdaptiveCard"') ? 'card' : 'text'
}

const nonceMark = '"nonce":"'

/** The nonce of a card's buttons; empty where there are none. */
function nonceOf(body: Buffer): string {
  const at = body.indexOf(nonceMark)
  if (at < 0) return ''
  const start = at + nonceMark.length
  return body.toString('latin1', start, body.indexOf('"', start))
}

function listen(server: Server): Promise<void> {
  return new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}
