import { renameSync, symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect } from '../../../src/store/sqlite/connection.ts'
import { openSqlite } from '../../../src/store/sqlite.ts'
import type { Store } from '../../../src/store/store.ts'
import { temporaryFolder } from '../folder.ts'
import { caseOf, say, text, turnOf } from '../turns.ts'

const busy = { name: 'AppError', code: 'busy' }
/** Takes 50 pages. When there is no room for it, there is still room for small things. */
const long = 'x'.repeat(200_000)

describe("SQLite's writer", () => {
  let folder: ReturnType<typeof temporaryFolder>
  let store: Store
  let thread: Worker
  const broken: string[] = []

  async function open(maxPages?: number): Promise<void> {
    await store?.close()
    process.once('worker', worker => {
      thread = worker
    })
    const path = join(folder.path, 'deskhand.db')
    const options = { path, mode: 'local', broken: (reason: string) => void broken.push(reason) } as const
    store = await openSqlite({ ...options, ...(maxPages !== undefined && { maxPages }) })
  }

  beforeEach(async () => {
    folder = temporaryFolder()
    broken.length = 0
    await open()
  })
  afterEach(async () => {
    await store.close()
    folder.remove()
  })

  function commit(n: number, words = '') {
    const conversation = `c${n}`
    const turn = {
      conversation,
      activityId: 'a',
      answered: { collapsed: words },
      case: caseOf({ id: conversation }),
    }
    return store.commit(turnOf(turn))
  }

  test('writes all turns that wait together, with one sync', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, n) => commit(n)))
    expect(store.stats()).toEqual({ turns: 200, batches: 1 })
  })

  test('takes those that come while it writes as the next batch', async () => {
    const first = commit(0)
    await new Promise(resolve => setImmediate(resolve))
    const later = [1, 2, 3].map(n => commit(n))
    await Promise.all([first, ...later])
    expect(store.stats()).toEqual({ turns: 4, batches: 2 })
  })

  test('writes marks of sent messages with the turns that wait', async () => {
    const rows = await say(store, [text('one')])
    await Promise.all([store.sent(rows.map(row => ({ row, result: 'sent' }))), commit(1)])
    expect(store.stats()).toEqual({ turns: 2, batches: 2 })
  })

  test('lets no turn spoil the others of its batch', async () => {
    const broken = store.commit(turnOf({ conversation: 'broken', at: Number.NaN }))
    const results = await Promise.allSettled([commit(1), broken, commit(2)])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(store.stats()).toEqual({ turns: 2, batches: 1 })
    expect((await store.load('c2')).version).toBe(1)
  })

  test('syncs each commit to the disk', () => {
    const db = connect({ path: join(folder.path, 'deskhand.db'), durable: true })
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    db.close()
  })

  test('is busy while the disk is full, loses nothing, and goes on when there is room', async () => {
    await open(1600)
    const committed = await fill()
    expect(committed).toBeGreaterThan(20)
    await expect(store.ready()).rejects.toMatchObject({ ...busy, message: /full/ })
    await expect(commit(committed, long)).rejects.toMatchObject(busy)
    for (let n = 0; n < committed; n++) expect((await store.load(`c${n}`)).version).toBe(1)
    expect((await store.load(`c${committed}`)).version).toBe(0)

    await store.forgetAnswers(9e12)
    await store.ready()
    expect((await commit(committed, long)).result).toBe('committed')
  })

  test('does not take the room of its own look for room', async () => {
    await open(1600)
    const committed = await fill()
    await store.forgetAnswers(9e12)
    await store.ready()
    await fill(committed + 1)
    await expect(store.ready()).rejects.toMatchObject({ ...busy, message: /full/ })
    await expect(store.ready()).rejects.toMatchObject({ ...busy, message: /full/ })
  })

  /** Commits until the disk is full; answers which turn was the first to fail. */
  async function fill(from = 0): Promise<number> {
    for (let n = from; ; n++) {
      const failure = await commit(n, long).then(
        () => undefined,
        reason => reason,
      )
      if (failure === undefined) continue
      expect(failure).toMatchObject(busy)
      return n
    }
  }

  test('that breaks down fails everything that waits, and the store says so from then on', async () => {
    const turns = Array.from({ length: 1000 }, (_, n) => commit(n))
    await turns[0]
    await thread.terminate()
    const results = await Promise.allSettled(turns)
    const refused = results.filter(result => result.status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    for (const { reason } of refused) expect(reason).toMatchObject(busy)
    await expect(commit(1)).rejects.toMatchObject(busy)
    await expect(store.ready()).rejects.toMatchObject(busy)
    expect(broken).toEqual(["The database's writer has ended."])
    for (const [n, { status }] of results.entries()) {
      if (status === 'fulfilled') expect((await store.load(`c${n}`)).version).toBe(1)
    }
  })

  test('is busy while nobody can say what lies at its place, and goes on when it lies there again', async () => {
    await commit(1)
    const path = join(folder.path, 'deskhand.db')
    renameSync(path, `${path}.away`)
    symlinkSync(path, path)
    await expect(commit(2)).rejects.toMatchObject({ ...busy, message: /ELOOP/ })
    unlinkSync(path)
    renameSync(`${path}.away`, path)
    expect((await commit(2)).result).toBe('committed')
    await store.close()
    expect(broken).toEqual([])
  })

  test('refuses at once when the disk has not kept up for ten thousand turns', async () => {
    const results = await Promise.allSettled(Array.from({ length: 10_001 }, (_, n) => commit(n)))
    const refused = results.flatMap((result, n) =>
      result.status === 'rejected' ? [[n, result.reason.code]] : [],
    )
    expect(refused).toEqual([[10_000, 'busy']])
  })
})
