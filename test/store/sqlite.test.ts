import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { Opened } from './contract/subject.ts'
import { storeContract } from './contract.ts'
import { temporaryFolder } from './folder.ts'

storeContract('SQLite', async (): Promise<Opened> => {
  const folder = temporaryFolder()
  const path = join(folder.path, 'deskhand.db')
  const open = () => openSqlite({ path, mode: 'local' })
  let store = await open()
  const reopen = async () => {
    await store.close()
    store = await open()
    return store
  }
  const remove = () => store.close().then(folder.remove)
  return { store, reopen, deleteCase: async id => deleteCase(path, id), remove }
})

/** As SQLite's own shell does it, which minds no references. */
function deleteCase(path: string, id: string): void {
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: false, timeout: 5_000 })
  db.prepare('DELETE FROM cases WHERE id = ?').run(id)
  db.close()
}
