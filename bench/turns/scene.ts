/** The far side and the employees, each a process of its own, and an issuer of tokens that the bots trust. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTrust, type Trust } from '../../test/support/trust.ts'
import { type Child, startChild } from './child.ts'
import type { Doors } from './connector.ts'
import type { LoadQuestion } from './load.ts'
import type { Measured } from './window.ts'

type End = () => Promise<unknown> | unknown

export interface Scene {
  readonly load: Child<LoadQuestion, Measured>
  readonly trust: Trust
  readonly talk: Pick<Trust, 'appId' | 'tenantId' | 'serviceUrl' | 'token'>
  /** Holds the databases. */
  readonly folder: string
  /** What `close` does besides, the last one first. */
  readonly ends: End[]
  close(): Promise<void>
}

/** `within`: on the disk that is to be measured. Children end with this process: see startService and startChild. */
export async function setScene(within = tmpdir()): Promise<Scene> {
  const stop = () => process.exit(130)
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const folder = mkdtempSync(join(within, 'deskhand-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true })) // Also after Control-C.
  const connector = startChild<'listen', Doors>('connector')
  const load = startChild<LoadQuestion, Measured>('load')
  const ends: End[] = [connector.close, load.close]
  const { port, feedPort } = await connector.ask('listen')
  await load.ask({ kind: 'feed', port: feedPort })
  const trust = await openTrust(port)
  ends.push(trust.close)
  const { appId, tenantId, serviceUrl, token } = trust
  const close = async () => {
    for (const end of ends.toReversed()) await end()
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
  return { load, trust, talk: { appId, tenantId, serviceUrl, token }, folder, ends, close }
}
