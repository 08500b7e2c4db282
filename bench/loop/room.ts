/** A process in which one work is done, while its event loop answers others and notes how long it was kept from that. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { now } from '../../test/support/clock.ts'
import { answer } from '../turns/child.ts'
import { type Prepared, prepare, type Way, type WorkName } from './works.ts'

export type RoomQuestion =
  | {
      readonly kind: 'prepare'
      readonly work: WorkName
      readonly way: Way
      readonly picture: string
      /** Empty, and its own. */
      readonly folder: string
    }
  | { readonly kind: 'work' }

export interface Done {
  readonly port: number
  readonly tookMs: number
  /** The longest time between two rounds of the loop that were 1 ms apart. */
  readonly longestBlockMs: number
  readonly said: string
}

let prepared: Prepared | undefined
const server = createServer((_, response) => response.end('1'))
server.keepAliveTimeout = 60_000
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo

answer<RoomQuestion, Done>(async question => {
  if (question.kind === 'prepare') {
    prepared = await prepare(question)
    return { port, tookMs: 0, longestBlockMs: 0, said: '' }
  }
  const ticking = watchLoop()
  const started = now()
  const said = (await prepared?.work()) ?? ''
  const tookMs = now() - started
  // One more round, so that a block at the very end counts.
  await new Promise(resolve => setTimeout(resolve, 2))
  return { port, tookMs, longestBlockMs: ticking.stop(), said }
})

function watchLoop(): { stop(): number } {
  let [last, longest] = [now(), 0]
  const ticking = setInterval(() => {
    const at = now()
    longest = Math.max(longest, at - last)
    last = at
  }, 1)
  return {
    stop() {
      clearInterval(ticking)
      return longest
    },
  }
}
