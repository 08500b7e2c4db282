/** So many turns a second, whatever the service does: the next one does not wait for the last. */
import { setTimeout as pause } from 'node:timers/promises'
import { now } from '../../support/clock.ts'
import { bodyOf } from '../activities.ts'
import type { World } from '../employee.ts'

/** One activity, as the client saw it; times on the steady clock, in milliseconds. */
export interface Sent {
  readonly conversation: string
  readonly step: number
  readonly body: string
  readonly sentAt: number
  /** Absent: not acknowledged. */
  acknowledgedAt?: number
}

export interface Load {
  readonly sent: readonly Sent[]
  /** Nothing new is sent; resolves when everything is answered. */
  finish(): Promise<void>
}

interface Talk {
  readonly conversation: string
  step: number
}

const words = [
  'vpn geht nicht von zuhause, fehler 809',
  'dort auch nicht',
  'status',
  'niemand zu fragen',
  'kann ich nicht',
  'mir fehlen die rechte',
]

/** One turn in so many begins a conversation, whoever else is free. */
const newEvery = 4

export function openLoad(world: World, perSecond: number): Load {
  const sent: Sent[] = []
  const free: Talk[] = []
  const under = new Set<Promise<void>>()
  let begun = 0
  let open = true

  async function act(talk: Talk): Promise<void> {
    const { conversation, step } = talk
    const activity = { conversation, activity: `${conversation}-${step}` }
    const body = bodyOf(world, activity, { says: words[step] ?? '' }) ?? ''
    const one: Sent = { conversation, step, body, sentAt: now() }
    sent.push(one)
    if ((await postTo(world, body)) !== 200) return
    one.acknowledgedAt = now()
    talk.step += 1
    if (talk.step < words.length) free.push(talk)
  }

  async function keepPace(): Promise<void> {
    const began = now()
    for (let due = 0; open; await pause(5)) {
      for (; due < ((now() - began) / 1000) * perSecond; due++) {
        // There are always some that begin.
        const known = due % newEvery === 0 ? undefined : free.shift()
        const acting = act(known ?? { conversation: `talk-${begun++}`, step: 0 })
        under.add(acting)
        void acting.finally(() => under.delete(acting))
      }
    }
  }

  const pacing = keepPace()
  return {
    sent,
    async finish() {
      open = false
      await pacing
      await Promise.all(under)
    },
  }
}

/** The status; 0 when there was no answer. */
export async function postTo({ pools: [pool], headers }: World, body: string): Promise<number> {
  const request = { path: '/api/messages', method: 'POST', headers, body } as const
  const response = await pool?.request(request).catch(() => undefined)
  await response?.body.dump()
  return response?.statusCode ?? 0
}
