/** The far side of the bench, in a process of its own: takes what a bot sends and tells the load generator at once. */
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { now } from '../../test/support/clock.ts'
import { type Arrival, startConnector } from '../../test/support/connector.ts'
import { answer } from './child.ts'

export interface Doors {
  /** Where the bots send to. */
  readonly port: number
  /** Where a load generator reads one line for each arrival: conversation, milliseconds, kind. */
  readonly feedPort: number
}

/** update: a card that was sent before is replaced. */
export type Kind = 'card' | 'text' | 'update' | 'other'

const readers = new Set<Socket>()
const feed = createServer(reader => {
  readers.add(reader.setNoDelay(true))
  reader.on('error', () => reader.destroy())
  reader.on('close', () => readers.delete(reader))
})

answer<'listen', Doors>(async () => {
  const connector = await startConnector({ keep: false, behave: tell })
  await new Promise<void>(resolve => feed.listen(0, '127.0.0.1', resolve))
  return { port: Number(new URL(connector.url).port), feedPort: (feed.address() as AddressInfo).port }
})

function tell(arrival: Arrival): undefined {
  const line = `${arrival.conversation} ${now()} ${kindOf(arrival)}\n`
  for (const reader of readers) reader.write(line)
}

function kindOf({ method, activity }: Arrival): Kind {
  if (method === 'PUT') return 'update'
  if (activity?.type !== 'message') return 'other'
  return activity.attachments?.length > 0 ? 'card' : 'text'
}
