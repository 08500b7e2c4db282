/** What the rules see in texts: facts, Markdown, links, languages; and what they leave alone. */
import { describe, expect, test } from 'vitest'
import { sourceHash, stamped } from '../../../src/knowledge/article/stamp.ts'
import { plainFacts } from '../../../src/knowledge/lint/facts.ts'
import { at, problemsOf, texts } from './pack.ts'

const hotspot = "Use your phone's hotspot. In {ui:vpn-settings}, connect {org:vpn-name}."
const handy = 'Nehmen Sie den Hotspot Ihres Handys. Verbinden Sie {org:vpn-name} in {ui:vpn-settings}.'
/** The same words below the step in both languages, so that only their form can be wrong. */
const saying = (words: string) =>
  problemsOf({ en: [[hotspot, `${hotspot}\n\n${words}`]], de: [[handy, `${handy}\n\n${words}`]] })
const messages = (words: string) => saying(words).map(({ message }) => message)

describe('facts', () => {
  const same = (one: string, other: string) =>
    expect([...plainFacts(one)].sort()).toEqual([...plainFacts(other)].sort())

  test('thousands are written as each language does', () => {
    same('limits of 100,000 kB', 'Grenzen von 100 000 kB')
    same('limits of 100,000 kB', 'Grenzen von 100.000 kB')
    same('lists 1,234,567', 'Liste 1\u202f234\u202f567')
  })

  test('codes in a row stay apart', () => {
    expect(plainFacts('812, 930, 938 and 500/4500')).toEqual(new Set(['812', '930', '938', '500', '4500']))
  })

  test.each([
    ['code', 'run `sc query IKEEXT`', 'run `sc query IKEXT`'],
    ['fenced code', '```\nwinver\n```', '```\nwinvr\n```'],
    ['a path', 'in C:\\Windows\\tracing', 'in C:\\Windows\\traces'],
    ['a registry key', 'under HKLM\\SOFTWARE\\Policies', 'under HKLM\\SOFTWARE\\Policy'],
    ['a number with its unit', 'wait 30 seconds', 'warten Sie 20 Sekunden'],
    ['an error code', 'error 809', 'Fehler 890'],
    ['a hexadecimal code', '0x800B0101', '0x800B0109'],
    ['a name with a digit', 'over IKEv2', 'über IKEv1'],
    ['a name with an underscore', 'NO_PROPOSAL_CHOSEN', 'NO_PROPOSAL'],
    ['an address', '[a](https://a.net/x)', '[a](https://a.net/y)'],
    ['a placeholder', 'open {ui:vpn-settings}', 'öffnen Sie {ui:connected}'],
  ])('%s that differs', (_, one, other) => {
    expect([...plainFacts(one)]).not.toEqual([...plainFacts(other)])
  })
})

describe('Markdown', () => {
  test.each([
    ['![a](https://vpn.company.net/a.png)', 'a card cannot show an image'],
    ['Press <b>Enter</b>.', 'a card cannot show HTML'],
    ['- a\n  - b', 'a card cannot show a list within a list'],
    ['> quoted', 'a card cannot show a quotation'],
    ['a *slanted* word', 'a card cannot show italics'],
    ['a __bold__ word', 'a card cannot show bold with underscores'],
    ['a ~~struck~~ word', 'a card cannot show struck-through words'],
    ['a\n\n***\n\nb', 'a card cannot show a line across'],
    ['a\n\n    indented', 'a card cannot show indented code'],
    ['Heading\n=======', 'a card cannot show a heading inside a text'],
    ['- [ ] to do', 'a card cannot show a box to tick'],
    ['half **bold', 'a card cannot show "**" without its second half'],
    ['half `code', 'a card cannot show "`" without its second half'],
  ])('%j', (words, message) => {
    expect(new Set(messages(words))).toEqual(new Set([message]))
  })

  test('what cards render is left alone', () => {
    const words =
      '1. **one** `START_TYPE`\n2. two, 3 * 4\n\n- a\n- b\n\n```powershell\nGet-Service\n```\n\n\\*no mark'
    expect(messages(words)).toEqual([])
  })

  test('buttons and names show marks as they are', () => {
    expect(problemsOf({ de: [['Dort geht es', '**Dort** geht es']] }).map(({ message }) => message)).toEqual([
      '"**Dort**" is shown as it is typed here',
    ])
  })

  test('the line is that of the mark, not of the text', () => {
    expect(saying('fine\n\nfine, too\n\nPress <b>Enter</b>.').map(({ line }) => line)).toContain(22)
  })
})

describe('links', () => {
  test.each([
    ['[a](vpn.html)', 'the link "vpn.html" is no https address'],
    ['[a](https://anna:secret@vpn.company.net)', 'the link to vpn.company.net holds a user name'],
    ['[a](https://portal.example.com/x)', 'the link "https://portal.example.com/x" leads nowhere'],
    ['[a](https://localhost/x)', 'the link "https://localhost/x" leads nowhere'],
    ['[](https://vpn.company.net)', 'the link to https://vpn.company.net has no words to press'],
    ['https://vpn.company.net', 'the bare address https://vpn.company.net cannot be pressed in a card'],
    [
      '[a](https://vpn.company.net "b")',
      'the link to https://vpn.company.net has a title, which becomes part of the address',
    ],
    ['[a]({org:gateway})', 'the link "the gateway" is no https address'],
  ])('%s', (words, message) => {
    expect(messages(words)).toContain(message)
  })

  test('a good address is left alone', () => {
    expect(messages('[the portal](https://vpn.company.net/start?x=1%zz)')).toEqual([])
  })
})

describe('languages', () => {
  test('a long text in another language is noticed, whatever the words', () => {
    const french =
      'Utilisez le partage de connexion de votre téléphone, puis ouvrez {ui:vpn-settings} et choisissez {org:vpn-name} dans la liste.'
    expect(problemsOf({ de: [[handy, french]] }).map(({ message }) => message)).toEqual([
      'the text reads like "fr", but the file says "de"',
    ])
  })

  test('phrases are looked at together', () => {
    const english = [
      'my vpn does not work',
      'it says the server is gone',
      'what shall I do now',
      'please help me',
    ]
    const phrases = [...english, ...english.map(phrase => `${phrase} again`)].map(phrase => `  - ${phrase}`)
    expect(
      problemsOf({ de: [[/ {2}- vpn läuft[\s\S]*passiert nichts/, phrases.join('\n')]] }).map(
        ({ message }) => message,
      ),
    ).toEqual(['the short texts from here on read like "en", but the file says "de"'])
  })

  test('a language that nobody can recognise is left alone', () => {
    const files = { [`${at}/qqq.md`]: stamped(texts.de, sourceHash(texts.en)) }
    expect(problemsOf({ files }).filter(({ rule }) => rule === 'other-language')).toEqual([])
  })

  test('short texts that are the same are left alone', () => {
    expect(
      problemsOf({ en: [['the server itself', 'Router']], de: [['der Server selbst', 'Router']] }),
    ).toEqual([])
  })
})

describe('steps', () => {
  const second = (body: string) => `# again\n${body}\n## done-when\nIt says 1.\n\n# restart-gateway`
  const yaml =
    '  again:\n    by: employee\n    minutes: 1\n    fixes: { path-blocked: 0.2 }\n  restart-gateway:'

  test('the same request under another name leads in circles', () => {
    const problems = problemsOf({
      structure: [['  restart-gateway:', yaml]],
      en: [['# restart-gateway', second(hotspot)]],
      de: [['# restart-gateway', second('Nehmen Sie einen anderen Weg: {org:vpn-name}, {ui:vpn-settings}.')]],
    })
    expect(problems.map(({ message }) => message)).toEqual([
      'the step "again" asks the same as the step "other-network" at line 16',
    ])
  })

  test.each([
    ['de', handy, 'Dann zurück zu Schritt eins.'],
    ['en', hotspot, 'Then start over.'],
  ] as const)('%s: a text that leads back', (language, from, words) => {
    expect(problemsOf({ [language]: [[from, `${from} ${words}`]] }).map(({ rule }) => rule)).toContain('loop')
  })
})

describe('locales', () => {
  const english = '{\n  "a": "{{count}} of {{all}}",\n  "m_one": "one",\n  "m_other": "{{n}}"\n}'
  const told = (french: string) =>
    problemsOf({ locales: { 'en/bot.json': english, 'fr/bot.json': french } })
      .filter(({ rule }) => rule === 'locale-keys')
      .map(({ line, message }) => `${line} ${message}`)

  test('a language has the plurals of its grammar, and the values of English', () => {
    expect(told('{\n  "a": "{{count}} sur {{tout}}",\n  "m_one": "un",\n  "m_other": "{{n}}"\n}')).toEqual([
      '1 the sentence "m_many" is missing',
      '2 "a" has other values than in English: {{tout}}, {{all}}',
    ])
  })

  test('a sentence that English does not have is named at its line', () => {
    const french =
      '{\n  "a": "{{count}} {{all}}",\n  "m_one": "un",\n  "m_many": "{{n}}",\n  "m_other": "{{n}}",\n  "b": "b"\n}'
    expect(told(french)).toEqual(['6 "b" is in no other language'])
  })

  test('a file that cannot be read is a problem like any other', () => {
    const [problem] = problemsOf({ locales: { 'en/bot.json': '{' } })
    expect(problem).toMatchObject({ file: 'en/bot.json', line: 1, rule: 'file' })
  })
})
