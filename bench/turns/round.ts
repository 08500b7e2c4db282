/** One round of one bot: warm up, measure, fall silent. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Service } from '../../test/support/service.ts'
import type { Child } from './child.ts'
import type { LoadQuestion } from './load.ts'
import { type Metrics, processorSeconds, rise, scrape } from './metrics.ts'
import type { Measured } from './window.ts'

export interface Stage {
  readonly load: Child<LoadQuestion, Measured>
  readonly talk: Omit<Extract<LoadQuestion, { kind: 'talk' }>, 'kind' | 'name' | 'url'>
  readonly seconds: number
}

export interface Round {
  readonly turnsPerSecond: number
  readonly cpuMsPerTurn: number
  readonly ackP50Ms: number
  readonly ackP99Ms: number
  readonly replyP50Ms: number
  readonly replyP99Ms: number
  readonly loopDelayP99Ms: number
  readonly memoryMb: number
  /** 1 when each turn led to one message; more would let a reply count for the next turn. */
  readonly messagesPerTurn: number
  readonly cardsPerTurn: number
  readonly updatesPerTurn: number
  /** 0 for a bot that stores nothing. */
  readonly turnsPerCommit: number
  /** Of the database's own server, on top of `cpuMsPerTurn`; 0 where there is none. */
  readonly serverCpuMsPerTurn: number
}

/** A bot, and what its database's server has taken of the processor so far, in seconds. */
export type Bot = Service & { serverSeconds?(): number | undefined }

const warmUpMs = 1500

export async function playRound(stage: Stage, name: string, bot: Bot, during?: During): Promise<Round> {
  await stage.load.ask({ kind: 'talk', name, url: bot.url, ...stage.talk })
  await pause(warmUpMs)
  const before = await scrape(bot.url)
  await stage.load.ask({ kind: 'begin' })
  const serverBefore = bot.serverSeconds?.() ?? 0
  during?.begins()
  await pause(stage.seconds * 1000)
  const measured = await stage.load.ask({ kind: 'end' })
  during?.ends(measured)
  const serverSeconds = (bot.serverSeconds?.() ?? 0) - serverBefore
  const after = await scrape(bot.url)
  await stage.load.ask({ kind: 'hush' })
  return { ...round(measured, before, after), serverCpuMsPerTurn: (serverSeconds * 1000) / measured.turns }
}

/** Told the moments between which turns are counted. */
export interface During {
  begins(): void
  ends(measured: Measured): void
}

function round(measured: Measured, before: Metrics, after: Metrics): Omit<Round, 'serverCpuMsPerTurn'> {
  const commits = rise(before, after, 'deskhand_store_batches_total')
  const stored = rise(before, after, 'deskhand_store_turns_total') ?? 0
  return {
    turnsPerSecond: measured.turns / measured.seconds,
    cpuMsPerTurn: (processorSeconds(before, after) * 1000) / measured.turns,
    ackP50Ms: measured.ackP50,
    ackP99Ms: measured.ackP99,
    replyP50Ms: measured.replyP50,
    replyP99Ms: measured.replyP99,
    loopDelayP99Ms: (after.get('nodejs_eventloop_lag_p99_seconds') ?? 0) * 1000,
    memoryMb: (after.get('process_resident_memory_bytes') ?? 0) / 2 ** 20,
    messagesPerTurn: measured.messages / measured.turns,
    cardsPerTurn: measured.cards / measured.turns,
    updatesPerTurn: measured.updates / measured.turns,
    turnsPerCommit: commits ? stored / commits : 0,
  }
}
