/**
 * A server with certificates. Those in the folder belong to this test alone and hold for a hundred years: one for the
 * name `localhost` and one for the address 127.0.0.1, of one authority and with one key; and a second authority.
 */
import { chownSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { readConfig } from '../../../src/config.ts'
import { openPostgres } from '../../../src/store/postgres.ts'
import { APP_ID, TENANT_ID } from '../../support/issuer.ts'
import { type Database, type Postgres, startPostgres } from '../../support/postgres.ts'
import { add } from '../turns.ts'

const certificates = join(import.meta.dirname, 'certificates')
const checked = (authority: string) =>
  `sslmode=verify-full&sslrootcert=${join(certificates, `${authority}.pem`)}`

let postgres: Postgres
/** Lets everybody of this machine in. */
let open: Database
/** Lets nobody in who does not encrypt. */
let guarded: Database

beforeAll(async () => {
  postgres = await startPostgres()
  open = await postgres.create()
  guarded = await postgres.create()
  await keep('server.key', certificate('server.key'))
  await keep('server.crt', certificate('by-name.pem'))
  await keep(
    'pg_hba.conf',
    `hostssl ${guarded.server.database} all all trust
     hostnossl ${guarded.server.database} all all reject
     host all all all trust`,
  )
  await encrypts('on')
})
afterAll(() => postgres.stop())

async function encrypts(ssl: 'on' | 'off'): Promise<void> {
  await open.query(`ALTER SYSTEM SET ssl = ${ssl}`)
  await open.query('SELECT pg_reload_conf()')
  await vi.waitFor(async () => expect(await open.query('SHOW ssl')).toEqual([{ ssl }]), 5_000)
}

function certificate(file: string): string {
  return readFileSync(join(certificates, file), 'utf8')
}

/** Beside the data; the server reads nothing that belongs to somebody else. */
async function keep(name: string, text: string): Promise<void> {
  const [row] = await open.query('SHOW data_directory')
  const folder = String(row?.data_directory)
  writeFileSync(join(folder, name), text, { mode: 0o600 })
  const { uid, gid } = statSync(folder)
  chownSync(join(folder, name), uid, gid)
}

/** A service that is told of the database like this writes a turn; answers how its connections are encrypted. */
async function serviceAt(host: string, options: string): Promise<unknown> {
  const { port, database, user } = guarded.server
  const { database: told } = readConfig({
    MICROSOFT_APP_ID: APP_ID,
    MICROSOFT_APP_TENANT_ID: TENANT_ID,
    MICROSOFT_APP_PASSWORD: 'kQ8~made-up-for-this-test-3f9',
    DATABASE_URL: `postgres://${user}:secret@${host}:${port}/${database}?${options}`,
  })
  if (told.kind !== 'postgres') throw new Error('expected a server')
  const store = await openPostgres({ server: told.server, mode: 'production' })
  onTestFinished(() => store.close())
  expect((await add(store)).result).toBe('committed')
  const rows = await open.query(
    `SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE datname = '${database}'`,
  )
  return rows.map(({ ssl }) => ssl)
}

describe('a server with a good certificate for its name', () => {
  test('is believed under that name', async () => {
    expect(await serviceAt('localhost', checked('authority'))).toEqual([true])
  })

  test.each([
    ['under another name', '127.0.0.1', checked('authority'), /does not match certificate|IP: 127.0.0.1/],
    ['when its authority is not the one that was named', 'localhost', checked('stranger'), /certificate/],
    ['when its authority is not one that everybody knows', 'localhost', 'sslmode=verify-full', /certificate/],
    ['by verify-ca neither', '127.0.0.1', checked('authority').replace('full', 'ca'), /127.0.0.1/],
  ])('is refused %s', async (_, host, options, message) => {
    await expect(serviceAt(host, options)).rejects.toMatchObject({ code: 'configuration', message })
  })

  test('is believed under any name where only encryption is asked for', async () => {
    expect(await serviceAt('127.0.0.1', 'sslmode=require')).toEqual([true])
  })

  test('lets nobody in who does not encrypt, when it is told so', async () => {
    const refused = { code: 'configuration', message: /no encryption|rejects connection/ }
    await expect(serviceAt('127.0.0.1', 'sslmode=disable')).rejects.toMatchObject(refused)
  })
})

test('a server with a certificate for its address is believed under that, and not under its name', async () => {
  await keep('server.crt', certificate('by-address.pem'))
  await open.query('SELECT pg_reload_conf()')
  await expect.poll(() => serviceAt('127.0.0.1', checked('authority')).catch(String)).toEqual([true])
  await expect(serviceAt('localhost', checked('authority'))).rejects.toMatchObject({ code: 'configuration' })
})

test('a server that cannot encrypt is refused by whoever asks for it', async () => {
  await encrypts('off')
  const refused = { code: 'configuration', message: /does not support SSL/ }
  for (const options of ['sslmode=require', checked('authority')]) {
    await expect(serviceAt('localhost', options)).rejects.toMatchObject(refused)
  }
})
