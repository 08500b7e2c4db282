/** A language more: one folder of sentences and words, and one file for each article that is translated. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Edition, readContent } from '../../src/content.ts'
import { chat } from '../support/chat.ts'

/** Esperanto, as somebody would begin it: every sentence and word of English, marked. */
const toy = 'eo'
const marked = (text: string) => `ĉu ${text}`

/** Every text of a JSON file. */
function translated(node: unknown): unknown {
  if (typeof node === 'string') return marked(node)
  if (Array.isArray(node)) return node.map(translated)
  return Object.fromEntries(Object.entries(node as object).map(([key, child]) => [key, translated(child)]))
}

function english(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(resolve('locales/en', file), 'utf8'))
}

function writeLanguage(folder: string): void {
  mkdirSync(join(folder, toy), { recursive: true })
  const words = english('words.json')
  // Slots and names of languages are no words to be marked.
  const kept = { choices: words.choices, last: words.last, ordinals: words.ordinals, numbers: words.numbers }
  const languages = { eo: ['esperanto'], en: ['angla'] }
  const interrupts = {
    ...(translated(words.interrupts) as object),
    language: ['{language} mi petas', '{language}'],
  }
  const own = { ...(translated(words) as object), ...kept, interrupts, languages }
  writeFileSync(join(folder, toy, 'words.json'), JSON.stringify(own))
  writeFileSync(join(folder, toy, 'bot.json'), JSON.stringify(translated(english('bot.json'))))
}

/** The article in the new language: title, phrases and every line of text; headings and placeholders stay. */
function writeArticle(folder: string): void {
  const text = readFileSync(join(folder, 'en.md'), 'utf8')
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? []
  const header = front
    .replace(/^( {2}- )(.*)$/gm, '$1kial $2')
    .replace(/^title: '?(.*?)'?$/m, 'title: Paketoj')
  const lines = body.replace(/^(?!#)(.+)$/gm, 'Jen: $1')
  writeFileSync(join(folder, `${toy}.md`), `---\n${header}\n---\n${lines}`)
}

/** A shipped pack of two articles, so that it is trained quickly. */
function folders() {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-language-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const knowledge = join(folder, 'knowledge')
  cpSync(resolve('knowledge/codes.json'), join(knowledge, 'codes.json'))
  for (const name of ['glossary.yaml', 'organisation.yaml', 'bad-spi', 'ipsec-logging'])
    cpSync(resolve('knowledge/ipsec', name), join(knowledge, 'ipsec', name), { recursive: true })
  cpSync(resolve('locales'), join(folder, 'locales'), { recursive: true })
  const shipped = { knowledge, locales: join(folder, 'locales') }
  return { folder, shipped, cacheFolder: join(folder, 'cache') }
}

async function holdsAConversation(content: Edition): Promise<void> {
  expect(content.version.languages).toContain(toy)
  const anna = await chat('eo', content)
  expect(await anna.says('kial bad spi')).toContain('Jen: A packet arrived')
  expect(anna.lastReply).toContain('ĉu Step 1')
  expect(anna.lastReply).not.toContain('only in')
  expect(await anna.says('ĉu no change')).toContain('Jen: How often did the message appear?')
  await anna.presses('Jen: It keeps coming')
  await anna.says('4965, at noon')
  expect(await anna.case()).toMatchObject({ language: toy, owner: 'waiting', topic: { id: 'bad-spi' } })
  expect(await anna.summary(toy)).toContain('ĉu Tried')
  expect(await anna.summary('de')).toContain('die Lebensdauern sind zu kurz')
}

test('a folder in locales/ and a file in an article: Deskhand converses in the new language', async () => {
  const { shipped, cacheFolder } = folders()
  writeLanguage(shipped.locales)
  writeArticle(join(shipped.knowledge, 'ipsec/bad-spi'))
  await holdsAConversation(readContent({ shipped, cacheFolder }))
})

test("the same in the helpdesk's own folder: locales/ beside its articles", async () => {
  const { folder, shipped, cacheFolder } = folders()
  const knowledgeFolder = join(folder, 'own')
  cpSync(join(shipped.knowledge, 'ipsec/bad-spi'), join(knowledgeFolder, 'bad-spi'), { recursive: true })
  writeLanguage(join(knowledgeFolder, 'locales'))
  writeArticle(join(knowledgeFolder, 'bad-spi'))
  await holdsAConversation(readContent({ shipped, knowledgeFolder, cacheFolder }))
})

test('an article without that file is shown in the language it was written in, and this is said', async () => {
  const { shipped, cacheFolder } = folders()
  writeLanguage(shipped.locales)
  const anna = await chat('eo', readContent({ shipped, cacheFolder }))
  const reply = await anna.says('13910')
  expect(reply).toMatch(/ĉu I have this article only in \S+ so far\.\n\nĉu A packet arrived/)
})

test('who writes the name of the new language gets it', async () => {
  const { shipped, cacheFolder } = folders()
  writeLanguage(shipped.locales)
  const anna = await chat('en', readContent({ shipped, cacheFolder }))
  expect(await anna.says('esperanto mi petas')).toContain('ĉu I am going on in English.')
  expect((await anna.case()).language).toBe(toy)
})

test('a new language with a mistake is refused with its file', () => {
  const { shipped, cacheFolder } = folders()
  writeLanguage(shipped.locales)
  writeFileSync(join(shipped.locales, toy, 'bot.json'), '{ "welcome": ')
  expect(() => readContent({ shipped, cacheFolder })).toThrow(
    expect.objectContaining({ problems: [expect.stringMatching(/locales\/eo\/bot\.json:1 cannot be read/)] }),
  )
})

test.each([
  ['es', 'Estas instrucciones aún no están traducidas. Disponibles en: inglés.'],
  ['ko', '이 안내는 아직 영어로만 제공됩니다.'],
])(
  '%s: dialogs in the language, the article in English, said once before its first words',
  async (language, sentence) => {
    const anna = await chat(language)
    const reply = await anna.says('error 13806')
    expect(reply.split(sentence)).toHaveLength(2)
    expect(reply.indexOf(sentence)).toBeLessThan(reply.indexOf('The VPN checks who is calling'))
    const [first = ''] = anna.buttons
    expect(await anna.presses(first)).toContain(sentence)
    expect((await anna.case()).language).toBe(language)
  },
)

test.each(['de', 'en', 'fr', 'it'])(
  '%s: nothing is said of other languages where the article is translated',
  async language => {
    const anna = await chat(language)
    const sentences = JSON.parse(readFileSync(resolve(`locales/${language}/bot.json`), 'utf8'))
    const [before = ''] = sentences.step['only-in'].split('{{')
    expect(await anna.says('error 13806')).not.toContain(before.trim())
  },
)
