/** Pictures and files in a conversation with the real service: the connector serves them, the reply arrives there. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type Connector, startConnector } from '../support/connector.ts'
import { picture } from '../support/screenshots.ts'
import { freePort, type Service, startService } from '../support/service.ts'
import { usual } from '../support/teams.ts'
import { openTrust, type Trust } from '../support/trust.ts'

const german = JSON.parse(readFileSync('locales/de/bot.json', 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'deskhand-files-'))
const browser = await openBrowser()
let connector: Connector
let trust: Trust
let service: Service
let employees = 0

beforeAll(async () => {
  connector = await startConnector()
  trust = await openTrust(Number(new URL(connector.url).port))
  service = await start(await freePort())
  await post(employee().sends(pasted(await dialog('Fehler 809')))) // The process that reads pictures starts.
})
afterAll(async () => {
  await service.stop()
  await trust.close()
  await connector.close()
  await browser.close()
  rmSync(folder, { recursive: true })
})

test('a screenshot leads to its topic, once, however often it is delivered', async () => {
  const anna = employee()
  const message = anna.sends(pasted(await dialog('Fehler 809: Der VPN-Server antwortet nicht.')))
  await post(message)
  await post(message)
  expect(await anna.hears(1)).toMatch(/809/)
  await expect.poll(lastTurn).toMatchObject({ topic: 'ike-phase1-failed', language: 'de' })
  const shown = connector.fetches.filter(({ path }) => message.attachments[0]?.contentUrl.endsWith(path))
  expect(new Set(shown.map(({ authorization }) => authorization))).toEqual(
    new Set(['Bearer of-the-trust-file']),
  )
})

test('a screenshot of an English Windows leaves the conversation in German', async () => {
  const anna = employee()
  await post(anna.sends(pasted(await dialog('Error 691: the user name or the password was not recognized.'))))
  expect(await anna.hears(1)).toContain('"locale": "de"')
})

test('a log file leads to its topic; its link is asked without a token, and what was typed goes with it', async () => {
  const anna = employee()
  const log = Buffer.from(
    '\ufeff10:14:02 RasClient 20227: The error code returned on failure is 13801.\r\n',
    'utf16le',
  )
  const url = connector.gives(log)
  const shared = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'vpn.log',
    content: { downloadUrl: url, fileType: 'log' },
  }
  await post({ ...anna.sends(shared), text: 'seit heute früh' })
  await anna.hears(1)
  await expect.poll(lastTurn).toMatchObject({ topic: 'certificate-problem' })
  expect(connector.fetches.find(({ path }) => url.endsWith(path))?.authorization).toBeUndefined()
})

test.each([
  ['a blurred picture', 'unreadable', async () => dialog('Fehler 809', 'filter: blur(5px)')],
  ['a picture without text', 'unreadable', async () => dialog('')],
  ['an event log in binary form', 'other-kind', async () => Buffer.from('ElfFile\0\0\0\0\0', 'latin1')],
] as const)('%s is answered kindly in the employee’s language', async (_, why, bytes) => {
  const anna = employee()
  await post(anna.sends(pasted(await bytes())))
  expect(await anna.hears(1)).toContain(german.file[why])
})

test('a secret in a picture reaches neither the database nor the log', async () => {
  const anna = employee()
  await post(anna.sends(pasted(await dialog('Fehler 809<br>Kennwort: Sommerwind7391!'))))
  expect(await anna.hears(1)).toContain(german.secret.removed)
  const kept = readdirSync(folder).map(name => readFileSync(join(folder, name), 'latin1'))
  expect(kept.join('')).toContain('RasClient 20227')
  expect(kept.join('')).not.toMatch(/Sommerwind|wind7391/)
})

test('a file that was being fetched when the service died is read when the message comes again', async () => {
  const anna = employee()
  const file = Promise.withResolvers<Buffer>()
  const message = anna.sends({ contentType: 'text/plain', contentUrl: connector.gives(file.promise) })
  const fetched = connector.fetches.length
  const unanswered = post(message).catch(() => 'cut')
  await expect.poll(() => connector.fetches.length).toBe(fetched + 1)
  await service.kill()
  expect(await unanswered).toBe('cut')
  file.resolve(Buffer.from('Fehler 809'))
  service = await start(Number(new URL(service.url).port))
  await post(message)
  expect(await anna.hears(1)).toMatch(/809/)
})

function start(port: number): Promise<Service> {
  return startService({ folder, port, env: { TRUST_FILE: trust.file } })
}

/** A new employee, with a conversation of their own. */
function employee() {
  const id = `a:${++employees}`
  const conversation = { id, conversationType: 'personal', tenantId: trust.tenantId }
  const heard = () =>
    connector.arrivals.filter(arrival => arrival.conversation === id && said(arrival.activity))
  return {
    sends: <T>(attachment: T) => ({
      ...usual(trust.serviceUrl),
      recipient: { id: `28:${trust.appId}` },
      conversation,
      text: '',
      attachments: [attachment],
    }),
    /** All that was said, when it is so much, as JSON. */
    async hears(messages: number): Promise<string> {
      await expect.poll(() => heard().length).toBe(messages)
      return JSON.stringify(
        heard().map(({ activity }) => activity),
        null,
        1,
      )
    },
  }
}

/** What the log says of the last turn; it is written a little later than the reply is sent. */
function lastTurn(): unknown {
  const lines = service.output().split('\n')
  return JSON.parse(lines.findLast(line => line.includes('"turn":"message","result":"committed"')) ?? '{}')
}

function said(activity: { readonly type?: string }): boolean {
  return activity.type === 'message'
}

function pasted(bytes: Buffer) {
  return { contentType: 'image/*', contentUrl: connector.gives(bytes) }
}

function dialog(words: string, style = ''): Promise<Buffer> {
  return picture(
    browser,
    `<meta charset="utf-8"><main style="width: 360px; padding: 16px; font: 13px 'Open Sans'; ${style}">${words}</main>`,
  )
}

async function post(activity: object): Promise<void> {
  const response = await fetch(`${service.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${trust.token}` },
    body: JSON.stringify(activity),
  })
  await response.text()
  expect(response.status).toBe(200)
}
