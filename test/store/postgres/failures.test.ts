import { type AddressInfo, connect, createServer } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type Migration, migrations } from '../../../src/store/migrations.ts'
import { prepareTables } from '../../../src/store/postgres/prepare.ts'
import { openPostgres } from '../../../src/store/postgres.ts'
import type { Store } from '../../../src/store/store.ts'
import { type Database, type Postgres, startPostgres } from '../../support/postgres.ts'
import { add, caseOf, say, text, turnOf } from '../turns.ts'

let postgres: Postgres
let database: Database
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())
beforeEach(async () => {
  database = await postgres.create()
})

/** The way to the server. It can lose the answer to a commit, and the connection with it, after the server has done it. */
async function openLine(port: number) {
  let losing = false
  let lost = 0
  const line = createServer(client => {
    const server = connect(port, '127.0.0.1')
    let commits = false
    client.on('data', question => {
      commits ||= losing && question.includes('commit turns')
      server.write(question)
    })
    server.on('data', answer => {
      if (!commits) return void client.write(answer)
      losing = false
      lost += 1
      client.destroy()
    })
    for (const [end, other] of [
      [client, server],
      [server, client],
    ] as const) {
      end.on('error', () => {}).on('close', () => other.destroy())
    }
  })
  await new Promise<void>(resolve => line.listen(0, '127.0.0.1', resolve))
  return {
    port: (line.address() as AddressInfo).port,
    loseNextAnswer: () => {
      losing = true
    },
    get lost() {
      return lost
    },
    close: () => void line.close(),
  }
}

async function open(list?: readonly Migration[]): Promise<Store> {
  const { server } = database
  const store = await openPostgres({ server, mode: 'production', ...(list && { migrations: list }) })
  onTestFinished(() => store.close())
  return store
}

/** Ends every connection to the database but the asking one, as a fail-over does. */
const cutAll = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
   WHERE datname = current_database() AND pid <> pg_backend_pid()`

describe('when connections break', () => {
  test('a turn that was being written is in once, or it is not, and its sender knows which', async () => {
    const store = await open()
    let talking = true
    const cutting = (async () => {
      while (talking) {
        await database.query(cutAll)
        await new Promise(resolve => setTimeout(resolve, 40))
      }
    })()
    const turns = Array.from({ length: 300 }, (_, n) => n)
    const said = async (n: number) => {
      const conversation = `c${n % 20}`
      const fields = { conversation, activityId: `a${n}`, outbox: [text(`${n}`)] }
      for (;;) {
        const { version, answered } = await store.load(conversation).catch(() => ({ version: -1 }) as never)
        if (answered) return
        const turn = turnOf({ ...fields, version, case: caseOf({ id: conversation }) })
        const done = await store.commit(turn).catch(() => undefined)
        if (done && done.result !== 'moved') return
      }
    }
    for (let n = 0; n < 300; n += 20) await Promise.all(turns.slice(n, n + 20).map(said))
    talking = false
    await cutting
    const [counts] = await database.query(`
      SELECT (SELECT count(*) FROM inbox) AS inbox, (SELECT count(*) FROM outbox) AS outbox,
             (SELECT sum(version) FROM conversations) AS versions,
             (SELECT count(DISTINCT outbound) FROM outbox) AS different`)
    expect(Object.values(counts ?? {}).map(Number)).toEqual([300, 300, 300, 300])
  })

  test('a commit whose answer was lost on the way is not done twice', async () => {
    const line = await openLine(database.server.port)
    const store = await openPostgres({ server: { ...database.server, port: line.port }, mode: 'production' })
    onTestFinished(() => store.close().then(line.close))
    for (let version = 0; version < 20; version++) {
      const turn = turnOf({ version, activityId: `a${version}`, answered: { collapsed: `${version}` } })
      line.loseNextAnswer()
      const done = await store.commit({ ...turn, outbox: [text(`${version}`)] })
      expect(done).toEqual({ result: 'repeated', answered: { collapsed: `${version}` } })
    }
    expect(line.lost).toBe(20)
    expect((await store.pending()).map(({ outbound }) => outbound)).toEqual(
      Array.from({ length: 20 }, (_, n) => text(`${n}`)),
    )
  })

  test('the store is ready again by itself', async () => {
    const store = await open()
    await database.query(cutAll)
    await store.ready()
    expect((await add(store)).result).toBe('committed')
  })

  test('hints come again', async () => {
    const [one, two] = [await open(), await open()]
    await say(one, [text('one')])
    await database.query(cutAll)
    const told = new Promise<readonly string[]>(resolve => one.onLeft(resolve))
    const again = setInterval(() => void say(two, [text('two')]).catch(() => undefined), 200)
    expect(await told).toEqual(['anna'])
    clearInterval(again)
  })

  test.each(['hello', 'null', '{"to":"all"}', '{"conversations":7,"to":1}'])(
    'what somebody else tells there is no hint, and harms nobody: %s',
    async told => {
      const store = await open()
      await database.query('SELECT pg_notify($1, $2)', ['deskhand_left', told])
      await store.ready()
      expect((await store.commit(turnOf())).result).toBe('committed')
    },
  )

  test('a table that is locked makes a turn busy, and nothing of it stays', async () => {
    const store = await open()
    await add(store)
    const locking = database
      .query('BEGIN; LOCK TABLE conversations; SELECT pg_sleep(10); COMMIT')
      .catch(() => [])
    await expect.poll(async () => await lockedTables()).toContain('conversations')
    await expect(store.commit(turnOf({ version: 1, activityId: 'a1' }))).rejects.toMatchObject({
      code: 'busy',
    })
    await database.query(cutAll)
    await locking
    expect(await store.load('anna', 'a1')).not.toHaveProperty('answered')
  })

  async function lockedTables(): Promise<unknown[]> {
    const rows = await database.query(`
      SELECT relname FROM pg_locks JOIN pg_class ON pg_class.oid = relation
       WHERE mode = 'AccessExclusiveLock' AND granted`)
    return rows.map(({ relname }) => relname)
  }
})

describe('a server that is not there', () => {
  test('makes a service unready, which says why, until it is back', async () => {
    const store = await open()
    await store.ready()
    await postgres.fall('SIGQUIT')
    const away = { code: 'busy', message: /The database does not answer: .*ECONNREFUSED/ }
    await expect.poll(() => store.ready().catch(String)).toContain('ECONNREFUSED')
    await expect(store.ready()).rejects.toMatchObject(away)
    await expect(store.commit(turnOf())).rejects.toMatchObject(away)
    await postgres.rise()
    await store.ready()
    expect((await add(store)).result).toBe('committed')
  })

  test('is named, without the password', async () => {
    const server = { ...database.server, port: 1 }
    const refused = await openPostgres({ server, mode: 'production' }).catch(thrown => thrown)
    expect(refused).toMatchObject({
      code: 'configuration',
      message: /test_\d+ on 127\.0\.0\.1:1 cannot be opened/,
    })
    expect(`${refused.message} ${refused.stack} ${refused.cause}`).not.toContain(server.password())
  })

  test('a wrong password is told, and not shown', async () => {
    const server = { ...database.server, password: () => 'hunter2' }
    const refused = await openPostgres({ server, mode: 'production' }).catch(thrown => thrown)
    // The server of the tests may let everybody of this machine in.
    if (refused.code !== undefined) expect(`${refused.message} ${refused.stack}`).not.toContain('hunter2')
    else await refused.close()
  })
})

describe('migrations', () => {
  const nothing = async () => {}
  const next = (additive: boolean): Migration[] => [
    ...migrations,
    { name: 'from the future', additive, up: nothing },
  ]

  test('are done by one of several that start together; the others wait for it', async () => {
    let running = 0
    let most = 0
    let times = 0
    const slow: Migration = {
      name: 'slow',
      additive: true,
      up: async () => {
        times += 1
        most = Math.max(most, ++running)
        await new Promise(resolve => setTimeout(resolve, 300))
        running -= 1
      },
    }
    const start = () => prepareTables(database.server, 'production', [...migrations, slow])
    await Promise.all([start(), start(), start()])
    expect({ times, most }).toEqual({ times: 1, most: 1 })
  })

  test('a program goes on with a database that is one additive version ahead', async () => {
    await prepareTables(database.server, 'production', next(true))
    expect((await add(await open())).result).toBe('committed')
  })

  test('a program refuses a newer database that it cannot work with, and says what to do', async () => {
    await prepareTables(database.server, 'production', next(false))
    await expect(open()).rejects.toMatchObject({
      code: 'configuration',
      message: /newer Deskhand.*Start that/,
    })
  })

  test('a program refuses a database that is two versions ahead', async () => {
    const two = [...next(true), { name: 'and another', additive: true, up: nothing }]
    await prepareTables(database.server, 'production', two)
    await expect(open()).rejects.toMatchObject({ code: 'configuration' })
  })

  test('one that was cut in the middle is as if it had never begun', async () => {
    const cut: Migration = {
      name: 'cut',
      additive: true,
      up: async db => {
        await db.schema.createTable('half').addColumn('id', 'integer').execute()
        await database.query(cutAll)
      },
    }
    await expect(prepareTables(database.server, 'production', [...migrations, cut])).rejects.toThrow()
    const whole = {
      ...cut,
      up: async (db: Parameters<Migration['up']>[0]) => {
        await db.schema.createTable('half').addColumn('id', 'integer').execute()
      },
    }
    await prepareTables(database.server, 'production', [...migrations, whole])
    expect(await database.query('SELECT * FROM half')).toEqual([])
  })

  test('a database made in local mode is refused in production', async () => {
    await prepareTables(database.server, 'local')
    await expect(open()).rejects.toMatchObject({ code: 'local-mode' })
  })
})
