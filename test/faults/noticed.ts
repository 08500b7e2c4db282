/** What the clients noticed of a database that was away, from their history. */
import { lostAnswer } from './employee.ts'
import type { ClientEntry, Outage } from './history.ts'
import type { Readiness } from './readiness.ts'

/** One outage, as it was noticed outside. */
export interface Noticed extends Readiness {
  readonly how: Outage
  readonly awayMs: number
  /** Activities that were not acknowledged because of it: answered with 503, or not at all. */
  readonly refused: number
  readonly unanswered: number
  /** From when it is back until an activity is acknowledged. Infinity: never. */
  readonly servingMs: number
}

/** So long after it is back nothing may be refused any more. */
export const recoveredMs = 5_000

export interface Needless {
  /** Attempts that failed although the database had been there for 5 s, or was there still: how they failed. */
  readonly needless: readonly string[]
  /** Activities to be repeated because three times another service had been faster in their conversation. */
  readonly overtaken: number
}

/** One for each outage, in order. */
export function noticedIn(client: readonly ClientEntry[], readiness: readonly Readiness[]): Noticed[] {
  return spellsOf(client).flatMap((spell, index) => {
    const ready = readiness[index]
    return ready ? [{ ...during(client, spell), ...ready }] : []
  })
}

interface Spell {
  readonly how: Outage
  readonly from: number
  readonly to: number
}

function spellsOf(client: readonly ClientEntry[]): Spell[] {
  const backs = client.filter(({ event }) => event === 'database-back')
  return client.flatMap(entry => {
    if (entry.event !== 'database-away') return []
    const to = backs.find(({ at }) => at > entry.at)?.at ?? Number.POSITIVE_INFINITY
    return [{ how: entry.how, from: entry.at, to }]
  })
}

type Refusals = Omit<Noticed, keyof Readiness>

function during(client: readonly ClientEntry[], { how, from, to }: Spell): Refusals {
  const failed = failuresIn(client).filter(({ at }) => at >= from && at <= to + recoveredMs)
  const refused = failed.filter(({ why }) => why.startsWith('503')).length
  const served = client.find(({ event, at }) => event === 'acknowledged' && at > to)
  return {
    how,
    awayMs: to - from,
    refused,
    unanswered: failed.length - refused,
    servingMs: (served?.at ?? Number.POSITIVE_INFINITY) - to,
  }
}

export function needlessIn(client: readonly ClientEntry[]): Needless {
  const spells = spellsOf(client)
  const isAway = (at: number) => spells.some(({ from, to }) => at >= from && at <= to + recoveredMs)
  const failed = failuresIn(client).flatMap(({ at, why }) => (isAway(at) ? [] : [why]))
  const needless = failed.filter(why => !why.includes('Another instance kept changing'))
  return { needless, overtaken: failed.length - needless.length }
}

function failuresIn(client: readonly ClientEntry[]) {
  return client.flatMap(entry =>
    entry.event === 'failed' && entry.why !== lostAnswer ? [{ at: entry.at, why: entry.why }] : [],
  )
}
