/** Everything a crash test needs around the service: the far side, an identity, two histories, a folder. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'undici'
import type { Postgres } from '../support/postgres.ts'
import { freePort, type ServiceOptions } from '../support/service.ts'
import { openTrust, type Trust } from '../support/trust.ts'
import type { Envelope } from './activities.ts'
import { check, type Verdict } from './checker.ts'
import { openDatabase, type TestDatabase } from './database.ts'
import type { World } from './employee.ts'
import { agentsChannel, type Misbehaves, openFarSide } from './far-side.ts'
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
  /** A fault is planted: what is missing is not waited for, and a bad verdict leaves nothing behind. */
  readonly planted?: boolean
  /** How long a client waits for a reply that it needs to go on. */
  readonly replyPatienceMs?: number
  /** sqlite unless told. */
  readonly database?: 'sqlite' | 'postgres'
  /** Services on one database, each on its own port; the clients go to any of them. 1 unless told. */
  readonly instances?: number
  /** What each service is started with besides: its environment, and what is loaded in front of it. */
  readonly service?: Pick<ServiceOptions, 'env' | 'nodeArguments' | 'under'>
  readonly misbehaves?: Misbehaves
  /** Milliseconds until the far side answers, at the most; 45 unless told. */
  readonly farMs?: number
  /** True: there is an agents' channel, which is told of hand-overs. */
  readonly agents?: boolean
  /** A server that several stages share, each with a database of its own; absent: one for this stage. */
  readonly postgres?: Postgres
}

export interface Stage {
  readonly world: World
  /** One for each service. */
  readonly supervisors: readonly Supervisor[]
  /** The first, where there is only one. */
  readonly supervisor: Supervisor
  /** As DATABASE_URL takes it. */
  readonly databaseUrl: string
  readonly database: TestDatabase
  /** The database's own word on what is in it, once the services have ended: `ok`. */
  integrity(): Promise<string>
  /** Begins the histories with what was seen elsewhere. */
  know(histories: Histories): void
  /** What was written down so far. */
  histories(): Histories
  /** Judges it. After a bad verdict that nobody expected, the folder stays with all that was written down. */
  verdict(): Verdict
  close(): Promise<void>
}

export interface Histories {
  readonly client: readonly ClientEntry[]
  readonly far: readonly FarEntry[]
}

process.setMaxListeners(100) // Whatever is started here wants to hear of this process's end.

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const { planted = false, replyPatienceMs = planted ? 3_000 : 60_000, instances = 1 } = options
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-crash-'))
  let kept = false
  const remove = () => {
    if (kept) process.stderr.write(`Histories and logs of the bad verdict: ${folder}\n`)
    else rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', remove) // Also after Control-C.
  const files = { client: join(folder, 'client.jsonl'), far: join(folder, 'connector.jsonl') }
  const history = openHistory<ClientEvent>(files.client)
  const farHistory = openHistory<FarEvent>(files.far)
  const far = await openFarSide(farHistory, options.misbehaves, options.farMs)
  const trust = await openTrust(Number(new URL(far.url).port))
  const database = await openDatabase(options.database ?? 'sqlite', folder, options.postgres)
  const env = {
    ...options.service?.env,
    ...(options.agents && { AGENTS_CHANNEL: agentsChannel, AGENTS_SERVICE_URL: trust.serviceUrl }),
    TRUST_FILE: trust.file,
    DATABASE_URL: database.url,
  }
  const ports = await Promise.all(Array.from({ length: instances }, freePort))
  const pools = ports.map(port => new Pool(`http://127.0.0.1:${port}`, { connections: 256, pipelining: 1 }))
  const supervisors = ports.map((port, instance) =>
    supervise(
      { ...options.service, folder, port, env, instance },
      history,
      instances === 1 ? far : undefined,
    ),
  )
  const histories = (): Histories => {
    return { client: readHistory(files.client), far: readHistory(files.far) }
  }
  const [supervisor] = supervisors
  if (!supervisor) throw new Error('A stage has at least one service.')
  return {
    world: { history, far, pools, agents: options.agents === true, replyPatienceMs, ...identity(trust) },
    supervisors,
    supervisor,
    databaseUrl: database.url,
    database,
    integrity: database.integrity,
    know(histories) {
      history.copy(histories.client)
      farHistory.copy(histories.far)
    },
    histories,
    verdict() {
      const { client, far } = histories()
      const verdict = check(client, far)
      kept ||= verdict.violations.length > 0 && !planted
      return verdict
    },
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
