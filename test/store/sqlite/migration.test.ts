import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqlite } from '../../../src/store/sqlite.ts'
import { temporaryFolder } from '../folder.ts'
import { add } from '../turns.ts'

const child = join(import.meta.dirname, 'half-migration.ts')

test('a migration that is killed half-way, again and again, is done at the next start', async () => {
  const folder = temporaryFolder()
  const path = join(folder.path, 'deskhand.db')
  for (let kill = 0; kill < 3; kill++) await migrateHalf(path)
  const store = await openSqlite({ path, mode: 'local' })
  expect((await add(store)).result).toBe('committed')
  await store.close()
  folder.remove()
})

/** Resolves when a process has made all tables, but not finished, and was killed. */
async function migrateHalf(path: string): Promise<void> {
  const half = spawn(process.execPath, [child, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  expect(String((await once(half.stdout, 'data'))[0])).toBe('half\n')
  half.kill('SIGKILL')
  await once(half, 'exit')
}
