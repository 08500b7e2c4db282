import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrations } from '../../../src/store/migrations.ts'
import { backupSqlite, restoreSqlite } from '../../../src/store/sqlite/backup.ts'
import { openSqlite } from '../../../src/store/sqlite.ts'
import { temporaryFolder } from '../folder.ts'
import { add, caseOf, text } from '../turns.ts'

let folder: ReturnType<typeof temporaryFolder>
let path: string
let copy: string

beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder.path, 'deskhand.db')
  copy = join(folder.path, 'copy.db')
})
afterEach(() => folder.remove())

const open = () => openSqlite({ path, mode: 'local', alone: true })

async function withConversations(...names: readonly string[]) {
  const store = await open()
  for (const name of names) {
    await add(store, { conversation: name, case: caseOf({ id: `case of ${name}` }), outbox: [text('Hello')] })
  }
  return store
}

test('a copy is made while the service works, and holds what was committed', async () => {
  const store = await withConversations('anna', 'ben')
  const version = migrations.length
  expect(backupSqlite(path, copy)).toEqual({ conversations: 2, cases: 2, unsent: 2, version })
  await add(store, { conversation: 'anna', case: caseOf({ id: 'case of anna' }) })
  await store.close()
})

test('a restore brings back the state of the copy and keeps the former one', async () => {
  const store = await withConversations('anna')
  backupSqlite(path, copy)
  await add(store, { conversation: 'ben', case: caseOf({ id: 'case of ben' }) })
  await store.close()
  const { former = '', ...copied } = restoreSqlite(copy, path)
  expect(copied).toMatchObject({ conversations: 1 })
  const restored = await open()
  expect(await restored.load('ben')).toEqual({ version: 0 })
  expect(await restored.load('anna')).toMatchObject({ version: 1 })
  expect(await restored.pending()).toHaveLength(1)
  await restored.close()
  expect(backupSqlite(former, join(folder.path, 'former.db'))).toMatchObject({ conversations: 2 })
})

test('nothing is restored under a service that works', async () => {
  const store = await withConversations('anna')
  backupSqlite(path, copy)
  expect(() => restoreSqlite(copy, path)).toThrow('Another Deskhand works with the database')
  await store.close()
})

test('a damaged database does not keep its own replacement out', async () => {
  await (await withConversations('anna')).close()
  backupSqlite(path, copy)
  writeFileSync(path, Buffer.alloc(50_000, 'x'))
  expect(restoreSqlite(copy, path)).toMatchObject({ conversations: 1 })
})

test('a damaged copy, another file, or one of a newer Deskhand is refused, and the database stays', async () => {
  await (await withConversations('anna')).close()
  const before = readFileSync(path)
  backupSqlite(path, copy)
  const bytes = readFileSync(copy)
  writeFileSync(copy, bytes.fill(7, 4_096, 12_288))
  expect(() => restoreSqlite(copy, path)).toThrow(/copy\.db is (damaged|no database)/)
  writeFileSync(copy, 'Dear diary')
  expect(() => restoreSqlite(copy, path)).toThrow('copy.db is no database of Deskhand')
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a copy never replaces a file, and a failed one leaves nothing behind', async () => {
  expect(() => backupSqlite(path, copy)).toThrow('There is no database')
  writeFileSync(copy, 'mine')
  await (await withConversations('anna')).close()
  expect(() => backupSqlite(path, copy)).toThrow('is there already')
  writeFileSync(path, 'no database')
  const other = join(folder.path, 'other.db')
  expect(() => backupSqlite(path, other)).toThrow('cannot be copied')
  expect(existsSync(other)).toBe(false)
  expect(readdirSync(folder.path).filter(name => name.endsWith('.part'))).toEqual([])
})
