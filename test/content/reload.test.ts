/** The real service, and an author who changes its knowledge while somebody is in the middle of a case. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Connector, startConnector } from '../support/connector.ts'
import { freePort, type Service, startService } from '../support/service.ts'
import { usual } from '../support/teams.ts'

interface Stage {
  readonly service: Service
  /** Anna writes; resolves with everything Deskhand has said by then. */
  says(text: string): Promise<string>
  /** Changes the article as an editor does that saves beside the file and renames. */
  edits(file: string, change: (text: string) => string): void
  /** Resolves with the log lines that have this message, once there are so many. */
  logged(message: string, count?: number): Promise<readonly LogLine[]>
  metrics(): Promise<string>
}

interface LogLine {
  readonly msg: string
  readonly knowledge: { readonly hash: string; readonly articles: number }
  readonly problems?: readonly string[]
}

const exchanged = 'the knowledge was exchanged'
const refused = 'the knowledge has problems; the former set goes on serving'
const unchanged = 'the knowledge is as it was'

async function stage(env: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-reload-'))
  const own = join(folder, 'own')
  cpSync(resolve('knowledge/ipsec/bad-spi'), join(own, 'bad-spi'), { recursive: true })
  const connector = await startConnector()
  const service = await startService({ folder, port: await freePort(), env: { KNOWLEDGE_DIR: own, ...env } })
  onTestFinished(async () => {
    await service.stop()
    await connector.close()
    rmSync(folder, { recursive: true })
  })
  return {
    service,
    says: text => says(service, connector, text),
    edits(file, change) {
      const path = join(own, 'bad-spi', file)
      writeFileSync(join(folder, 'saved'), change(readFileSync(path, 'utf8')))
      renameSync(join(folder, 'saved'), path)
    },
    logged: (message, count = 1) => logged(service, message, count),
    metrics: async () => (await fetch(`${service.url}/metrics`)).text(),
  }
}

async function says(service: Service, connector: Connector, text: string): Promise<string> {
  const before = connector.arrivals.length
  const response = await fetch(`${service.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...usual(connector.url), locale: 'en-GB', text }),
  })
  expect(response.status).toBe(200)
  const messages = () =>
    connector.arrivals.slice(before).filter(({ activity }) => activity?.type === 'message')
  await expect.poll(() => messages().length, { timeout: 10_000 }).toBeGreaterThan(0)
  return JSON.stringify(messages().map(({ activity }) => activity))
}

async function logged(service: Service, message: string, count: number): Promise<readonly LogLine[]> {
  const found = () =>
    service
      .output()
      .split('\n')
      .filter(line => line.startsWith('{') && line.endsWith('}'))
      .map((line): LogLine => JSON.parse(line))
      .filter(({ msg }) => msg === message)
  await expect.poll(() => found().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(count)
  return found()
}

/** A problem of this file, with its line, that names something. */
const lineOf = (file: string, named: string) => new RegExp(`${plain(file)}:\\d+ .*${plain(named)}`)
const plain = (text: string) => text.replace(/[.{}#]/g, '\\$&')

const hangUp = (service: Service) => process.kill(service.pid, 'SIGHUP')

test('SIGHUP: a good set serves from the next turn on, a broken one never, and the case goes on', async () => {
  const { service, says, edits, logged, metrics } = await stage()
  expect(await says('event 4965, bad spi')).toContain('End your VPN connection')

  edits('en.md', text =>
    text.replace('How often did the message appear?', 'How many times have you seen it?'),
  )
  const [first] = await logged(exchanged)
  expect(await says('that did not help')).toContain('How many times have you seen it?')

  edits('de.md', text => text.replace('# reconnect', '# recconect').replace('{org:vpn-name}', '{org:vpn}'))
  const [broken] = await logged(refused)
  expect(broken?.problems).toHaveLength(3)
  for (const named of ['"reconnect"', '"# recconect"', '{org:vpn}'])
    expect(broken?.problems).toContainEqual(expect.stringMatching(lineOf('bad-spi/de.md', named)))
  expect(broken?.knowledge.hash).toBe(first?.knowledge.hash)
  hangUp(service)
  await logged(refused, 2)
  expect(await says('It keeps coming')).toContain('Please write the number and time')

  edits('de.md', text => text.replace('# recconect', '# reconnect').replace('{org:vpn}', '{org:vpn-name}'))
  await logged(unchanged)

  const text = await metrics()
  expect(text).toContain(`deskhand_knowledge{hash="${first?.knowledge.hash}",articles="19"`)
  expect(text).toContain('deskhand_knowledge_reloads_total{result="refused"} 2')
  expect(text.match(/^deskhand_knowledge\{/gm)).toHaveLength(1)
})

test('SIGHUP without a change keeps what serves', async () => {
  const { service, logged } = await stage()
  hangUp(service)
  const [line] = await logged(unchanged)
  const [ready] = await logged('ready')
  expect(line?.knowledge).toEqual(ready?.knowledge)
})

test('while it trains, conversations are answered', async () => {
  const { service, says, edits, logged } = await stage()
  edits('en.md', text => text.replace('- bad spi message', `- bad spi message ${Date.now()}`))
  hangUp(service)
  let answered = 0
  while (!service.output().includes(exchanged)) {
    expect(await says('hello')).not.toBe('')
    answered++
  }
  await logged(exchanged)
  expect(answered).toBeGreaterThan(5)
})
