/** What /readyz says while the database goes away and comes back. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'undici'
import { now } from '../support/clock.ts'

export interface Readiness {
  /** From when it goes until the first service says that it is not ready. Infinity: none did. */
  readonly unreadyMs: number
  /** From when it is back until every service is ready again. */
  readonly readyMs: number
  /** What was given as reasons meanwhile. */
  readonly reasons: readonly string[]
}

/** `away` resolves when the database is back. */
export async function watchReadiness(pools: readonly Pool[], away: () => Promise<void>): Promise<Readiness> {
  const began = now()
  let unready = Number.POSITIVE_INFINITY
  let back: number | undefined
  const gone = away().then(() => {
    back = now()
  })
  const reasons = new Set<string>()
  const watches = pools.map(async pool => {
    for (;;) {
      await pause(50)
      const asked = now()
      const reason = await whyNot(pool)
      if (reason === undefined && back !== undefined && asked >= back) return now()
      if (reason === undefined || back !== undefined) continue
      reasons.add(reason)
      unready = Math.min(unready, now())
    }
  })
  await gone
  const ready = await Promise.all(watches)
  return {
    unreadyMs: unready - began,
    readyMs: Math.max(...ready) - (back ?? 0),
    reasons: [...reasons],
  }
}

/** Undefined: ready. */
async function whyNot(pool: Pool): Promise<string | undefined> {
  const { statusCode, body } = await pool.request({ path: '/readyz', method: 'GET' })
  const said = (await body.json()) as { readonly reason?: string }
  return statusCode === 200 ? undefined : `${statusCode} ${said.reason}`
}
