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
  const { server } = await postgres.create()
  const open = () => openPostgres({ server, mode: 'local' })
  let store = await open()
  const reopen = async () => {
    await store.close()
    store = await open()
    return store
  }
  const remove = () => store.close()
  return { store, reopen, remove }
})
