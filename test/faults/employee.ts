/** One employee's walk along a path: every activity is repeated until it is acknowledged, then comes the next. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'undici'
import { bodyOf, type Envelope } from './activities.ts'
import type { FarSide, Message } from './far-side.ts'
import type { ClientEvent, History } from './history.ts'
import { paths } from './paths.ts'

export interface World extends Envelope {
  readonly history: History<ClientEvent>
  readonly far: FarSide
  /** One for each service; a load balancer would send to any. */
  readonly pools: readonly Pool[]
  /** How long a reply is waited for where it is needed to go on. */
  readonly replyPatienceMs: number
  readonly headers: Readonly<Record<string, string>>
}

/** Longer than any start of the service takes; then the employee gives up and the checker finds it unfinished. */
const patienceMs = 60_000
/** Also without any kill an answer may not reach the channel: then an activity comes again that was committed. */
const lostAnswers = 0.1

export interface Walk {
  readonly conversation: string
  readonly path: string
  /** Waits for each reply, so that nothing is on its way when the next activity is sent. */
  readonly reference: boolean
}

export async function walk(world: World, { conversation, path, reference }: Walk): Promise<void> {
  world.history.write({ event: 'began', conversation, path, reference })
  for (const [step, action] of (paths[path] ?? []).entries()) {
    const card = 'presses' in action ? await reply(world, conversation, step) : undefined
    const sent = { conversation, activity: `${conversation}-${step}`, step }
    const body = bodyOf(world, sent, action, card)
    if (!body || !(await sendUntilAcknowledged(world, sent, body, reference ? 0 : lostAnswers))) return
    await (reference ? reply(world, conversation, step + 1) : pause(Math.random() * 150))
  }
  await reply(world, conversation, paths[path]?.length ?? 0)
}

/** The `count`-th reply of the conversation. Undefined: it did not come. */
function reply(world: World, conversation: string, count: number): Promise<Message | undefined> {
  const giveUp = pause(world.replyPatienceMs, undefined, { ref: false })
  return Promise.race([world.far.message(conversation, count), giveUp])
}

interface Sent {
  readonly conversation: string
  readonly activity: string
  readonly step: number
}

async function sendUntilAcknowledged(world: World, sent: Sent, body: string, lost: number): Promise<boolean> {
  const { conversation, activity } = sent
  const until = performance.now() + patienceMs
  while (performance.now() < until) {
    world.history.write({ event: 'sent', ...sent })
    const why = (await post(world, body)) ?? (Math.random() < lost ? 'the answer was lost' : undefined)
    if (why === undefined) {
      world.history.write({ event: 'acknowledged', conversation, activity })
      return true
    }
    world.history.write({ event: 'failed', conversation, activity, why })
    await pause(300 + Math.random() * 400)
  }
  return false
}

/** Undefined: acknowledged. Otherwise why it was not. */
async function post({ pools, headers }: World, body: string): Promise<string | undefined> {
  try {
    const request = { path: '/api/messages', method: 'POST', headers, body, headersTimeout: 15_000 } as const
    const response = await anyOf(pools).request(request)
    const said = await response.body.text()
    return response.statusCode === 200 ? undefined : `${response.statusCode} ${said}`
  } catch (thrown) {
    return String(thrown)
  }
}

function anyOf(pools: readonly Pool[]): Pool {
  const pool = pools[Math.floor(Math.random() * pools.length)]
  if (pool) return pool
  throw new Error('There is no service to send to.')
}
