import { chmodSync, copyFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openSqlite, type SqliteOptions } from '../../../src/store/sqlite.ts'
import type { Store } from '../../../src/store/store.ts'
import { temporaryFolder } from '../folder.ts'
import { add } from '../turns.ts'

describe('a SQLite file', () => {
  let folder: ReturnType<typeof temporaryFolder>
  let path: string
  const opened: Store[] = []

  beforeEach(() => {
    folder = temporaryFolder()
    path = join(folder.path, 'new', 'deskhand.db')
  })
  afterEach(async () => {
    await Promise.all(opened.splice(0).map(store => store.close()))
    folder.remove()
  })

  async function open(mode: SqliteOptions['mode'] = 'local'): Promise<Store> {
    const store = await openSqlite({ path, mode })
    opened.push(store)
    return store
  }

  function change(sql: string): void {
    const db = new DatabaseSync(path)
    db.exec(sql)
    db.close()
  }

  function rights(file: string): string {
    return (statSync(file).mode & 0o777).toString(8)
  }

  test('and its logs can be read by the owner only, and so can the folder made for it', async () => {
    await add(await open())
    expect(readdirSync(join(folder.path, 'new')).sort()).toEqual(
      ['', '-shm', '-wal'].map(end => `deskhand.db${end}`),
    )
    for (const end of ['', '-shm', '-wal']) expect(rights(path + end)).toBe('600')
    expect(rights(join(folder.path, 'new'))).toBe('700')
  })

  test('that others could read is closed to them', async () => {
    await (await open()).close()
    chmodSync(path, 0o644)
    await add(await open())
    for (const end of ['', '-shm', '-wal']) expect(rights(path + end)).toBe('600')
  })

  test('made in one mode is refused in the other, and still opens in its own', async () => {
    await (await open('local')).close()
    await expect(open('production')).rejects.toMatchObject({
      code: 'local-mode',
      message: /made in local mode/,
    })
    await (await open('local')).ready()
  })

  test('made in production is refused in local mode', async () => {
    await (await open('production')).close()
    await expect(open('local')).rejects.toMatchObject({ code: 'local-mode' })
  })

  test('that a newer Deskhand has used is refused, with what to do', async () => {
    await (await open()).close()
    change("INSERT INTO migrations VALUES (999, 'from the future')")
    await expect(open()).rejects.toMatchObject({
      code: 'configuration',
      message: /newer Deskhand.*Start that/,
    })
  })

  test.each(['', '-wal'])('whose part "%s" is taken away from a service takes nothing more', async part => {
    const store = await open()
    await store.ready()
    renameSync(path + part, `${path}-away`)
    copyFileSync(`${path}-away`, path + part)
    await expect(add(store)).rejects.toMatchObject({ code: 'busy', message: /file was removed or replaced/ })
    await expect(store.ready()).rejects.toMatchObject({ code: 'busy', message: /Put it back/ })
    renameSync(`${path}-away`, path + part)
    await store.ready()
  })

  test('that another program has locked is not ready, and says so, until it is free', async () => {
    const store = await open()
    const other = new DatabaseSync(path)
    other.exec('BEGIN IMMEDIATE')
    await expect(store.ready()).rejects.toMatchObject({ code: 'busy', message: /database is locked/ })
    other.close()
    await store.ready()
  })

  test('that is no database is refused by name', async () => {
    path = join(folder.path, 'notes.txt')
    writeFileSync(path, 'not a database, and longer than the hundred bytes of a header. '.repeat(9))
    await expect(open()).rejects.toMatchObject({
      code: 'configuration',
      message: /notes\.txt cannot be opened/,
    })
  })

  test('in a place where no file can be is refused', async () => {
    writeFileSync(join(folder.path, 'new'), '')
    await expect(open()).rejects.toMatchObject({ code: 'configuration' })
  })
})

test('a store in memory is its own, and leaves nothing behind', async () => {
  const folder = temporaryFolder()
  vi.stubEnv('TMPDIR', folder.path)
  const [anna, bert] = await Promise.all([openInMemory(), openInMemory()])
  vi.unstubAllEnvs()
  await add(anna)
  expect((await bert.load('anna')).version).toBe(0)
  expect(readdirSync(folder.path)).toHaveLength(2)
  await Promise.all([anna.close(), bert.close()])
  expect(readdirSync(folder.path)).toEqual([])
  folder.remove()
})

function openInMemory(): Promise<Store> {
  return openSqlite({ path: ':memory:', mode: 'local' })
}
