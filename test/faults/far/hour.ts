/**
 * What two instances send in an hour, in less: their stores, outboxes, pace and delivery are the product's, the
 * connector speaks its protocol over loopback; only the clock is ours. It jumps to what is waited for next, once
 * nothing is under way.
 */
import { setImmediate } from 'node:timers/promises'
import { noTokens } from '../../../src/bot/credentials.ts'
import { createDelivery } from '../../../src/bot/delivery.ts'
import { ownAccounts } from '../../../src/store/accounts.ts'
import { openPostgres } from '../../../src/store/postgres.ts'
import { type Address, type Outbound, urgencyOf } from '../../../src/store/records.ts'
import { openSqlite } from '../../../src/store/sqlite.ts'
import type { Store } from '../../../src/store/store.ts'
import { createOutbox } from '../../../src/turn/outbox.ts'
import { createPace } from '../../../src/turn/pace.ts'
import { caseOf, turnOf } from '../../store/turns.ts'
import { startConnector } from '../../support/connector.ts'
import { startPostgres } from '../../support/postgres.ts'
import type { Timed } from './windows.ts'

export interface Said {
  /** Milliseconds since the hour began. */
  readonly at: number
  readonly conversation: string
  readonly kind: 'chat' | 'reminder' | 'notice'
}

export interface Hour {
  readonly asked: readonly Said[]
  /** `waitedMs`: since it was said. */
  readonly arrived: readonly (Timed & { readonly kind: Said['kind']; readonly waitedMs: number })[]
}

export interface HourOptions {
  readonly database: 'sqlite' | 'postgres'
  readonly minutes: number
  /** False: nobody keeps the limits, to see that whoever counts would notice. */
  readonly paced?: boolean
}

const agentsChannel = '19:agents'
const began = 1_800_000_000_000

export async function liveThrough(asked: readonly Said[], options: HourOptions): Promise<Hour> {
  const clock = openClock()
  const arrived: Hour['arrived'][number][] = []
  const connector = await startConnector({
    keep: false,
    behave({ conversation, activity }) {
      const [kind, saidAt] = String(activity.summary ?? activity.text).split(' at ')
      const at = clock.now() - began
      arrived.push({ at, conversation, kind: kind as Said['kind'], waitedMs: at - Number(saidAt) })
      return undefined
    },
  })
  const stores = await openStores(options.database, clock)
  try {
    const instances = stores.list.map(store => instance(store, connector.url, clock, options.paced ?? true))
    const versions = new Map<string, number>()
    for (const [index, said] of asked.entries()) {
      await clock.run(began + said.at)
      const version = versions.get(said.conversation) ?? 0
      versions.set(said.conversation, version + 1)
      await instances[numberOf(said.conversation) % instances.length]?.say(said, version, index)
    }
    await clock.run(began + options.minutes * 60_000)
    for (const { stop } of instances) await stop()
    return { asked, arrived }
  } finally {
    await stores.close()
    await connector.close()
  }
}

/** Each conversation has its instance, as a lease would have it. */
function numberOf(conversation: string): number {
  return Number(/\d+$/.exec(conversation)?.[0] ?? 0)
}

type Clock = ReturnType<typeof openClock>

function openClock() {
  const waiting: { readonly at: number; readonly wake: () => void }[] = []
  let [now, underWay] = [began, 0]
  async function quiet(): Promise<void> {
    for (let calm = 0; calm < 3; calm++) {
      await setImmediate()
      if (underWay > 0) calm = 0
    }
  }
  return {
    now: () => now,
    wait: (ms: number) => new Promise<void>(wake => insert(waiting, { at: now + ms, wake })),
    /** The clock stands still while this is under way. */
    busy<Arguments extends unknown[], Result>(work: (...args: Arguments) => Promise<Result>) {
      return async (...args: Arguments): Promise<Result> => {
        underWay += 1
        return work(...args).finally(() => {
          underWay -= 1
        })
      }
    },
    async run(until: number): Promise<void> {
      await quiet()
      for (let next = waiting[0]; next && next.at <= until; next = waiting[0]) {
        now = next.at
        waiting.shift()
        next.wake()
        await quiet()
      }
      now = Math.max(now, until)
    },
  }
}

function insert<Entry extends { readonly at: number }>(sorted: Entry[], entry: Entry): void {
  const index = sorted.findLastIndex(({ at }) => at <= entry.at)
  sorted.splice(index + 1, 0, entry)
}

async function openStores(database: HourOptions['database'], clock: Clock) {
  if (database === 'sqlite') {
    const store = await openSqlite({ path: ':memory:', mode: 'local' })
    const list = [counted({ ...store, account: ownAccounts(clock.now) }, clock)]
    return { list, close: () => store.close() }
  }
  const postgres = await startPostgres()
  const { server } = await postgres.create()
  const open = () => openPostgres({ server, mode: 'local', now: clock.now })
  const opened = await Promise.all([open(), open()])
  const close = async () => {
    await Promise.all(opened.map(store => store.close()))
    await postgres.stop()
  }
  return { list: opened.map(store => counted(store, clock)), close }
}

function counted(store: Store, { busy }: Clock): Store {
  return {
    ...store,
    commit: busy(store.commit),
    sent: busy(store.sent),
    leads: busy(store.leads),
    account: busy(store.account),
    sentCard: busy(store.sentCard),
    waitingIn: busy(store.waitingIn),
  }
}

function instance(store: Store, serviceUrl: string, clock: Clock, paced: boolean) {
  const agents = { conversationId: agentsChannel, serviceUrl }
  const delivery = createDelivery({ identity: { kind: 'local' }, tokens: noTokens, agents })
  const pace = createPace({ account: store.account, agentsChannel, wait: clock.wait })
  const outbox = createOutbox({
    store,
    deliver: clock.busy(delivery.deliver),
    ...(paced && { pace }),
    wait: clock.wait,
    failed: (_, outcome) => {
      throw new Error(`Not sent: ${JSON.stringify(outcome)}`)
    },
  })
  return {
    async say(said: Said, version: number, index: number): Promise<void> {
      const { conversation } = said
      const done = await store.commit(
        turnOf({
          conversation,
          version,
          activityId: `a${index}`,
          address: addressOf(conversation, serviceUrl),
          case: caseOf({ id: conversation }),
          outbox: [outboundOf(said)],
        }),
      )
      if (done.result !== 'committed') throw new Error(`The turn was ${done.result}.`)
      outbox.take(done.outbox)
    },
    async stop(): Promise<void> {
      outbox.stop()
      await delivery.close()
    },
  }
}

function addressOf(conversationId: string, serviceUrl: string): Address {
  const who = { botId: '28:bot', employeeId: `29:${conversationId}`, tenantId: 'contoso' }
  return { serviceUrl, channelId: 'msteams', conversationId, ...who }
}

function outboundOf({ kind, at }: Said): Outbound {
  const words = `${kind} at ${at}`
  const spoken = {
    language: 'en',
    summary: words,
    blocks: [{ kind: 'text', markdown: words }],
    choices: [],
  } as const
  const outbound: Outbound =
    kind === 'notice'
      ? { kind, spoken }
      : { kind: 'say', spoken, ...(kind === 'reminder' && { urgency: 'notice' }) }
  if ((urgencyOf(outbound) === 'chat') !== (kind === 'chat'))
    throw new Error(`${kind} is not as urgent as it says.`)
  return outbound
}
