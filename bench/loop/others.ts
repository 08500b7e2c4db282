/** Somebody else, who asks something every 5 ms, answered or not: as people who write at the same time do. */
import { now } from '../../test/support/clock.ts'
import { openClient } from '../turns/wire.ts'

const everyMs = 5
const connections = 64

export interface Others {
  /** What each one waited. */
  stop(): Promise<number[]>
}

export async function askOften(port: number): Promise<Others> {
  const client = openClient(`http://127.0.0.1:${port}`)
  await client.open(connections)
  const waited: number[] = []
  const open = new Set<Promise<void>>()
  let trouble: unknown
  let due = now()
  const ask = () => {
    for (; due <= now(); due += everyMs) {
      const meant = due
      const answered = client
        .post('/', '', '')
        .then(() => waited.push(now() - meant))
        .catch(thrown => {
          trouble ??= thrown
        })
        .then(() => void open.delete(answered))
      open.add(answered)
    }
  }
  const asking = setInterval(ask, 1)
  return {
    async stop() {
      clearInterval(asking)
      await Promise.all(open)
      client.close()
      if (trouble) throw new Error('The event loop answered somebody with an error.', { cause: trouble })
      return waited
    },
  }
}
