import { afterAll, beforeAll } from 'vitest'
import { openPostgres } from '../../../src/store/postgres.ts'
import { type Postgres, startPostgres } from '../../support/postgres.ts'
import type { Opened } from '../contract/subject.ts'
import { storeContract } from '../contract.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

storeContract('PostgreSQL', async (): Promise<Opened> => {
  const { server, query } = await postgres.create()
  const open = () => openPostgres({ server, mode: 'local' })
  let store = await open()
  const reopen = async () => {
    await store.close()
    store = await open()
    return store
  }
  const remove = () => store.close()
  const deleteCase = async (id: string) => void (await query('DELETE FROM cases WHERE id = $1', [id]))
  return { store, reopen, deleteCase, remove }
})
