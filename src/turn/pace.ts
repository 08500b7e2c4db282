/**
 * Keeps Teams' limits on what a bot sends, over all instances together (pace/limits.ts): one message of a conversation
 * at a time waits until there is room in it, then for its turn in its tenant, and then spends both.
 */
import { type Address, type Outbound, type Urgency, urgencyOf } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { createLanes } from './lane.ts'
import type { Pace } from './outbox/sending.ts'
import { awayMs, createGates, lastRank } from './pace/gates.ts'
import { ofTenant, ofThread } from './pace/limits.ts'
import { pauseBefore, type State, silentFor, spend } from './pace/meter.ts'

export interface PaceOptions {
  readonly account: Store['account']
  /** Where notices go; the same channel for all conversations. */
  readonly agentsChannel?: string | undefined
  wait?(ms: number): Promise<void>
}

export interface TeamsPace extends Pace {
  /** Whether a message could go to the employee now. Spends nothing; false, too, when the database does not answer. */
  hasRoom(address: Address): Promise<boolean>
}

export function createPace({ account, agentsChannel, wait = sleep }: PaceOptions): TeamsPace {
  const threads = createLanes()
  const enter = createGates({ account, meters: ofTenant, wait })

  /** Looks only: what is spent here and then waits for the tenant would go out together with what came later. */
  async function roomIn(thread: string): Promise<void> {
    for (;;) {
      const pauseMs = await pauseIn(thread)
      if (pauseMs <= 0) return
      await wait(pauseMs)
    }
  }

  async function pauseIn(thread: string): Promise<number> {
    let pauseMs = awayMs
    await account(thread, (state, now) => {
      pauseMs = pauseBefore(ofThread, state, now)
      return undefined
    }).catch(() => undefined)
    return pauseMs
  }

  /** False: another instance was faster, or the database does not answer. */
  async function spendOne(thread: string): Promise<boolean> {
    let granted = 0
    const change = (state: State, now: number) => {
      const spent = spend(ofThread, state, now, { chats: 1, all: 1 })
      granted = spent.granted
      return spent.account
    }
    return account(thread, change).then(
      () => granted > 0,
      () => false,
    )
  }

  function threadOf({ kind }: Outbound, { conversationId }: Address): string {
    return `thread ${kind === 'notice' ? (agentsChannel ?? conversationId) : conversationId}`
  }

  return {
    async turn(outbound, address, urgency = () => urgencyOf(outbound)) {
      const rank = () => rankOf(outbound, urgency())
      const thread = threadOf(outbound, address)
      const tenant = `tenant ${tenantOf(address)}`
      return threads.run(thread, async () => {
        do {
          await roomIn(thread)
          await enter(tenant, rank)
        } while (!(await spendOne(thread)))
      })
    },
    hasRoom: async ({ conversationId }) => (await pauseIn(`thread ${conversationId}`)) <= 0,
    hold(outbound, address, ms) {
      return account(threadOf(outbound, address), (state, now) => silentFor(ms, ofThread, state, now))
    },
  }
}

/** What somebody waits for goes before what tidies up, and that before what nobody has asked for. */
function rankOf(outbound: Outbound, urgency: Urgency): number {
  if (urgency === 'notice') return lastRank
  return outbound.kind === 'collapse' ? 1 : 0
}

function tenantOf({ tenantId, serviceUrl }: Address): string {
  return tenantId ?? serviceUrl
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms).unref())
}
