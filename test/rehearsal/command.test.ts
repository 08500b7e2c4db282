import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { english, folderOf, structure } from '../knowledge/folder.ts'

const talk = `conversation: works on the hotspot
employee: it times out at home with error 809
bot: step other-network; "hotspot"; [Works there] [Same there]
employee: [Same there]
bot: hands over (steps-used-up)
case: article a; left restart-gateway
`

/** The helpdesk's own folder with one article, which takes error 809 over, and its conversation. */
function own(conversation = talk): string {
  return folderOf({
    'ike-phase1-failed/article.yaml': structure,
    'ike-phase1-failed/en.md': english,
    'ike-phase1-failed/conversations/en.txt': conversation.replace('article a', 'article ike-phase1-failed'),
  })
}

/** Runs the author's tool as a person does. */
function kb(args: readonly string[], folder: string, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/kb.ts', ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, KNOWLEDGE_DIR: folder, KNOWLEDGE_PACKS: '' },
  })
  return { status, stdout, stderr }
}

test("an article of one's own brings its own conversations instead of the shipped ones", () => {
  const { stdout, status } = kb(['test', 'ike-phase1-failed'], own())
  expect(stdout).toBe('en  1 passed\n1 conversation passed, 0 failed\n')
  expect(status).toBe(0)
})

test('a failure shows the conversation, counts, and ends with 1; --json says the same to programs', () => {
  const folder = own(talk.replace('step other-network', 'step some-other'))
  const { stdout, status } = kb(['test', 'ike-phase1-failed', '--language', 'en'], folder)
  expect(stdout).toContain('conversations/en.txt:3 "works on the hotspot" (en)')
  expect(stdout).toContain('- expected  step some-other\n+ got       step other-network\n')
  expect(stdout).toContain('en  0 passed, 1 failed\n0 conversations passed, 1 failed\n')
  expect(status).toBe(1)
  const json = kb(['test', 'ike-phase1-failed', '--json'], folder)
  expect(JSON.parse(json.stdout)).toMatchObject({
    passed: 0,
    failed: 1,
    languages: { en: { passed: 0, failed: 1 } },
    failures: [{ line: 3, name: 'works on the hotspot', differences: [{ got: 'step other-network' }] }],
  })
  expect(json.status).toBe(1)
})

test('a file that cannot be read says where; an article that is not there is named', () => {
  const broken = kb(['test'], own('conversation: x\nrobot: hello\n'))
  expect(broken.stderr).toContain('conversations/en.txt:2 "robot:" is no keyword')
  expect(broken.status).toBe(1)
  expect(kb(['test', 'no-such'], own()).stderr).toContain('There is no article no-such here.')
})

test('record adds what was said to the file, and --again writes all of it anew', () => {
  const folder = own()
  const file = join(folder, 'ike-phase1-failed/conversations/en.txt')
  const lines = 'conversation: solved\nemployee: error 809\nemployee: [works]\n'
  expect(kb(['record', 'ike-phase1-failed', 'en'], folder, lines).status).toBe(0)
  const after = readFileSync(file, 'utf8')
  expect(after.startsWith(talk.split('case:')[0] ?? '')).toBe(true)
  expect(after).toContain('conversation: solved\nemployee: error 809\nbot: step other-network\n')
  expect(after).toContain('employee: [Works there]\n')
  writeFileSync(file, after.replaceAll('step other-network', 'step gone'))
  expect(kb(['test', 'ike-phase1-failed'], folder).status).toBe(1)
  expect(kb(['record', '--again', 'ike-phase1-failed'], folder).status).toBe(0)
  expect(kb(['test', 'ike-phase1-failed'], folder).stdout).toContain('2 conversations passed, 0 failed')
})

test('record keeps nothing of a conversation that does not go that way', () => {
  const folder = own()
  const { stderr, status } = kb(
    ['record', 'ike-phase1-failed', 'en'],
    folder,
    'conversation: x\nemployee: error 809\nemployee: [Has helped]\n',
  )
  expect(stderr).toContain('there is no button [Has helped]')
  expect(status).toBe(1)
  const file = readFileSync(join(folder, 'ike-phase1-failed/conversations/en.txt'), 'utf8')
  expect(file).not.toContain('Has helped')
})

test('recorded again, a file whose buttons have gone stays as it is, and is named', () => {
  const folder = own(talk.replace('employee: [Same there]', 'employee: [Has helped]'))
  const file = join(folder, 'ike-phase1-failed/conversations/en.txt')
  const before = readFileSync(file, 'utf8')
  const { stderr, status } = kb(['record', '--again', 'ike-phase1-failed', 'en'], folder)
  expect(stderr).toContain('conversations/en.txt:4 there is no button [Has helped]')
  expect(status).toBe(1)
  expect(readFileSync(file, 'utf8')).toBe(before)
})
