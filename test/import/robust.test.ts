import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { readSource } from '../../src/import/source.ts'
import { folderOf } from '../knowledge/folder.ts'
import { imported, wordsOf } from './drafts.ts'

function sourceOf(bytes: Uint8Array | string, name = 'a.txt') {
  const path = join(folderOf({}), name)
  writeFileSync(path, bytes)
  return readSource(path)
}

const words = 'Größe – “gut”'

test('UTF-8 and UTF-16 with their marks, and Windows-1252 when it is none of them', () => {
  const utf16be = Buffer.from(`\uFEFF${words}`, 'utf16le').swap16()
  const windows = Uint8Array.from([
    0x47, 0x72, 0xf6, 0xdf, 0x65, 0x20, 0x96, 0x20, 0x93, 0x67, 0x75, 0x74, 0x94,
  ])
  expect(sourceOf(`\uFEFF${words}`)).toMatchObject({ text: words, encoding: 'utf-8' })
  expect(sourceOf(Buffer.from(`\uFEFF${words}`, 'utf16le'))).toMatchObject({
    text: words,
    encoding: 'utf-16le',
  })
  expect(sourceOf(utf16be)).toMatchObject({ text: words, encoding: 'utf-16be' })
  expect(sourceOf(windows)).toMatchObject({ text: words, encoding: 'windows-1252' })
})

test('a page that declares its charset is read in it', () => {
  const korean = [0xc7, 0xc1, 0xb8, 0xb0, 0xc5, 0xcd]
  const page = Buffer.concat([Buffer.from('<meta charset="euc-kr">'), Uint8Array.from(korean)])
  expect(sourceOf(page, 'a.html').text).toContain('프린터')
})

test.each([
  ['an empty file', '', 'a.txt is empty'],
  ['a file of blanks', ' \n\t\n', 'a.txt is empty'],
  ['a file of ten megabytes', 'x'.repeat(10_000_000), 'has 10.0 MB; an import takes 5 MB at most'],
  ['a PDF', '%PDF-1.7 …', 'is a PDF. Save it as'],
  ['a Word file', 'PK\u0003\u0004…', 'is a Word, Excel or ZIP file. Save it as'],
  ['a zero in it', `${'x'.repeat(2_000)}\0`, 'is no text. Save it as'],
])('%s is refused with its cure', (_, text, sentence) => {
  expect(() => sourceOf(text)).toThrow(sentence)
})

test('a folder, a missing file and a format of others are refused', () => {
  const folder = folderOf({})
  expect(() => readSource(folder)).toThrow('is no file')
  expect(() => readSource(join(folder, 'none.md'))).toThrow('cannot be read')
  expect(() => imported('a.json', '{}')).toThrow('.json cannot be imported')
})

test('a page nested without end is refused, not a crash', () => {
  expect(() => imported('a.html', '<div>'.repeat(100_000))).toThrow('levels deep')
  expect(() => imported('a.html', `<main><p>${'<b>'.repeat(100_000)}`)).toThrow('levels deep')
  expect(() => imported('a.md', '> '.repeat(50_000))).toThrow(AppError)
})

test('a line of the source that looks like a heading of ours stays text', () => {
  const page = '<h2>Topic</h2><p>Solution: Type this:<br># causes<br>{org:nobody} {ui:nothing}</p>'
  expect(wordsOf(imported('a.html', page), 'topic').steps).toEqual([
    'Type this:\n\\# causes\n(org:nobody} (ui:nothing}',
  ])
})

test('marks without end cost no minutes', () => {
  expect(imported('a.md', `# Topic\n- Check ${'*a_b[c'.repeat(30_000)}`).loaded.size).toBe(1)
})

/** Pieces of which documents are made, and of which trouble is made. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '# A heading\n',
      '## Cause\n',
      'Solution:',
      'Cause: ',
      '- Check it.\n',
      '1. Open it.\n',
      '```\n',
      '---\n',
    ],
    ...[
      '\n\n',
      '{ui:nothing} ',
      '{org: x',
      '"',
      "'",
      ': ',
      '#',
      '# open: x\n',
      '\\',
      '| a | b |\n',
      '<b>',
      '</p>',
    ],
    ...[
      '\u2028',
      '\r\n',
      'Q: Why?\nA: So.\n',
      'error 809 ',
      '__proto__\n',
      '# causes\n',
      '&amp;',
      '[a](https://b.c) ',
    ],
  ),
  fc.string({ unit: 'grapheme' }),
)

test.each(['a.md', 'a.html', 'a.txt'])(
  'whatever stands in %s: its drafts load, or it is refused plainly',
  name => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 3, maxLength: 30 }), pieces => {
        const text = `# Topic\n<h2>Topic</h2>\n- Check the cable.\n${pieces.join('')}`
        const draft = outcomeOf(() => imported(name, text))
        if (draft) expect(draft.loaded.size).toBe(draft.outlines.length)
      }),
      { numRuns: 60 },
    )
  },
)

function outcomeOf<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'bad-request') return undefined
    throw thrown
  }
}
