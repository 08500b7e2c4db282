import { afterEach, beforeEach, expect, test } from 'vitest'
import { remembering } from '../../src/store/remember.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { caseOf, turnOf } from './turns.ts'

let database: Store
let store: Store
let loads = 0

beforeEach(async () => {
  database = await openSqlite({ path: ':memory:', mode: 'local' })
  loads = 0
  const counted: Store = {
    ...database,
    load: (...which) => {
      loads++
      return database.load(...which)
    },
  }
  store = remembering(counted)
})
afterEach(() => database.close())

test('a conversation that is being talked in is read once, and is the same as in the database', async () => {
  await store.load('anna')
  await store.commit(turnOf())
  expect(await store.load('anna')).toEqual(await database.load('anna'))
  expect(loads).toBe(1)
})

test('a repeated activity gets its first answer, though the state comes from memory', async () => {
  await store.commit(turnOf({ activityId: 'x', answered: { collapsed: 'Yes' } }))
  const { version } = await store.load('anna', 'x')
  expect(await store.commit(turnOf({ version, activityId: 'x' }))).toEqual({
    result: 'repeated',
    answered: { collapsed: 'Yes' },
  })
})

test('what another instance has written is read as soon as the commit shows that something moved', async () => {
  await store.commit(turnOf())
  await database.commit(turnOf({ version: 1 }))
  expect(await store.commit(turnOf({ version: 1 }))).toMatchObject({ result: 'moved' })
  expect(await store.load('anna')).toMatchObject({ version: 2 })
})

test('a state whose commit failed is read anew', async () => {
  await store.commit(turnOf())
  const refusing = remembering({ ...database, commit: () => Promise.reject(new Error('the disk is full')) })
  await expect(refusing.commit(turnOf({ version: 1 }))).rejects.toThrow('full')
  expect(await refusing.load('anna')).toEqual(await database.load('anna'))
})

test('the conversation that was silent longest is forgotten first', async () => {
  for (let i = 0; i <= 1_000; i++)
    await store.commit(turnOf({ conversation: `c${i}`, case: caseOf({ id: `case ${i}` }) }))
  await store.load('c1000')
  await store.load('c1')
  expect(loads).toBe(0)
  await store.load('c0')
  expect(loads).toBe(1)
})
