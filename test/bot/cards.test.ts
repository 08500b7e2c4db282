import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitted, messageBudget } from '../../src/bot/cards/fit.ts'
import { parseMarkdown } from '../../src/bot/cards/markdown.ts'
import { collapsed, messageFor, spokenCard } from '../../src/bot/cards/message.ts'
import type { Block, Spoken } from '../../src/speech/spoken.ts'
import { all, complaints, textsOf } from '../support/adaptive-card.ts'

const step: Spoken = {
  language: 'de',
  summary: 'Schritt 2: Router neu starten',
  nonce: 'n-7',
  blocks: [
    {
      kind: 'text',
      markdown: 'Danke. Das sagt **Fehler 809**, siehe [Portal](https://help.contoso.example/vpn).',
    },
    { kind: 'step', heading: 'Schritt 2', facts: ['etwa 3 Minuten', 'mit Neustart'] },
    {
      kind: 'text',
      markdown: 'Tippen Sie ein:\n\n1. `ncpa.cpl`\n2. **Enter**\n\n```\nrasdial "Contoso *VPN*"\n```',
    },
    { kind: 'note', label: 'Daran erkennen Sie es', markdown: 'Dort steht Verbunden.', tone: 'quiet' },
    { kind: 'note', label: 'Bitte beachten', markdown: '- kein Netz\n- zwei Minuten', tone: 'warning' },
  ],
  choices: [
    { id: 'fixed', label: 'Jetzt geht es', rank: 'main' },
    { id: 'no-change', label: 'Keine Änderung', rank: 'main' },
    { id: 'person', label: 'Mit jemandem sprechen', rank: 'side' },
  ],
}

test('a step is a card that Microsoft’s own library reads without a complaint', () => {
  expect(complaints(spokenCard(step))).toEqual([])
  expect(complaints(collapsed('✓ Keine Änderung'))).toEqual([])
  const { body } = spokenCard(step)
  expect(
    complaints({ ...spokenCard(step), body: [...body, { type: 'TextBlok' }], colour: 'red' }),
  ).toHaveLength(3)
})

test('a card shows the heading, what it takes, and the whole text', () => {
  const words = textsOf(spokenCard(step))
  expect(words).toEqual([
    'Danke. Das sagt ', 'Fehler 809', ', siehe ', 'Portal', '.',
    'Schritt 2', 'etwa 3 Minuten · mit Neustart',
    'Tippen Sie ein:', '1.', 'ncpa.cpl', '2.', 'Enter', 'rasdial "Contoso *VPN*"',
    'Daran erkennen Sie es', 'Dort steht Verbunden.',
    'Bitte beachten', '•', 'kein Netz', '•', 'zwei Minuten',
  ]) // biome-ignore format: a list
})

test('a heading is a heading for screen readers, and its words are no markup', () => {
  const blocks: Block[] = [{ kind: 'step', heading: 'Step *2* [now](https://e.example)', facts: [] }]
  const [heading] = all(spokenCard({ ...step, blocks })).filter(({ type }) => type === 'TextBlock')
  expect(heading).toMatchObject({ style: 'heading', text: 'Step \\*2\\* \\[now\\](https://e.example)' })
})

test('commands are set in a fixed width and stay as they are', () => {
  const codes = all(spokenCard(step)).filter(({ fontType }) => fontType === 'Monospace')
  expect(codes.map(({ text }) => text)).toEqual(['ncpa.cpl', 'rasdial "Contoso *VPN*"'])
})

test('each button works once, with a way for clients that know no Action.Execute', () => {
  const buttons = all(spokenCard(step)).filter(({ type }) => type === 'Action.Execute')
  expect(buttons).toEqual(
    step.choices.map(({ id, label }) => {
      const data = { nonce: 'n-7', choice: id }
      const fallback = { type: 'Action.Submit', title: label, data }
      return { type: 'Action.Execute', title: label, verb: 'answer', data, fallback }
    }),
  )
})

test('what is always open stands below the answers, in a row of its own', () => {
  const sets = all(spokenCard(step)).filter(({ type }) => type === 'ActionSet')
  expect(sets.map(({ actions }) => actions.map(({ title }: { title: string }) => title))).toEqual([
    ['Jetzt geht es', 'Keine Änderung'],
    ['Mit jemandem sprechen'],
  ])
  expect(sets[1]).toMatchObject({ separator: true })
})

test('long labels stand below each other and are told whole', () => {
  const label = 'The VPN server does not answer when I am at home with my own router'
  const choices = [1, 2].map(n => ({ id: `topic:${n}`, label: `${label} ${n}`, rank: 'main' as const }))
  const sets = all(spokenCard({ ...step, choices })).filter(({ type }) => type === 'ActionSet')
  expect(sets.map(({ actions }) => actions[0].tooltip)).toEqual([`${label} 1`, `${label} 2`])
})

test('a card works in any theme and on any width', () => {
  const json = JSON.stringify([spokenCard(step), collapsed('✓')])
  expect(json).not.toMatch(/#[0-9a-f]{6}|"\d+px"|"color"/i)
  for (const block of all(spokenCard(step)).filter(({ type }) => type === 'TextBlock'))
    expect(block.wrap).toBe(true)
})

test('a notification says what the card is about, and so does a screen reader', () => {
  const message = messageFor(step, 'msteams')
  expect(message.summary).toBe('Schritt 2: Router neu starten')
  expect(message.attachments?.[0].content).toMatchObject({
    speak: step.summary,
    fallbackText: step.summary,
    lang: 'de',
  })
})

test('words without a question are a message, and what only looks like markup is escaped', () => {
  const markdown = 'See `C:\\tmp` or **here**\n\n- a_b\n- <at>all</at>\n\n```\nx *y*\n```\n\n\\# 5 * 3'
  expect(messageFor(saying(markdown), 'msteams')).toEqual({
    type: 'message',
    textFormat: 'markdown',
    text: 'See `C:\\tmp` or **here**\n\n- a\\_b\n- &lt;at>all&lt;/at>\n\n```\nx *y*\n```\n\n\\# 5 \\* 3',
  })
})

test('without cards the same words come as text, the choices numbered', () => {
  expect(messageFor(step, 'email')).toEqual({
    type: 'message',
    textFormat: 'plain',
    text: [
      'Danke. Das sagt Fehler 809, siehe Portal (https://help.contoso.example/vpn).',
      'Schritt 2 (etwa 3 Minuten, mit Neustart)',
      'Tippen Sie ein:\n\n1. ncpa.cpl\n2. Enter\n\nrasdial "Contoso *VPN*"',
      'Daran erkennen Sie es: Dort steht Verbunden.',
      'Bitte beachten: • kein Netz\n• zwei Minuten',
      '1. Jetzt geht es\n2. Keine Änderung\n3. Mit jemandem sprechen',
    ].join('\n\n'),
  })
})

test.each([
  ['[x](http://a.example)', 'an address without https'],
  ['[x](javascript:alert(1))', 'a script'],
  ['[x](https://a@b.example)', 'an address with a user'],
  ['[](https://a.example)', 'a link without a name'],
  ['[a [b](c', 'half a link'],
  ['https://a.example', 'a bare address'],
])('%s: %s is no link', markdown => {
  expect(all(spokenCard(saying(markdown))).filter(({ selectAction }) => selectAction)).toEqual([])
  expect(textsOf(spokenCard(saying(markdown))).join('')).toBe(markdown)
})

const nasty = fc.stringMatching(/^[-*_`[\]()<>#!~|\\@:/.&;a1 \n]*$/)
const words = fc.oneof(
  nasty,
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '<at>Anna</at>',
    '[x](https://e.example)',
    '**a**',
    '```\n',
    '\u202eabc',
    'https://e.example',
    '1. a',
  ),
)

test('whatever is said, a card keeps its buttons, its schema and its size', () => {
  const times = fc.constantFrom(0, 1, 500, 20_000)
  const text = fc.tuple(words, times).map(([word, n]) => `${word} `.repeat(n).slice(0, 100_000))
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constant('text' as const), markdown: text }),
    fc.record({ kind: fc.constant('step' as const), heading: text, facts: fc.array(text, { maxLength: 3 }) }),
    fc.record({
      kind: fc.constant('note' as const),
      label: text,
      markdown: text,
      tone: fc.constantFrom('quiet', 'warning'),
    }),
  )
  const property = fc.property(fc.array(block, { maxLength: 6 }), text, text, (blocks, summary, label) => {
    const choices = step.choices.map(choice => ({ ...choice, label }))
    const json = fitted({ ...step, blocks, summary, choices }, messageBudget, spoken => {
      return JSON.stringify(messageFor(spoken, 'msteams'))
    })
    const message = JSON.parse(json)
    expect(Buffer.byteLength(json)).toBeLessThanOrEqual(28 * 1024)
    expect(json.isWellFormed()).toBe(true)
    const { content } = message.attachments[0]
    expect(all(content).filter(({ type }) => type === 'Action.Execute')).toHaveLength(3)
    expect(complaints(content)).toEqual([])
  })
  fc.assert(property, { numRuns: 150 })
})

test('what is cut says so, and the shorter texts stay whole', () => {
  const log: Spoken = {
    ...saying('error 809\n\n'.repeat(10_000)),
    blocks: [...saying('error 809\n\n'.repeat(10_000)).blocks, ...step.blocks],
  }
  const cut = fitted(log, messageBudget, spoken => JSON.stringify(spokenCard(spoken)))
  expect(Buffer.byteLength(cut)).toBeGreaterThan(20_000)
  const texts = textsOf(JSON.parse(cut))
  expect(texts).toContain('…')
  expect(texts).toContain('Dort steht Verbunden.')
})

test.each(['[', '`', '** a', '[a](', '\\', '- ', '```\n'])(
  'two million letters of "%s" are read at once, not for minutes',
  mark => {
    const text = mark.repeat(2_000_000 / mark.length)
    const read = parseMarkdown(text).flatMap(part =>
      part.kind === 'code' ? part.lines : part.runs.map(run => run.text),
    )
    expect(read.join('').length).toBeLessThanOrEqual(text.length)
  },
  15_000,
)

function saying(markdown: string): Spoken {
  return { language: 'en', summary: 's', blocks: [{ kind: 'text', markdown }], choices: [] }
}
