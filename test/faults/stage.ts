/** Everything a crash test needs around the service: the far side, an identity, two histories, a folder. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'undici'
import { freePort } from '../support/service.ts'
import { openTrust, type Trust } from '../support/trust.ts'
import type { Envelope } from './activities.ts'
import { check, type Verdict } from './checker.ts'
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

export interface Stage {
  readonly world: World
  readonly supervisor: Supervisor
  readonly database: string
  /** Judges what was written down so far. */
  verdict(): Verdict
  close(): Promise<void>
}

/** `replyPatienceMs`: how long a client waits for a reply that it needs to go on. */
export async function openStage(replyPatienceMs = 60_000): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-crash-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove) // Also after Control-C.
  const files = { client: join(folder, 'client.jsonl'), far: join(folder, 'connector.jsonl') }
  const history = openHistory<ClientEvent>(files.client)
  const farHistory = openHistory<FarEvent>(files.far)
  const far = await openFarSide(farHistory)
  const trust = await openTrust(Number(new URL(far.url).port))
  const port = await freePort()
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 256, pipelining: 1 })
  const supervisor = supervise({ folder, port, env: { TRUST_FILE: trust.file } }, history, far)
  return {
    world: { history, far, pool, replyPatienceMs, ...identity(trust) },
    supervisor,
    database: join(folder, 'deskhand.db'),
    verdict: () => check(readHistory<ClientEntry>(files.client), readHistory<FarEntry>(files.far)),
    async close() {
      await supervisor.end()
      await Promise.all([pool.destroy(), far.close(), trust.close()])
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
