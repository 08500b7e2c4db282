/**
 * Keeps Teams' limits on what a bot sends, over all instances together: 7 messages in 1 s, 8 in 2 s, 60 in 30 s and
 * 1,800 in an hour in one conversation or channel; 50 in 1 s for one tenant.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 *
 * A meter fills with each message and runs dry at its own speed; when it is full, messages wait. In any time T it lets
 * through at most `burst + T / everyMs`, whichever moment T begins at, so that rolling windows hold as well. One number
 * is all that instances must share of it (the "generic cell rate algorithm", ITU-T I.371).
 */
import type { Account, Address, Outbound, Store } from '../store/store.ts'
import type { Pace } from './outbox/sending.ts'

interface Meter {
  /** Messages at once. */
  readonly burst: number
  readonly everyMs: number
}

/** 4 + 1 in 1 s, 4 + 3 in 2 s, 4 + 53 in 30 s; 790 + 1,000 in an hour. */
const ofThread: readonly Meter[] = [
  { burst: 4, everyMs: 560 },
  { burst: 790, everyMs: 3_600 },
]
/** 10 + 38 in 1 s. */
const ofTenant: readonly Meter[] = [{ burst: 10, everyMs: 26 }]

/** What an employee waits for goes before what tidies up, and that before what agents are told. */
const urgency: Readonly<Record<Outbound['kind'], number>> = { say: 0, collapse: 1, notice: 2 }

export interface PaceOptions {
  readonly account: Store['account']
  /** Where notices go; the same channel for all conversations. */
  readonly agentsChannel?: string | undefined
  wait?(ms: number): Promise<void>
}

export function createPace({ account, agentsChannel, wait = sleep }: PaceOptions): Pace {
  const gates = new Map<string, Gate>()

  function enter(name: string, meters: readonly Meter[], rank: number): Promise<void> {
    const gate = gates.get(name) ?? { name, meters, waiting: [] }
    const entered = new Promise<void>(go => gate.waiting.push({ rank, go }))
    gate.waiting.sort((a, b) => a.rank - b.rank)
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
      spent = spend(gate.meters, state, now, gate.waiting.length)
      return spent.account
    })
    for (const { go } of gate.waiting.splice(0, spent?.granted ?? 0)) go()
    return spent?.pauseMs ?? 0
  }

  return {
    async turn(outbound, address) {
      const rank = urgency[outbound.kind]
      const thread =
        outbound.kind === 'notice' ? (agentsChannel ?? address.conversationId) : address.conversationId
      await enter(`thread ${thread}`, ofThread, rank)
      await enter(`tenant ${tenantOf(address)}`, ofTenant, rank)
    },
  }
}

interface Gate {
  readonly name: string
  readonly meters: readonly Meter[]
  /** The most urgent first, those of one rank in the order they came. */
  readonly waiting: { readonly rank: number; readonly go: () => void }[]
}

/** When the database does not answer. */
const awayMs = 1_000

interface Spent {
  readonly granted: number
  /** Until one more may go; 0 when all went. */
  readonly pauseMs: number
  readonly account?: Account
}

/** The state says, of each meter, when it will be dry again: epoch milliseconds, separated by spaces. */
function spend(meters: readonly Meter[], state: string | undefined, now: number, wanted: number): Spent {
  const times = state?.split(' ').map(Number) ?? []
  const dry = meters.map((_, index) => Math.max(times[index] ?? 0, now))
  const room = meters.map(({ burst, everyMs }, index) =>
    Math.floor((burst * everyMs - ((dry[index] ?? now) - now)) / everyMs),
  )
  const granted = Math.max(0, Math.min(wanted, ...room))
  const after = meters.map(({ everyMs }, index) => (dry[index] ?? now) + granted * everyMs)
  const next = meters.map(({ burst, everyMs }, index) => (after[index] ?? now) - (burst - 1) * everyMs - now)
  const pauseMs = granted < wanted ? Math.max(1, ...next) : 0
  if (granted === 0) return { granted, pauseMs }
  return { granted, pauseMs, account: { state: after.join(' '), until: Math.max(...after) } }
}

function tenantOf({ tenantId, serviceUrl }: Address): string {
  return tenantId ?? serviceUrl
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms).unref())
}
