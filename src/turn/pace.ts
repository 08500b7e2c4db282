/**
 * Keeps Teams' limits on what a bot sends, over all instances together: 7 messages in 1 s, 8 in 2 s, 60 in 30 s and
 * 1,800 in an hour in one conversation or channel; 50 in 1 s for one tenant.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 *
 * A meter fills with each message and runs dry at its own speed; when it is full, messages wait. In any time T it lets
 * through at most `burst + T / everyMs`, whichever moment T begins at, so that rolling windows hold as well. One number
 * is all that instances must share of it (the "generic cell rate algorithm", ITU-T I.371).
 */
import {
  type Account,
  type Address,
  type Outbound,
  type Store,
  type Urgency,
  urgencyOf,
} from '../store/store.ts'
import { createLanes } from './lane.ts'
import type { Pace } from './outbox/sending.ts'

interface Meter {
  /** Messages at once. */
  readonly burst: number
  readonly everyMs: number
  /** Notices leave so many for chat, which may be another instance's. */
  readonly reserve: number
}

/** 4 + 1 in 1 s, 4 + 3 in 2 s, 4 + 53 in 30 s; 790 + 1,000 in an hour. */
const ofThread: readonly Meter[] = [
  { burst: 4, everyMs: 560, reserve: 0 },
  { burst: 790, everyMs: 3_600, reserve: 0 },
]
/** 6 + 35 in 1 s, so that 50 are not reached when some come up to 200 ms late and others do not. */
const ofTenant: readonly Meter[] = [{ burst: 6, everyMs: 28, reserve: 4 }]

/** What somebody waits for goes before what tidies up, and that before what nobody has asked for. */
function rankOf(outbound: Outbound, urgency: Urgency): number {
  if (urgency === 'notice') return lastRank
  return outbound.kind === 'collapse' ? 1 : 0
}
const lastRank = 2

export interface PaceOptions {
  readonly account: Store['account']
  /** Where notices go; the same channel for all conversations. */
  readonly agentsChannel?: string | undefined
  wait?(ms: number): Promise<void>
}

export function createPace({ account, agentsChannel, wait = sleep }: PaceOptions): Pace {
  const gates = new Map<string, Gate>()
  const threads = createLanes()

  /** Looks only: what is spent here and then waits for the tenant would go out together with what came later. */
  async function roomIn(thread: string): Promise<void> {
    for (;;) {
      let pauseMs = awayMs
      await account(thread, (state, now) => {
        pauseMs = pauseBefore(ofThread, state, now)
        return undefined
      }).catch(() => undefined)
      if (pauseMs <= 0) return
      await wait(pauseMs)
    }
  }

  /** False: another instance was faster, or the database does not answer. */
  async function spendOne(thread: string): Promise<boolean> {
    let granted = 0
    const change = (state: string | undefined, now: number) => {
      const spent = spend(ofThread, state, now, { chats: 1, all: 1 })
      granted = spent.granted
      return spent.account
    }
    return account(thread, change).then(
      () => granted > 0,
      () => false,
    )
  }

  function enter(name: string, meters: readonly Meter[], rank: () => number): Promise<void> {
    const gate = gates.get(name) ?? { name, meters, waiting: [] }
    const entered = new Promise<void>(go => gate.waiting.push({ rank, go }))
    if (!gates.has(name)) {
      gates.set(name, gate)
      void serve(gate)
    }
    return entered
  }

  async function serve(gate: Gate): Promise<void> {
    while (gate.waiting.length > 0) {
      const pauseMs = await letIn(gate).catch(() => awayMs)
      if (pauseMs > 0) await wait(pauseMs)
    }
    gates.delete(gate.name)
  }

  /** Answers how long those who are left have to wait. */
  async function letIn(gate: Gate): Promise<number> {
    let spent: Spent | undefined
    await account(gate.name, (state, now) => {
      const chats = gate.waiting.filter(({ rank }) => rank() < lastRank).length
      spent = spend(gate.meters, state, now, { chats, all: gate.waiting.length })
      return spent.account
    })
    gate.waiting.sort((a, b) => a.rank() - b.rank())
    for (const { go } of gate.waiting.splice(0, spent?.granted ?? 0)) go()
    return spent?.pauseMs ?? 0
  }

  function threadOf({ kind }: Outbound, { conversationId }: Address): string {
    return kind === 'notice' ? (agentsChannel ?? conversationId) : conversationId
  }

  return {
    async turn(outbound, address, urgency = () => urgencyOf(outbound)) {
      const rank = () => rankOf(outbound, urgency())
      const thread = `thread ${threadOf(outbound, address)}`
      const tenant = `tenant ${tenantOf(address)}`
      return threads.run(thread, async () => {
        do {
          await roomIn(thread)
          await enter(tenant, ofTenant, rank)
        } while (!(await spendOne(thread)))
      })
    },
    hold(outbound, address, ms) {
      return account(`thread ${threadOf(outbound, address)}`, (state, now) =>
        silentFor(ms, ofThread, state, now),
      )
    },
  }
}

interface Gate {
  readonly name: string
  readonly meters: readonly Meter[]
  /** Those of one rank go in the order they came. A rank may rise while it waits. */
  readonly waiting: { readonly rank: () => number; readonly go: () => void }[]
}

/** When the database does not answer. */
const awayMs = 1_000

interface Spent {
  readonly granted: number
  /** Until one more may go; 0 when all went. */
  readonly pauseMs: number
  readonly account?: Account
}

interface Wanted {
  readonly chats: number
  /** Notices too. */
  readonly all: number
}

/**
 * The state says, of each meter, when it will be dry again, and at the end since when and until when there is silence:
 * epoch milliseconds, separated by spaces.
 */
function spend(meters: readonly Meter[], state: string | undefined, now: number, wanted: Wanted): Spent {
  const { dry, silence } = read(meters, state, now)
  if (silence) return { granted: 0, pauseMs: silence.until - now }
  const { chats, all } = wanted
  const room = meters.map(({ burst, everyMs }, index) =>
    Math.floor((burst * everyMs - ((dry[index] ?? now) - now)) / everyMs),
  )
  const left = room.map((free, index) => free - (meters[index]?.reserve ?? 0))
  const granted = Math.max(0, Math.min(chats, ...room), Math.min(all, ...left))
  const after = meters.map(({ everyMs }, index) => (dry[index] ?? now) + granted * everyMs)
  const next = meters.map(({ burst, everyMs, reserve }, index) => {
    const free = granted < chats ? 1 : 1 + reserve
    return (after[index] ?? now) - (burst - free) * everyMs - now
  })
  const pauseMs = granted < all ? Math.max(1, ...next) : 0
  if (granted === 0) return { granted, pauseMs }
  return { granted, pauseMs, account: { state: after.join(' '), until: Math.max(...after) } }
}

/** Milliseconds until one may go; 0 at once. */
function pauseBefore(meters: readonly Meter[], state: string | undefined, now: number): number {
  const { granted, pauseMs } = spend(meters, state, now, { chats: 1, all: 1 })
  return granted > 0 ? 0 : pauseMs
}

function silentFor(ms: number, meters: readonly Meter[], state: string | undefined, now: number): Account {
  const { dry, silence } = read(meters, state, now)
  const until = Math.max(silence?.until ?? 0, now + ms)
  return { state: [...dry, now, until].join(' '), until: Math.max(...dry, until) }
}

/** A meter that is fuller than full, or a silence yet to begin, tells that the clock was set back: worth nothing. */
function read(meters: readonly Meter[], state: string | undefined, now: number) {
  const times = state?.split(' ').map(Number) ?? []
  const dry = meters.map(({ burst, everyMs }, index) => {
    const time = times[index] ?? 0
    return time > now + burst * everyMs ? now : Math.max(time, now)
  })
  const [since = 0, until = 0] = times.slice(meters.length)
  return { dry, silence: since <= now && now < until ? { until } : undefined }
}

function tenantOf({ tenantId, serviceUrl }: Address): string {
  return tenantId ?? serviceUrl
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms).unref())
}
