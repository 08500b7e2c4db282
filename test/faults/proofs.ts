/** The checker proved: for each guard of the product a scenario in which its absence has to be noticed, and as what. */
import type { Postgres } from '../support/postgres.ts'
import type { Verdict, Violation } from './checker.ts'
import { type CrashOptions, crash } from './crash.ts'
import type { Misbehaves } from './far-side.ts'
import { cutSqlite } from './power.ts'
import type { Guard } from './sabotages.ts'

type Kind = Violation['kind']

export interface Proof {
  /** What the service then does. */
  readonly planted: string
  /** At least this is what the checker has to call it. */
  readonly kind: Kind
  /** `guards`: none, or the one that is taken away. */
  run(guards: readonly Guard[], postgres: () => Promise<Postgres>): Promise<Verdict>
}

const few = { conversations: 30, kills: 0 } as const
/** Replies wait for each other. */
const slow = { farMs: 400 } as const

export const proofs: Readonly<Record<Guard, Proof>> = {
  'outbox-replay': {
    planted: 'forgets after a crash what was not sent yet',
    kind: 'lost',
    run: guards => onSqlite({ ...few, farMs: 1_500, kills: 1, calmMs: 1_000 }, guards),
  },
  order: {
    planted: 'sends the next message without waiting for the last one',
    kind: 'disordered',
    run: guards => onSqlite({ ...few, misbehaves: unwilling() }, guards),
  },
  inbox: {
    planted: 'does not recognise a repeated activity',
    kind: 'doubled',
    run: guards => onSqlite(few, guards),
  },
  'acknowledge-first': {
    planted: 'acknowledges before it commits',
    kind: 'lost',
    run: guards => onSqlite({ ...few, conversations: 60, kills: 1 }, guards),
  },
  sync: {
    planted: 'does not bring to the disk what it commits; then the power is cut',
    kind: 'lost',
    run: async guards =>
      (await cutSqlite({ conversations: 30, cuts: 1, synced: guards.length === 0 })).verdict,
  },
  version: {
    planted: 'writes over what another instance has changed meanwhile',
    kind: 'doubled',
    run: (guards, postgres) => onPostgres({ ...few, along: ['hurried'] }, guards, postgres),
  },
  lease: {
    planted: 'sends for a conversation that another instance leads',
    kind: 'doubled',
    run: (guards, postgres) => onPostgres({ ...few, ...slow }, guards, postgres),
  },
  fencing: {
    planted: 'goes on sending after it stood still and was replaced',
    kind: 'disordered',
    run: (guards, postgres) =>
      onPostgres({ ...few, farMs: 1_000, kills: 1, freezeMs: 6_500 }, guards, postgres, ['short-leases']),
  },
}

async function onSqlite(options: CrashOptions, guards: readonly Guard[]): Promise<Verdict> {
  const { verdict } = await crash({ ...options, ...sabotage(guards) })
  return verdict
}

async function onPostgres(
  options: CrashOptions,
  guards: readonly Guard[],
  postgres: () => Promise<Postgres>,
  conditions: readonly string[] = [],
): Promise<Verdict> {
  const where = { database: 'postgres', instances: 2, postgres: await postgres() } as const
  const { verdict } = await crash({ ...options, ...where, ...sabotage(guards, conditions) })
  return verdict
}

function sabotage(guards: readonly Guard[], conditions: readonly string[] = []): Partial<CrashOptions> {
  const names = [...conditions, ...guards]
  return {
    ...(names.length > 0 && { sabotage: names.join(',') }),
    ...(guards.length > 0 && { planted: true }),
  }
}

/** Refusals of one conversation in a row: with one more, chance alone could keep a message longer than a client waits. */
const mostRefusals = 4

/** The far side does not take every message at once. */
function unwilling(): Misbehaves {
  const refused = new Map<string, number>()
  return ({ conversation }) => {
    const before = refused.get(conversation) ?? 0
    const refuses = before < mostRefusals && Math.random() < 0.15
    refused.set(conversation, refuses ? before + 1 : 0)
    return refuses ? { status: 503 } : undefined
  }
}
