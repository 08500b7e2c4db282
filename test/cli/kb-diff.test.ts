/** An author moves a phrase, and asks what that changes before anybody notices. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const structure = `source: en
applies-to: [windows-11]
steps:
  look:
    by: employee
    minutes: 1
  repair:
    by: helpdesk
    minutes: 5
`
const text = (title: string, phrases: readonly string[]) => `---
title: ${title}
phrases:
${phrases.map(phrase => `  - ${phrase}`).join('\n')}
---
It happens.

# look
Look at it.

# repair
Repair it.
`
const printer = [
  'the printer is jammed',
  'paper stuck in the printer',
  'printer shows paper jam',
  'tray two is blocked',
]
const badge = [
  'my badge does not open the door',
  'door stays red with my card',
  'the turnstile refuses my badge',
  'card reader beeps',
]

function helpdesk(): { folder: string; writes(path: string, words: string): void; commits(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-repository-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const writes = (path: string, words: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), words)
  }
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=Anna', '-c', 'user.email=anna@example.org', ...args])
  git('init', '--quiet')
  for (const id of ['printer-jam', 'badge-refused']) writes(`own/house/${id}/article.yaml`, structure)
  writes('own/house/printer-jam/en.md', text('The printer is jammed', printer))
  writes('own/house/badge-refused/en.md', text('The badge is refused', badge))
  writes(
    'own/house/badge-refused/conversations/en.txt',
    'conversation: red light\nemployee: the turnstile stays red\nbot: step look\n',
  )
  const commits = () => {
    git('add', '--all')
    git('commit', '--quiet', '--message', 'knowledge')
  }
  commits()
  return { folder, writes, commits }
}

function diff(folder: string, ...args: readonly string[]) {
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    KNOWLEDGE_DIR: folder,
    KNOWLEDGE_PACKS: 'house',
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/kb.ts', 'diff', ...args], {
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('a phrase that moved is named with both articles, as text and as JSON', () => {
  const { folder, writes } = helpdesk()
  const moved = 'card reader beeps'
  writes('own/house/printer-jam/en.md', text('The printer is jammed', [...printer, moved]))
  writes('own/house/badge-refused/en.md', text('The badge is refused', badge.slice(0, 3)))
  const asText = diff(join(folder, 'own'), 'HEAD')
  expect(asText).toMatchObject({ status: 0, stderr: '' })
  expect(asText.stdout).toMatch(/better {2}en {2}card reader beeps\n {4}badge-refused.* -> printer-jam/)
  expect(asText.stdout).toMatch(/Since [0-9a-f]{12}: \d+ of 9 lines are understood differently/)

  const { stdout } = diff(join(folder, 'own'), 'HEAD', '--json')
  const { compared, differences } = JSON.parse(stdout)
  expect(compared).toBe(9)
  expect(differences).toContainEqual(
    expect.objectContaining({
      text: moved,
      language: 'en',
      article: 'printer-jam',
      from: 'phrase',
      before: expect.objectContaining({ topic: 'badge-refused' }),
      after: expect.objectContaining({ topic: 'printer-jam' }),
      turn: 'better',
    }),
  )
})

test('the first lines of conversations are asked, too, and an article that went is worse', () => {
  const { folder } = helpdesk()
  rmSync(join(folder, 'own/house/badge-refused'), { recursive: true })
  const { stdout } = diff(join(folder, 'own'), 'HEAD', '--json')
  const opening = JSON.parse(stdout).differences.find(({ from }: { from: string }) => from === 'conversation')
  expect(opening).toMatchObject({ text: 'the turnstile stays red', article: 'badge-refused', turn: 'worse' })
})

test('without a change nothing differs, and the work tree and its index are left alone', () => {
  const { folder, writes } = helpdesk()
  writes('own/house/note.txt', 'half done')
  const status = () => execFileSync('git', ['-C', folder, 'status', '--porcelain'], { encoding: 'utf8' })
  const before = [status(), readFileSync(join(folder, '.git/index'), 'hex')]
  expect(diff(join(folder, 'own'), 'HEAD').stdout).toMatch(/: 0 of 9 lines are understood differently\.\n$/)
  expect([status(), readFileSync(join(folder, '.git/index'), 'hex')]).toEqual(before)
})

test.each([
  ['an unknown revision', 'no-such-branch', /git knows no revision "no-such-branch"/],
  ['an option in its place', '--', /Call it as: kb -- diff/],
])('%s is refused in a sentence', (_, revision, sentence) => {
  const { folder } = helpdesk()
  const { status, stderr } = diff(join(folder, 'own'), revision)
  expect(status).toBe(1)
  expect(stderr).toMatch(sentence)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

test('outside a git work tree it says so', () => {
  const { folder } = helpdesk()
  rmSync(join(folder, '.git'), { recursive: true })
  const { status, stderr } = diff(join(folder, 'own'), 'HEAD')
  expect(status).toBe(1)
  expect(stderr).toContain('is not in a git work tree')
})

test('a folder that did not exist then is named', () => {
  const { folder, writes } = helpdesk()
  writes('newer/house/printer-jam/article.yaml', structure)
  writes('newer/house/printer-jam/en.md', text('The printer is jammed', printer))
  const { status, stderr } = diff(join(folder, 'newer'), 'HEAD')
  expect(status).toBe(1)
  expect(stderr).toMatch(/newer is not part of [0-9a-f]{12}/)
})
