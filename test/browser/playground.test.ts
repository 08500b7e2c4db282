import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { freePort, type Service, startService } from '../support/service.ts'
import { type ChatPage, openChatPage } from './chat-page.ts'

/** Where pictures are kept when somebody wants to look: SCREENSHOTS=folder npx vitest run test/browser */
const pictures = process.env.SCREENSHOTS

/** All four where pictures are wanted; else two, which take half the time. */
const languages = pictures ? ['de', 'en', 'fr', 'it'] : ['de', 'it']

/** Without the Playground's own header and log. */
const chatArea = { x: 0, y: 50, width: 670, height: 810 }

/** One employee of each language: what they write, and what the buttons say. */
const people = [
  {
    language: 'de',
    problem: 'Mein VPN geht seit heute von zuhause nicht mehr, Fehler 809',
    again: 'Jetzt kommt beim VPN der Fehler 13806',
    notHelped: 'hat nicht geholfen',
    fixedButton: 'Jetzt geht es',
    yesButton: 'Ja',
    typed: ['geht jetzt!', 'ja', 'ja'],
    person: 'ich möchte mit einem Menschen sprechen',
    queued: /Warteschlange/,
  },
  {
    language: 'en',
    problem: 'My vpn from home does not work since this morning, error 809',
    again: 'Now the vpn says error 13806',
    notHelped: 'that did not help',
    fixedButton: 'It works now',
    yesButton: 'Yes',
    typed: ['works now!', 'yes', 'yes'],
    person: 'I would like to talk to a person',
    queued: /queue/,
  },
  {
    language: 'fr',
    problem: 'Mon VPN ne marche plus depuis ce matin à la maison, erreur 809',
    again: 'Maintenant le VPN affiche l’erreur 13806',
    notHelped: 'ça n’a rien changé',
    fixedButton: 'Ça marche maintenant',
    yesButton: 'Oui',
    typed: ['ça marche !', 'oui', 'oui'],
    person: 'je voudrais parler à quelqu’un',
    queued: /file/,
  },
  {
    language: 'it',
    problem: 'La VPN da casa non funziona più da stamattina, errore 809',
    again: 'Adesso la VPN dà l’errore 13806',
    notHelped: 'non ha aiutato',
    fixedButton: 'Ora funziona',
    yesButton: 'Sì',
    typed: ['funziona!', 'sì', 'sì'],
    person: 'vorrei parlare con una persona',
    queued: /coda/,
  },
]

test.each(people.filter(({ language }) => languages.includes(language)))(
  '$language: to "fixed" by buttons, to "fixed" by words, to a person',
  async person => {
    const page = await openDeskhand()
    await byButtons(page, person)
    await picture(page, `${person.language}-buttons`)
    await byWords(page, person)
    await picture(page, `${person.language}-words`)
    await toAPerson(page, person)
    await picture(page, `${person.language}-person`)
  },
)

type Person = (typeof people)[number]

async function byButtons(page: ChatPage, person: Person): Promise<void> {
  expect(await page.says(person.problem)).toContain('809')
  await picture(page, `${person.language}-step`)
  await page.presses(person.fixedButton)
  await page.presses(person.yesButton)
  await page.presses(person.yesButton)
}

async function byWords(page: ChatPage, person: Person): Promise<void> {
  expect(await page.says(person.again)).toContain('13806')
  await page.says(person.notHelped)
  for (const words of person.typed) await page.says(words)
}

async function toAPerson(page: ChatPage, person: Person): Promise<void> {
  await page.says(person.again)
  expect(await page.says(person.person)).toMatch(person.queued)
}

async function openDeskhand(): Promise<ChatPage> {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-page-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const env = { PLAYGROUND: 'on', PLAYGROUND_PORT: '0' }
  const service = await startService({ folder, port: await freePort(), env })
  onTestFinished(async () => void (await service.stop()))
  await expect.poll(() => chatPage(service), { timeout: 30_000 }).toBeDefined()
  // A browser of its own: with the one process that small machines need, closing a page ends it.
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  return openChatPage(browser, chatPage(service) ?? '')
}

/** The address that `npm start` prints for people. */
function chatPage(service: Service): string | undefined {
  return /chat page: (\S+)/.exec(service.output())?.[1]
}

async function picture({ page }: ChatPage, name: string): Promise<void> {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), clip: chatArea })
}
