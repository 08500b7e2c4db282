import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { english, folderOf, german, structure } from './folder.ts'

/** Runs the author's tool as a person does. */
function kb(args: readonly string[], own = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/kb.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, KNOWLEDGE_DIR: own, KNOWLEDGE_PACKS: '' },
  })
  return { status, stdout, stderr }
}

test('the shipped knowledge has no problems', () => {
  const { status, stdout } = kb(['lint'])
  expect(stdout).toMatch(/^\d+ articles in de, en, fr, it: no problems\.\n$/)
  expect(status).toBe(0)
})

test('lint prints every problem and fails', () => {
  const own = folderOf({ 'a/article.yaml': structure, 'a/en.md': english.replace('# restart-gateway', '#') })
  const { status, stdout } = kb(['lint'], own)
  expect(stdout).toMatch(
    /\/a\/en\.md:\d+ {2}step "restart-gateway" has no text; article\.yaml names it\. Write /,
  )
  expect(stdout).toMatch(/\/a\/en\.md:3 {2}2 phrases teach the bot too little\. Write at least 8/)
  expect(status).toBe(1)
})

test('lint --json prints the problems of loader and linter, one object a line', () => {
  const own = folderOf({ 'a/article.yaml': structure.replace('ras:809', 'ras:8099'), 'a/en.md': english })
  const { status, stdout } = kb(['lint', '--json'], own)
  const problems: readonly object[] = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(problems).toContainEqual({
    file: `${own}/a/article.yaml`,
    line: 3,
    rule: 'unknown-signature',
    message: 'signatures: "ras:8099" is not in codes.json',
    cure: 'Correct the code, or add it to codes.json.',
  })
  expect(problems).toContainEqual(expect.objectContaining({ file: `${own}/a/en.md`, rule: 'few-phrases' }))
  expect(status).toBe(1)
  expect(kb(['lint', '--json']).stdout).toBe('')
})

test('list --json prints one entry for each article', () => {
  const { stdout } = kb(['list', '--json'])
  const listed: readonly { id: string; languages: object }[] = JSON.parse(stdout)
  expect(listed.map(({ id }) => id)).toContain('ike-phase1-failed')
  expect(kb(['list']).stdout.split('\n').filter(Boolean)).toHaveLength(listed.length)
})

test('stamp marks a translation as up to date, once, and again only when it is named', () => {
  const own = folderOf({ 'a/article.yaml': structure, 'a/en.md': english, 'a/de.md': german })
  const stale = 'does not say which en.md'
  expect(kb(['lint'], own).stdout).toContain(`de.md:1  ${stale}`)
  kb(['stamp'], own)
  expect(readFileSync(join(own, 'a/de.md'), 'utf8')).toMatch(/^of: [0-9a-f]{12}$/m)
  expect(kb(['stamp'], own).stdout).toBe('')
  expect(kb(['lint'], own).stdout).not.toContain(stale)
})

test('an unknown command or article says what there is', () => {
  expect(kb(['lnit'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('kb -- list [--json]'),
  })
  expect(kb(['stamp', 'no-such'])).toMatchObject({ status: 1, stderr: expect.stringContaining('no-such') })
})
