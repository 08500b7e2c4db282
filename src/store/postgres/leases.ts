/**
 * Who sends for a conversation. Whoever commits a message into an empty outbox becomes the conversation's sender and
 * stays it until nothing waits any more: `conversations.sender` is the lease, and costs no write of its own.
 *
 * A lease is worth as much as the life of the process that holds it: a row in `instances`, which the process prolongs
 * every few seconds. Another one that finds a life at its end removes it, and takes the conversations up. A process
 * that comes back after that (it was frozen, or cut off) finds its life gone, begins a new one with a new number, and
 * can neither send nor mark anything under the old one: the number is the fencing token.
 */
import type { Pool } from './connection.ts'
import { instanceName } from './connection.ts'
import { patiently } from './failures.ts'

export interface Leases {
  /** The number of the life this process is in. */
  life(): number
  /** True when a send may begin under this lease. Looks into the database when it has not done so for long. */
  leads(lease: number): Promise<boolean>
  /** Prolongs the life, or begins a new one. */
  prolong(): Promise<void>
  /** Removes the lives of processes that are dead, or were not heard of in time. */
  bury(): Promise<void>
  /** Ends the life: others may take up what is left at once. */
  end(): Promise<void>
}

export interface LeaseOptions {
  readonly pool: Pool
  /** Epoch milliseconds; the database's own clock when absent, which all instances share. */
  now?(): number
  /** Told that a life has begun. */
  begun?(): void
}

/** How long a process may be silent. */
export const lifeMs = 20_000
/** Five in a life, and a late one does no harm. */
export const heartbeatMs = 4_000
/** A send takes up to 10 s; no send begins that might outlast the life. */
const sendMs = 12_000
/** When the database was away, everybody's life is over; so long all have time to say that they are there. */
const calmMs = 10_000

export const databaseTime = 'coalesce($1::bigint, (extract(epoch FROM clock_timestamp()) * 1000)::bigint)'

export const leaseSql = {
  begin: `INSERT INTO instances (name, until) VALUES ($3, ${databaseTime} + $2) RETURNING id`,
  /** Whoever lives without that connection (it stood still while the server was restarted) is not dead because of it. */
  prolong: `
UPDATE instances i
   SET until = ${databaseTime} + $2,
       session = CASE WHEN EXISTS (
         SELECT FROM pg_stat_activity a WHERE concat(a.pid, ' ', extract(epoch FROM a.backend_start)) = i.session)
       THEN i.session END
 WHERE i.id = $3`,

  /** Not heard of in time. */
  buryLate: `DELETE FROM instances WHERE until < ${databaseTime}`,

  /** The connection that is open as long as the process lives is gone; unless the server was, a moment ago. */
  buryDead: `
WITH dead AS MATERIALIZED (
  SELECT i.id, i.session FROM instances i
   WHERE i.session IS NOT NULL
     AND pg_postmaster_start_time() < clock_timestamp() - interval '${calmMs} milliseconds'
     AND NOT EXISTS (
       SELECT FROM pg_stat_activity a WHERE concat(a.pid, ' ', extract(epoch FROM a.backend_start)) = i.session)
)
DELETE FROM instances i USING dead WHERE i.id = dead.id AND i.session = dead.session`,

  /** On that connection itself. */
  register: `
UPDATE instances i SET session = concat(a.pid, ' ', extract(epoch FROM a.backend_start))
  FROM pg_stat_activity a WHERE a.pid = pg_backend_pid() AND i.id = $1`,

  end: 'DELETE FROM instances WHERE id = $1',
}

export async function openLeases({ pool, now, begun }: LeaseOptions): Promise<Leases> {
  const clock = now ?? steadyClock()
  const time = () => now?.() ?? null
  let life = 0
  let prolonging: Promise<void> | undefined
  /** When the life was last prolonged: by this process's own clock, and when it was asked for, so never too late. */
  let heard = clock()
  let calmSince = heard
  const safe = () => clock() <= heard + lifeMs - sendMs

  async function begin(): Promise<void> {
    const asked = clock()
    const { rows } = await pool.query<{ id: number }>(leaseSql.begin, [time(), lifeMs, instanceName()])
    life = rows[0]?.id ?? 0
    heardOf(asked)
    begun?.()
  }

  /** One at a time: two that both find the life gone would begin two new ones. */
  function prolong(): Promise<void> {
    prolonging ??= prolongOnce().finally(() => {
      prolonging = undefined
    })
    return prolonging
  }

  async function prolongOnce(): Promise<void> {
    const asked = clock()
    const { rowCount } = await patiently(() => pool.query(leaseSql.prolong, [time(), lifeMs, life]))
    if (rowCount === 0) await begin()
    else heardOf(asked)
  }

  function heardOf(asked: number): void {
    if (asked - heard > calmMs) calmSince = clock()
    heard = asked
  }

  async function bury(): Promise<void> {
    await patiently(() => pool.query(leaseSql.buryDead))
    if (clock() - heard >= heartbeatMs) await prolong()
    if (clock() - calmSince >= calmMs) await patiently(() => pool.query(leaseSql.buryLate, [time()]))
  }

  await begin()
  return {
    life: () => life,
    async leads(lease) {
      if (lease !== life) return false
      if (!safe()) await prolong()
      return lease === life && safe()
    },
    prolong,
    bury,
    end: async () => void (await pool.query(leaseSql.end, [life])),
  }
}

/** Goes on while the process is frozen, and does not go back when somebody sets the clock. */
function steadyClock(): () => number {
  const [wall, steady] = [Date.now(), performance.now()]
  let latest = 0
  return () => {
    latest = Math.max(latest, Date.now() - wall, performance.now() - steady)
    return latest
  }
}
