/** Everything a crash test needs around the service: the far side, an identity, two histories, a folder. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'undici'
import { freePort } from '../support/service.ts'
import { openTrust, type Trust } from '../support/trust.ts'
import type { Envelope } from './activities.ts'
import { check, type Verdict } from './checker.ts'
import { openDatabase } from './database.ts'
import type { World } from './employee.ts'
import { openFarSide } from './far-side.ts'
import {
  type ClientEntry,
  type ClientEvent,
  type FarEntry,
  type FarEvent,
  openHistory,
  readHistory,
} from './history.ts'
import { type Supervisor, supervise } from './supervisor.ts'

export interface StageOptions {
  /** How long a client waits for a reply that it needs to go on. */
  readonly replyPatienceMs?: number
  /** sqlite unless told. */
  readonly database?: 'sqlite' | 'postgres'
  /** Services on one database, each on its own port; the clients go to any of them. 1 unless told. */
  readonly instances?: number
}

export interface Stage {
  readonly world: World
  /** One for each service. */
  readonly supervisors: readonly Supervisor[]
  /** The first, where there is only one. */
  readonly supervisor: Supervisor
  /** The database's own word on what is in it, once the services have ended: `ok`. */
  integrity(): Promise<string>
  /** Judges what was written down so far. */
  verdict(): Verdict
  close(): Promise<void>
}

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const { replyPatienceMs = 60_000, instances = 1 } = options
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-crash-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove) // Also after Control-C.
  const files = { client: join(folder, 'client.jsonl'), far: join(folder, 'connector.jsonl') }
  const history = openHistory<ClientEvent>(files.client)
  const farHistory = openHistory<FarEvent>(files.far)
  const far = await openFarSide(farHistory)
  const trust = await openTrust(Number(new URL(far.url).port))
  const database = await openDatabase(options.database ?? 'sqlite', folder)
  const env = { TRUST_FILE: trust.file, DATABASE_URL: database.url }
  const ports = await Promise.all(Array.from({ length: instances }, freePort))
  const pools = ports.map(port => new Pool(`http://127.0.0.1:${port}`, { connections: 256, pipelining: 1 }))
  const supervisors = ports.map(port =>
    supervise({ folder, port, env }, history, instances === 1 ? far : undefined),
  )
  const [supervisor] = supervisors
  if (!supervisor) throw new Error('A stage has at least one service.')
  return {
    world: { history, far, pools, replyPatienceMs, ...identity(trust) },
    supervisors,
    supervisor,
    integrity: database.integrity,
    verdict: () => check(readHistory<ClientEntry>(files.client), readHistory<FarEntry>(files.far)),
    async close() {
      await Promise.all(supervisors.map(one => one.end()))
      await Promise.all([...pools.map(pool => pool.destroy()), far.close(), trust.close(), database.close()])
      history.close()
      farHistory.close()
      process.off('exit', remove)
      remove()
    },
  }
}

function identity(trust: Trust): Pick<World, 'headers' | keyof Envelope> {
  const { token, tenantId, appId, serviceUrl } = trust
  return {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    tenantId,
    envelope: {
      channelId: 'msteams',
      serviceUrl,
      recipient: { id: `28:${appId}`, name: 'Deskhand' },
      channelData: { tenant: { id: tenantId } },
      locale: 'de-DE',
    },
  }
}
