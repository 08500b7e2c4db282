/** The whole story of an upgrade that is killed again and again, on one kind of database. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { migrations } from '../../../src/store/migrations.ts'
import { type Connector, startConnector } from '../../support/connector.ts'
import { type Postgres, startPostgres } from '../../support/postgres.ts'
import { openTrust } from '../../support/trust.ts'
import { type OldDatabase, oldPostgres, oldSqlite } from './old-database.ts'
import { type Rows, unsentOf } from './rows.ts'
import { openUpgrade, type Upgrade } from './upgrade.ts'

export interface Interrupted {
  /** The last statement before each death. */
  readonly deaths: readonly string[]
  /** What was not as before: after a death, or after the last one. */
  readonly wrong: readonly string[]
  readonly version: number
  readonly integrity: string
  /** Messages that the version before had not sent; that arrived after the upgrade. */
  readonly unsent: number
  readonly arrived: number
  readonly newer: readonly Newer[]
  /** PostgreSQL only: changes of tables in one migration; by two instances that started together. */
  readonly together: { readonly alone: number; readonly both: number } | undefined
}

/** A database that a newer program has used, and what this one made of it. */
export interface Newer {
  readonly what: string
  readonly good: boolean
  readonly said: string
}

export interface InterruptedOptions {
  readonly backend: 'sqlite' | 'postgres'
  readonly conversations: number
  readonly kills: number
}

interface Ground {
  readonly upgrade: Upgrade
  readonly connector: Connector
  make(): Promise<OldDatabase>
}

export async function interrupt({ backend, conversations, kills }: InterruptedOptions): Promise<Interrupted> {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-migration-'))
  const connector = await startConnector()
  const trust = await openTrust(Number(new URL(connector.url).port))
  const upgrade = openUpgrade(trust)
  const rows = { conversations, serviceUrl: trust.serviceUrl, tenantId: trust.tenantId }
  const postgres = backend === 'postgres' ? await startPostgres({ durable: true }) : undefined
  try {
    const make = makerOf(folder, rows, postgres)
    return await story({ upgrade, connector, make }, kills, unsentOf(rows))
  } finally {
    await Promise.all([connector.close(), trust.close(), postgres?.stop()])
    upgrade.close()
    rmSync(folder, { recursive: true })
  }
}

function makerOf(folder: string, rows: Rows, postgres: Postgres | undefined): () => Promise<OldDatabase> {
  if (postgres) return () => oldPostgres(postgres, rows)
  return () => oldSqlite(mkdtempSync(join(folder, 'database-')), rows)
}

async function story(
  { upgrade, connector, make }: Ground,
  kills: number,
  unsent: number,
): Promise<Interrupted> {
  const { first, statements } = await upgrade.learn(await make())
  const old = await make()
  const before = await old.rows()
  const deaths: string[] = []
  const wrong: string[] = []
  for (const statement of deathsIn(statements.length, kills)) {
    deaths.push(await upgrade.dieAt(old, first + statement))
    if (!isDeepStrictEqual(await old.rows(), before)) wrong.push(`rows after "${deaths.at(-1)}"`)
    if ((await old.integrity()) !== 'ok') wrong.push(`integrity after "${deaths.at(-1)}"`)
  }
  const seen = connector.count
  const service = await upgrade.start(old)
  await settled(() => connector.count)
  await service.kill()
  return {
    deaths,
    wrong,
    version: await old.version(),
    integrity: await old.integrity(),
    unsent,
    arrived: connector.count - seen,
    newer: await tryNewer(upgrade, old),
    together: old.backend === 'postgres' ? await startTogether(upgrade, await make(), statements) : undefined,
  }
}

/** Anywhere, and at last in the commit. */
function deathsIn(statements: number, kills: number): number[] {
  const anywhere = Array.from({ length: kills - 1 }, () => Math.floor(Math.random() * (statements - 1)))
  return [...anywhere, statements - 1]
}

async function tryNewer(upgrade: Upgrade, old: OldDatabase): Promise<Newer[]> {
  const known = migrations.length
  const rows = await old.rows()
  const seen: Newer[] = []
  const look = async (what: string, accepted: boolean) => {
    const refused = await upgrade.refusal(old)
    const plain =
      refused?.code === 1 && /newer Deskhand has used it\. Start that Deskhand again/.test(refused.said)
    const said = refused ? (refused.said.split('\n').at(1) ?? '') : 'it starts'
    seen.push({ what, said, good: accepted ? refused === undefined : plain })
  }
  await old.claim(known + 1, 'additive: to come')
  await look('one additive version ahead', true)
  await old.claim(known + 2, 'additive: and another')
  await look('two versions ahead', false)
  await old.claim(known + 2, undefined)
  await old.claim(known + 1, undefined)
  await old.claim(known + 1, 'to come')
  await look('one version ahead that it cannot work with', false)
  if (!isDeepStrictEqual(await old.rows(), rows)) {
    seen.push({ what: 'rows after a refusal', said: 'not as before', good: false })
  }
  return seen
}

/** Whoever is second waits for the first, which takes its time. */
async function startTogether(upgrade: Upgrade, old: OldDatabase, statements: readonly string[]) {
  await old.slowDown() // So that the second comes while the first is at it.
  const services = await Promise.all([upgrade.start(old), upgrade.start(old)])
  const both = services.flatMap(service => service.statements()).filter(isChange)
  await Promise.all(services.map(service => service.kill()))
  return { alone: statements.filter(isChange).length, both: both.length }
}

function isChange(sql: string): boolean {
  return /^ *(alter table|create (table|index|unique index)) (?!if not exists)/i.test(sql)
}

/** Nothing more for two looks of the outbox. */
async function settled(read: () => number): Promise<void> {
  for (let before = -1; before !== read(); await pause(2_200)) before = read()
}
