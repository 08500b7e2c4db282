import { join } from 'node:path'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { Opened } from './contract/subject.ts'
import { storeContract } from './contract.ts'
import { temporaryFolder } from './folder.ts'

storeContract('SQLite', async (): Promise<Opened> => {
  const folder = temporaryFolder()
  const open = () => openSqlite({ path: join(folder.path, 'deskhand.db'), mode: 'local' })
  let store = await open()
  const reopen = async () => {
    await store.close()
    store = await open()
    return store
  }
  const remove = () => store.close().then(folder.remove)
  return { store, reopen, remove }
})
