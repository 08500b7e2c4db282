import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSqlite } from '../../../src/store/sqlite.ts'
import { temporaryFolder } from '../folder.ts'
import { add } from '../turns.ts'

const child = join(import.meta.dirname, 'service-of.ts')
const refused = { code: 'configuration', message: /Another Deskhand works with the database/ }

describe('a SQLite file that a service works with', () => {
  let folder: ReturnType<typeof temporaryFolder>
  let path: string

  beforeEach(() => {
    folder = temporaryFolder()
    path = join(folder.path, 'deskhand.db')
  })
  afterEach(() => folder.remove())

  test('is refused to a second one of another process, until the first was killed', async () => {
    const other = spawn(process.execPath, [child, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(other.stdout, 'data')
    await expect(openSqlite({ path, mode: 'local', alone: true })).rejects.toMatchObject(refused)
    other.kill('SIGKILL')
    await once(other, 'exit')
    const store = await openSqlite({ path, mode: 'local', alone: true })
    expect((await add(store)).result).toBe('committed')
    await store.close()
  })

  test('is refused to a second one of the same process, and still held afterwards', async () => {
    const store = await openSqlite({ path, mode: 'local', alone: true })
    for (let n = 0; n < 2; n++) {
      await expect(openSqlite({ path, mode: 'local', alone: true })).rejects.toMatchObject(refused)
    }
    await store.close()
    await (await openSqlite({ path, mode: 'local', alone: true })).close()
  })

  test('can be looked into by a command', async () => {
    const store = await openSqlite({ path, mode: 'local', alone: true })
    const command = await openSqlite({ path, mode: 'local' })
    await add(store)
    expect((await command.load('anna')).version).toBe(1)
    await Promise.all([command.close(), store.close()])
  })

  test('is free again when it could not be opened', async () => {
    const production = await openSqlite({ path, mode: 'production' })
    await production.close()
    await expect(openSqlite({ path, mode: 'local', alone: true })).rejects.toMatchObject({
      code: 'local-mode',
    })
    await (await openSqlite({ path, mode: 'production', alone: true })).close()
  })
})
