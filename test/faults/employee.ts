/** One employee's walk along a path: every activity is repeated until it is acknowledged, then comes the next. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'undici'
import { bodyOf, type Envelope } from './activities.ts'
import type { FarSide, Message } from './far-side.ts'
import type { ClientEvent, History } from './history.ts'
import { type Action, handedOver, paths } from './paths.ts'

export interface World extends Envelope {
  readonly history: History<ClientEvent>
  readonly far: FarSide
  /** One for each service; a load balancer would send to any. */
  readonly pools: readonly Pool[]
  /** There is a channel in which agents are told of hand-overs. */
  readonly agents: boolean
  /** How long a reply is waited for where it is needed to go on. */
  readonly replyPatienceMs: number
  readonly headers: Readonly<Record<string, string>>
}

/** Longer than any start of the service takes, or than one that stands still keeps a request; then the employee gives up. */
const patienceMs = 180_000
/** Also without any kill an answer may not reach the channel: then an activity comes again that was committed. */
const lostAnswers = 0.1
/** Why an activity comes again that was answered. */
export const lostAnswer = 'the answer was lost'

export interface Walk {
  readonly conversation: string
  readonly path: string
  readonly reference: boolean
  /** Waits for each reply and a moment more, so that nothing is on its way when the next activity is sent. */
  readonly calm?: boolean
}

/** What was sent is marked as such by then, also on a machine that has much to do. */
const settleMs = 400

export async function walk(world: World, one: Walk): Promise<void> {
  const { conversation, path, reference, calm = reference } = one
  world.history.write({ event: 'began', conversation, path, reference })
  for (const steps of goes(path, calm)) {
    const done = await Promise.all(steps.map(step => act(world, one, step)))
    if (done.includes(false)) return
    if (calm) await reply(world, conversation, (steps.at(-1)?.step ?? 0) + 1)
    await pause(!calm ? Math.random() * 150 : reference ? 0 : settleMs)
  }
  await reply(world, conversation, paths[path]?.length ?? 0)
  if (world.agents && handedOver.has(path)) await patiently(world, world.far.told(conversation))
}

interface Step {
  readonly step: number
  readonly action: Action
}

/** What is sent at once; the calm do one thing after the other. */
function goes(path: string, calm: boolean): Step[][] {
  const groups: Step[][] = []
  for (const [step, action] of (paths[path] ?? []).entries()) {
    const before = groups.at(-1)
    const joins = !calm && isHurried(action) && before?.every(({ action }) => isHurried(action))
    if (joins) before?.push({ step, action })
    else groups.push([{ step, action }])
  }
  return groups
}

function isHurried(action: Action): boolean {
  return 'hurried' in action
}

/** False: given up. */
async function act(
  world: World,
  { conversation, calm, reference }: Walk,
  { step, action }: Step,
): Promise<boolean> {
  const card = 'presses' in action ? await reply(world, conversation, step) : undefined
  const sent = { conversation, activity: `${conversation}-${step}`, step }
  const body = bodyOf(world, sent, action, card)
  if (!body) return false
  return sendUntilAcknowledged(world, sent, body, (calm ?? reference) ? 0 : lostAnswers)
}

/** The `count`-th reply of the conversation. Undefined: it did not come. */
function reply(world: World, conversation: string, count: number): Promise<Message | undefined> {
  return patiently(world, world.far.message(conversation, count))
}

function patiently<Awaited>({ replyPatienceMs }: World, awaited: Promise<Awaited>) {
  return Promise.race([awaited, pause(replyPatienceMs, undefined, { ref: false })])
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
    const instance = Math.floor(Math.random() * world.pools.length)
    world.history.write({ event: 'sent', ...sent, instance })
    const why = (await post(world, instance, body)) ?? (Math.random() < lost ? lostAnswer : undefined)
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
async function post({ pools, headers }: World, instance: number, body: string): Promise<string | undefined> {
  const pool = pools[instance]
  if (!pool) throw new Error('There is no service to send to.')
  try {
    const request = { path: '/api/messages', method: 'POST', headers, body, headersTimeout: 15_000 } as const
    const response = await pool.request(request)
    const said = await response.body.text()
    return response.statusCode === 200 ? undefined : `${response.statusCode} ${said}`
  } catch (thrown) {
    return String(thrown)
  }
}
