import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderOf } from '../knowledge/folder.ts'

/** Runs the author's tool as a person does; `input` is typed. */
function kb(args: readonly string[], { own = '', input = '' } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/kb.ts', ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, KNOWLEDGE_DIR: own, KNOWLEDGE_PACKS: '' },
  })
  return { status, stdout, stderr }
}

const typed = [
  ...[
    'The printer is silent',
    'xx1',
    'en',
    'printer dead',
    'nothing prints',
    '',
    'paper jam',
    'loose cable',
    '',
  ],
  ...[
    'Plug the cable in.',
    'me',
    'employee',
    '3',
    'no',
    'low',
    'Pull it out.',
    'Look inside.',
    '',
    '',
    '',
    '',
    '',
  ],
].join('\n')

test('kb new asks little, asks again for what will not do, and lint names what is open', () => {
  const own = folderOf({})
  const { status, stdout } = kb(['new'], { own, input: typed })
  expect(stdout).toContain('"me" will not do.')
  expect(status).toBe(0)
  const yaml = readFileSync(join(own, 'the-printer-is-silent/article.yaml'), 'utf8')
  expect(yaml).toContain('plug-the-cable-in:\n    by: employee\n    minutes: 3\n    risk: low')
  const { status: lint, stdout: open } = kb(['lint'], { own })
  expect(open).toMatch(/en\.md:3 .*how do employees say it/)
  expect(open).toMatch(/article\.yaml:\d+ .*how likely is each cause/)
  expect(open).not.toContain('has no')
  expect(lint).toBe(1)
})

test('kb new takes flags, or answers from a file or the standard input', () => {
  const own = folderOf({ 'answers.yaml': 'title: A\nsteps:\n  - text: Do it.\n    by: nobody\n' })
  const step = 'employee, 2, risk low, restart: Switch it off.'
  expect(kb(['new', 'a', '--title', 'A', '--language', 'de', '--step', step], { own }).status).toBe(0)
  expect(readFileSync(join(own, 'a/article.yaml'), 'utf8')).toContain('restart: true')
  expect(kb(['new', 'b', '--answers', '-'], { own, input: '{"title":"B","steps":["Do it."]}' }).status).toBe(
    0,
  )
  expect(readFileSync(join(own, 'b/en.md'), 'utf8')).toContain('# do-it\nDo it.')
  const wrong = kb(['new', 'c', '--answers', join(own, 'answers.yaml')], { own })
  expect(wrong.stderr).toContain('answers.yaml:4 by must be one of "employee", "local-admin", "helpdesk".')
  expect(existsSync(join(own, 'c'))).toBe(false)
})

test('kb new never writes over an article, and refuses what is no id, no language, no place', () => {
  const own = folderOf({ 'a/article.yaml': 'kept' })
  expect(kb(['new', 'a', '--title', 'A'], { own })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('exists already; nothing was written'),
  })
  expect(readdirSync(join(own, 'a'))).toEqual(['article.yaml'])
  expect(kb(['new', '../a', '--title', 'A'], { own }).stderr).toContain('"../a" is no id for an article')
  expect(kb(['new', 'b', '--title', 'A', '--language', 'German'], { own }).stderr).toContain('no language')
  expect(kb(['new', 'b', '--title', 'A']).stderr).toContain('set KNOWLEDGE_DIR')
  expect(kb(['new', 'b', '--titel', 'A'], { own }).stderr).toMatch(/^Unknown option '--titel'.*\n$/)
})

const page =
  'Der Drucker ist stumm\nUrsache: Das Kabel ist seit gestern lose.\nLösung: Stecken Sie das Kabel ein.\n'

test('kb import finds the language, writes drafts and a review, and lint has nothing but open places', () => {
  const own = folderOf({ 'faq.txt': page })
  const out = join(own, 'drafts')
  const { status, stdout } = kb(['import', join(own, 'faq.txt'), '--out', out])
  expect(stdout).toContain('der-drucker-ist-stumm  1 causes, 1 steps, 0 codes')
  expect(status).toBe(0)
  expect(readdirSync(join(out, 'der-drucker-ist-stumm'))).toEqual(['article.yaml', 'de.md'])
  expect(readFileSync(join(out, 'REVIEW.md'), 'utf8')).toContain('language "de"')
  const lines = kb(['lint'], { own: out })
    .stdout.split('\n')
    .filter(line => line.includes('drucker'))
  expect(lines.length).toBeGreaterThan(2)
  expect(lines.filter(line => !/left a question open|phrase/.test(line))).toEqual([])
})

test('kb import writes nothing over anything, and says what it could not read', () => {
  const own = folderOf({ 'faq.txt': page, 'faq.pdf': '%PDF-1.7', 'short.txt': 'Drucker\n1. Aus\n' })
  const out = join(own, 'drafts')
  kb(['import', join(own, 'faq.txt'), '--out', out])
  writeFileSync(join(out, 'REVIEW.md'), 'mine')
  expect(kb(['import', join(own, 'faq.txt'), '--out', out]).stderr).toContain('exists already')
  expect(readFileSync(join(out, 'REVIEW.md'), 'utf8')).toBe('mine')
  expect(kb(['import', join(own, 'faq.pdf')]).stderr).toBe(
    'faq.pdf is a PDF. Save it as Markdown, HTML, text or CSV first.\n',
  )
  expect(kb(['import', join(own, 'short.txt')]).stderr).toContain('add --language en')
  expect(kb(['import']).stderr).toContain('Name one document')
})
