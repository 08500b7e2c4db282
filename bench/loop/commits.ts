/** Turns committed to SQLite for 3 s, 64 at a time: by the writer's thread, or by the same statements on this one. */

import { applyBatch } from '../../src/store/sqlite/apply.ts'
import { connect } from '../../src/store/sqlite/connection.ts'
import { turnJob } from '../../src/store/sqlite/jobs.ts'
import { prepareAll, writeSql } from '../../src/store/sqlite/statements.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { Turn } from '../../src/store/store.ts'
import { caseOf, text, turnOf } from '../../test/store/turns.ts'
import { now } from '../../test/support/clock.ts'

const atOnce = 64
const forMs = 3_000

export async function commitThere(path: string): Promise<string> {
  const store = await openSqlite({ path, mode: 'production' })
  const said = await talk(async turn => (await store.commit(turn)).result)
  await store.close()
  return said
}

/** All that wait share a transaction here, too. */
export async function commitHere(path: string): Promise<string> {
  await (await openSqlite({ path, mode: 'production' })).close()
  const db = connect({ path, durable: true })
  const write = prepareAll(db, writeSql)
  let waiting: { readonly turn: Turn; readonly done: (result: string) => void }[] = []
  const commit = () => {
    const batch = waiting
    waiting = []
    const results = applyBatch(
      db,
      write,
      batch.map(({ turn }) => turnJob(turn)),
    )
    for (const [index, { done }] of batch.entries()) done(results[index]?.result ?? 'failed')
  }
  const said = await talk(turn => {
    if (waiting.length === 0) setImmediate(commit)
    return new Promise(done => waiting.push({ turn, done }))
  })
  db.close()
  return said
}

async function talk(commit: (turn: Turn) => Promise<string>): Promise<string> {
  const until = now() + forMs
  let committed = 0
  const one = async (_: unknown, number: number) => {
    for (let version = 0; now() < until; version++) {
      const result = await commit(turnAt(number, version))
      if (result !== 'committed') throw new Error(`The turn was ${result}.`)
      committed += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return `${Math.round((committed * 1000) / forMs)} turns/s`
}

function turnAt(number: number, version: number): Turn {
  const at = Date.now()
  return turnOf({
    conversation: `conversation ${number}`,
    version,
    activityId: `${number}-${version}`,
    case: caseOf({ id: `case ${number}`, words: ['x'.repeat(1_000)] }),
    transcript: [
      { from: 'employee', text: 'x'.repeat(60), at },
      { from: 'bot', text: 'x'.repeat(400), at },
    ],
    outbox: [text('x'.repeat(1_500), `${number}-${version}`)],
    timers: [{ name: 'remind', at }],
    clearTimers: true,
    at,
  })
}
