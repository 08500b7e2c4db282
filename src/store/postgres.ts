/**
 * PostgreSQL: what several instances share. Each works alone until two meet at one conversation; then its version, its
 * sender or the activity's key decides, in one statement.
 *
 *   load, commit, sent ──> Batches ──┐
 *   queries, leases ─────────────────┼── pool ──── PostgreSQL
 *   hints ───────────────────────────┴── one connection ─┘
 */
import { Kysely, PostgresDialect } from 'kysely'
import { AppError, messageOf } from '../errors.ts'
import type { Migration } from './migrations.ts'
import type { Mode } from './mode.ts'
import { account } from './postgres/accounts.ts'
import { Batches } from './postgres/batches.ts'
import { commitTurns } from './postgres/commit.ts'
import type { Pool } from './postgres/connection.ts'
import { openPool, type Server } from './postgres/connection.ts'
import { patiently } from './postgres/failures.ts'
import { type Hints, openHints } from './postgres/hints.ts'
import { heartbeatMs, type Leases, openLeases } from './postgres/leases.ts'
import { loadAll, type Wanted } from './postgres/load.ts'
import { prepareTables } from './postgres/prepare.ts'
import { forgetBefore, rareSql, resend, sentCard } from './postgres/rare.ts'
import { markSent, takeUp, waitingIn } from './postgres/sending.ts'
import { takeTimers } from './postgres/timers.ts'
import { coldReads } from './queries.ts'
import { answering } from './reading.ts'
import type { OutboxRow, Sent } from './records.ts'
import type { Tables } from './schema.ts'
import type { Committed, Loaded, Store, StoreStats, Turn } from './store.ts'

export type { Server } from './postgres/connection.ts'

export interface PostgresOptions {
  readonly server: Server
  readonly mode: Mode
  /** Connections to the server, besides the one for hints; 8 unless told. */
  readonly connections?: number
  /** The clock of leases, epoch milliseconds; the server's own unless told. Nothing is prolonged by itself then. */
  now?(): number
  readonly migrations?: readonly Migration[]
}

/**
 * @throws AppError('configuration') when the server cannot be reached, or a newer Deskhand has used the database.
 * @throws AppError('local-mode') when the database was made in the other mode.
 */
export async function openPostgres(options: PostgresOptions): Promise<Store> {
  const { server, mode, now, migrations } = options
  const pool = openPool(server, options.connections ?? 8)
  let hints: Hints | undefined
  try {
    await prepareTables(server, mode, migrations)
    const begun = () => hints?.register()
    const leases = await openLeases({ pool, begun, ...(now && { now }) })
    hints = openHints(server, leases.life)
    return storeOf({ pool, leases, hints, ...(now && { now }) })
  } catch (thrown) {
    await pool.end()
    throw thrown instanceof AppError ? thrown : cannotOpen(server, thrown)
  }
}

/** Who asks whether we are ready does not wait long for an answer. */
const soon = { query_timeout: 3_000 }

interface Parts {
  readonly pool: Pool
  readonly leases: Leases
  readonly hints: Hints
  now?(): number
}

function storeOf(parts: Parts): Store {
  const { pool, leases, hints, now } = parts
  const queues = queuesOf(parts)
  const heartbeat = now ? undefined : keepAlive(leases)
  return {
    ...queues.calls,
    ...rareCalls(pool, now),
    ...coldReads(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })),
    takeUp: async held => {
      await leases.bury()
      return takeUp(pool, leases.life(), held)
    },
    leads: lease => leases.leads(lease),
    onLeft: tell => hints.listen(tell),
    ready: async () => {
      await patiently(() => pool.query({ text: rareSql.probe, values: [String(Date.now())], ...soon }))
    },
    close: async () => {
      clearInterval(heartbeat)
      await queues.close()
      await hints.close()
      await leases.end().catch(() => undefined)
      if (!pool.ending) await pool.end()
    },
  }
}

/** What comes with every turn: gathered, so that many turns share a statement. */
function queuesOf({ pool, leases, hints }: Parts) {
  const counted: { -readonly [Name in keyof StoreStats]: StoreStats[Name] } = { batches: 0, turns: 0 }
  const commitParts = { pool, life: leases.life, leftTo: hints.send }
  const loads = new Batches<Wanted, Loaded>({ limit: 100, run: wanted => loadAll(pool, wanted) })
  const looks = new Batches<string, OutboxRow[]>({
    limit: 100,
    run: keys => waitingIn(pool, leases.life(), keys),
  })
  const marks = new Batches<readonly Sent[], string[]>({ limit: 200, run: lists => markSent(pool, lists) })
  const commits = new Batches<Turn, Committed>({
    limit: 100,
    keyOf: turn => turn.conversation,
    run: async turns => {
      const results = await commitTurns(commitParts, turns)
      const done = results.filter(result => !(result instanceof Error) && result.result === 'committed')
      counted.turns += done.length
      counted.batches += done.length > 0 ? 1 : 0
      return results
    },
  })
  const calls: Pick<Store, 'load' | 'commit' | 'waitingIn' | 'sent' | 'stats'> = {
    load: (conversation, activityId) => loads.add({ conversation, activityId }),
    commit: turn => commits.add(turn),
    waitingIn: conversation => looks.add(conversation),
    sent: sent => (sent.length === 0 ? Promise.resolve([]) : marks.add(sent)),
    stats: () => ({ ...counted }),
  }
  const close = () => Promise.all([loads, looks, marks, commits].map(queue => queue.close()))
  return { calls, close }
}

function rareCalls(
  pool: Pool,
  now: Parts['now'],
): Pick<Store, 'sentCard' | 'takeTimers' | 'account' | 'resend' | 'forgetAnswers'> {
  return {
    account: (name, change) => account(pool, now?.() ?? null, name, change),
    sentCard: (conversation, nonce) => sentCard(pool, conversation, nonce),
    takeTimers: (due, limit) => takeTimers(pool, now?.() ?? null, due, limit),
    resend: ids => answering(() => resend(pool, ids)),
    forgetAnswers: before => forgetBefore(pool, before),
  }
}

/** A beat that fails is made up for by the next, or by the question before a send. */
function keepAlive(leases: Leases): NodeJS.Timeout {
  return setInterval(() => leases.prolong().catch(() => undefined), heartbeatMs).unref()
}

/** Names the server without its password. */
function cannotOpen({ user, host, port, database }: Server, thrown: unknown): AppError {
  const message =
    `The database ${database} on ${host}:${port} cannot be opened as ${user}: ${messageOf(thrown)}. ` +
    'Check DATABASE_URL, and that the server runs and lets this machine in.'
  return new AppError('configuration', message, { cause: thrown })
}
