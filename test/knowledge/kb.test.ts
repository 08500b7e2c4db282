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
  const { status, stderr } = kb(['lint'], own)
  expect(stderr).toContain('/a/en.md:')
  expect(stderr).toContain('step "restart-gateway" has no text; article.yaml names it.')
  expect(status).toBe(1)
})

test('list --json prints one entry for each article', () => {
  const { stdout } = kb(['list', '--json'])
  const listed: readonly { id: string; languages: object }[] = JSON.parse(stdout)
  expect(listed.map(({ id }) => id)).toContain('ike-phase1-failed')
  expect(kb(['list']).stdout.split('\n').filter(Boolean)).toHaveLength(listed.length)
})

test('stamp marks a translation as up to date, once, and again only when it is named', () => {
  const own = folderOf({ 'a/article.yaml': structure, 'a/en.md': english, 'a/de.md': german })
  expect(kb(['lint'], own).stdout).toContain('de.md:1 does not say which en.md')
  kb(['stamp'], own)
  expect(readFileSync(join(own, 'a/de.md'), 'utf8')).toMatch(/^of: [0-9a-f]{12}$/m)
  expect(kb(['stamp'], own).stdout).toBe('')
  expect(kb(['lint'], own).status).toBe(0)
})

test('an unknown command or article says what there is', () => {
  expect(kb(['lnit'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('kb -- list [--json]'),
  })
  expect(kb(['stamp', 'no-such'])).toMatchObject({ status: 1, stderr: expect.stringContaining('no-such') })
})
