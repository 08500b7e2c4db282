/** Real services at real speed, with more to say at once than Teams takes. */
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { openStage, type StageOptions } from '../stage.ts'
import { post } from './post.ts'
import type { Timed } from './windows.ts'
import { withLimits } from './with-limits.ts'

export interface Burst {
  readonly arrivals: readonly Timed[]
  /** Conversations without all their replies. */
  readonly unanswered: number
  readonly seconds: number
}

export interface BurstOptions extends Pick<StageOptions, 'database' | 'instances'> {
  readonly conversations: number
  /** In one more conversation. */
  readonly messages: number
}

const patienceMs = 60_000
const againMs = 100

export async function burst({ conversations, messages, ...options }: BurstOptions): Promise<Burst> {
  const arrivals: Timed[] = []
  const stage = await openStage({
    ...options,
    service: withLimits,
    misbehaves({ conversation, activity }) {
      if (activity?.type === 'message') arrivals.push({ at: performance.now(), conversation })
      return undefined
    },
  })
  const { world } = stage
  try {
    for (const supervisor of stage.supervisors) await supervisor.start()
    const began = performance.now()
    const many = Array.from({ length: conversations }, (_, n) => ask(`many-${n}`, 0, n))
    const one = Array.from({ length: messages }, (_, n) => ask('one', n, n))
    await Promise.all([...many, ...one])
    const names = Array.from({ length: conversations }, (_, n) => `many-${n}`)
    const until = began + patienceMs
    while (performance.now() < until && arrivals.length < conversations + messages) await pause(100)
    const heard = new Set(arrivals.map(({ conversation }) => conversation))
    const missing = names.filter(name => !heard.has(name)).length
    const short = arrivals.filter(({ conversation }) => conversation === 'one').length < messages
    return { arrivals, unanswered: missing + (short ? 1 : 0), seconds: (performance.now() - began) / 1_000 }
  } finally {
    await stage.close()
  }

  /** To any of the services, again when it is too busy, as Teams does. */
  async function ask(conversation: string, activity: number, service: number): Promise<void> {
    for (;;) {
      const asked = { conversation, activity: String(activity), service }
      const { status, body } = await post(world, { says: 'status' }, asked)
      if (status === 200) return
      if (status !== 503) throw new Error(`${conversation}: ${status} ${body}`)
      await pause(againMs)
    }
  }
}
