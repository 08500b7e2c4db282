/** A service whose clock can be set, employees who write to it, and whoever signs their tokens. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startConnector } from '../../support/connector.ts'
import { APP_ID, type Issuer, startIssuer, TENANT_ID, trustFile } from '../../support/issuer.ts'
import { asStarted, freePort, startService } from '../../support/service.ts'
import { openDatabase } from '../database.ts'
import { openSetClock, type SetClock } from './set-clock.ts'

export interface Scene {
  readonly clock: SetClock
  /** A message, or only the sign that somebody types; with this token, or a good one. Answers the status. */
  post(activity: Written): Promise<number>
  readonly sign: Issuer['sign']
  /** The messages that arrived so far, by conversation; not what replaces a card. */
  arrived(): ReadonlyMap<string, number>
  /** Turns of timers that were committed; resolves when the number has not changed for two looks of the service. */
  fired(): Promise<number>
  close(): Promise<void>
}

export interface Written {
  readonly conversation: string
  readonly text?: string
  readonly token?: string
}

export async function openScene(kind: 'sqlite' | 'postgres'): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-clock-'))
  const clock = openSetClock()
  const issuer = await startIssuer({ now: clock.now })
  const connector = await startConnector()
  const trust = trustFile(issuer, [new URL(connector.url).host])
  const database = await openDatabase(kind, folder)
  const env = { ...clock.service.env, TRUST_FILE: trust, DATABASE_URL: database.url }
  const service = await startService({
    folder,
    port: await freePort(),
    env,
    nodeArguments: [...asStarted, ...clock.service.nodeArguments],
  })
  const serviceUrl = `${connector.url}/`
  const sign: Issuer['sign'] = claims => issuer.sign({ serviceurl: serviceUrl, ...claims })
  let written = 0
  return {
    clock,
    sign,
    async post({ conversation, text, token }) {
      const body = activityOf({ conversation, serviceUrl, number: ++written, ...(text && { text }) })
      return postTo(service.url, token ?? (await sign()), body)
    },
    arrived: () =>
      counted(
        connector.arrivals.filter(({ method, activity }) => method === 'POST' && activity.type === 'message'),
      ),
    fired: () => settled(() => timerTurns(service.url)),
    async close() {
      await service.kill()
      await Promise.all([issuer.close(), connector.close(), database.close()])
      clock.close()
      for (const gone of [folder, dirname(trust)]) rmSync(gone, { recursive: true })
    },
  }
}

interface Numbered {
  readonly conversation: string
  readonly serviceUrl: string
  readonly number: number
  readonly text?: string
}

function activityOf({ conversation, serviceUrl, number, text }: Numbered): object {
  return {
    ...(text === undefined ? { type: 'typing' } : { type: 'message', text }),
    id: `a-${number}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${conversation}`, aadObjectId: conversation },
    recipient: { id: `28:${APP_ID}` },
    conversation: { id: conversation, conversationType: 'personal', tenantId: TENANT_ID },
    channelData: { tenant: { id: TENANT_ID } },
    locale: 'de-DE',
  }
}

async function postTo(url: string, token: string, activity: object): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify(activity)
  const response = await fetch(`${url}/api/messages`, { method: 'POST', headers, body })
  await response.body?.cancel()
  return response.status
}

function counted(arrivals: readonly { readonly conversation: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { conversation } of arrivals) counts.set(conversation, (counts.get(conversation) ?? 0) + 1)
  return counts
}

async function timerTurns(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/deskhand_turns_total\{kind="timer",result="committed"\} (\d+)/.exec(text)?.[1] ?? 0)
}

/** The service looks for timers once a second. */
async function settled(read: () => Promise<number>): Promise<number> {
  for (let before = await read(); ; ) {
    await pause(2_200)
    const after = await read()
    if (after === before) return after
    before = after
  }
}
