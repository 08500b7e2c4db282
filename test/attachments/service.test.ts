/** Pictures and files in a conversation with the real service: the connector serves them, the reply arrives there. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
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

test('the agent gets a picture as it was seen, once, and nothing else that was in its file', async () => {
  const anna = employee()
  const shown = await dialog('Fehler 809: Der VPN-Server antwortet nicht.')
  const author = Buffer.from('tEXtAuthor\0Anna', 'latin1')
  const remark = [number(author.length - 4), author, number(crc32(author))]
  const file = Buffer.concat([shown.subarray(0, 33), ...remark, shown.subarray(33), Buffer.from('cropped')])
  const message = anna.sends({ ...pasted(file), name: 'dialog.png' })
  await post(message)
  await post(message)
  await anna.hears(1)
  expect(await cases(anna.caseId())).toMatch(
    /nicht\.\n[\s\S]+\npicture 1\t\S+\timage\/png\t\d+ kB\tdialog\.png\n$/,
  )
  const copy = join(folder, 'copy.png')
  await cases(anna.caseId(), '--picture', '1', '--to', copy)
  const kept = readFileSync(copy)
  expect(kept.includes('Author') || kept.includes('cropped')).toBe(false)
  expect((await pixelsOf(kept)) === (await pixelsOf(shown))).toBe(true)
})

test('a photo is kept without its time and place', async () => {
  const anna = employee()
  const shown = await photo('Fehler 809: Der VPN-Server antwortet nicht.')
  const place = Buffer.from('ffe1000a4578696600007e7e', 'hex')
  const file = Buffer.concat([shown.subarray(0, 2), place, shown.subarray(2)])
  await post(anna.sends(pasted(file)))
  await anna.hears(1)
  const [kept = Buffer.alloc(0)] = anna.pictures()
  expect(kept.includes('Exif')).toBe(false)
  expect((await pixelsOf(kept)) === (await pixelsOf(shown))).toBe(true)
})

test('a secret in a picture reaches neither the database nor the log, and the picture is not kept', async () => {
  const anna = employee()
  await post(anna.sends(pasted(await dialog('Fehler 809<br>Kennwort: Sommerwind7391!'))))
  expect(await anna.hears(1)).toContain(german.secret.removed)
  expect(anna.pictures()).toEqual([])
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
    caseId: () =>
      String(ask('SELECT case_id FROM conversations WHERE instr(address, ?)', `"${id}"`)[0]?.case_id),
    pictures(): readonly Buffer[] {
      const rows = ask('SELECT bytes FROM pictures WHERE case_id = ?', this.caseId())
      return rows.map(({ bytes }) => Buffer.from(bytes as Uint8Array))
    },
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

function ask(sql: string, value: string) {
  const db = new DatabaseSync(join(folder, 'deskhand.db'), { readOnly: true })
  const rows = db.prepare(sql).all(value)
  db.close()
  return rows
}

/** As a PNG writes them. */
function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** What the command prints for an agent. */
async function cases(...args: readonly string[]): Promise<string> {
  const DATABASE_URL = `sqlite:${join(folder, 'deskhand.db')}`
  const env = { PATH: process.env.PATH, DATABASE_URL, TRUST_FILE: trust.file }
  return (await promisify(execFile)(process.execPath, ['src/cli/cases.ts', ...args], { env })).stdout
}

/** As a browser shows it: what an agent sees. */
async function pixelsOf(bytes: Buffer): Promise<string> {
  const page = `<main><img src="data:image/png;base64,${bytes.toString('base64')}"></main>`
  return (await picture(browser, page)).toString('base64')
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
  return picture(browser, dialogPage(words, style))
}

/** In JPEG, as a telephone takes it. */
async function photo(words: string): Promise<Buffer> {
  const tab = await browser.newPage()
  await tab.setContent(dialogPage(words, ''))
  return tab.locator('main').screenshot({ type: 'jpeg', quality: 95 })
}

function dialogPage(words: string, style: string): string {
  return `<meta charset="utf-8"><main style="width: 360px; padding: 16px; font: 13px 'Open Sans'; ${style}">${words}</main>`
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
