/** The database under a crash test. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Database, type Postgres, startPostgres } from '../support/postgres.ts'

export interface TestDatabase {
  /** As DATABASE_URL takes it. */
  readonly url: string
  /** `ok`, or what is wrong. */
  integrity(): Promise<string>
  close(): Promise<void>
  /** Absent: it is a file. */
  readonly server?: Postgres & Pick<Database, 'query'>
}

/** `shared`: a server that goes on when this database is closed. */
export function openDatabase(
  kind: 'sqlite' | 'postgres',
  folder: string,
  shared?: Postgres,
): Promise<TestDatabase> {
  return kind === 'sqlite' ? sqlite(folder) : postgres(shared)
}

async function sqlite(folder: string): Promise<TestDatabase> {
  const path = join(folder, 'deskhand.db')
  return { url: `sqlite:${path}`, integrity: async () => integrityOf(path), close: async () => {} }
}

export function integrityOf(path: string): string {
  const db = new DatabaseSync(path)
  const row = db.prepare('PRAGMA integrity_check').get()
  db.close()
  return String(row?.integrity_check)
}

/** PostgreSQL looks after its pages itself; what is asked is whether everything in it hangs together. */
async function postgres(shared: Postgres | undefined): Promise<TestDatabase> {
  const server = shared ?? (await startPostgres({ durable: true }))
  const { url, query } = await server.create()
  const integrity = async () => {
    const [row] = await query(`
      SELECT (SELECT count(*) FROM outbox) AS unsent, (SELECT count(*) FROM dead_letters) AS dead,
             (SELECT count(*) FROM conversations v LEFT JOIN cases c ON c.id = v.case_id WHERE c.id IS NULL) AS orphans,
             (SELECT count(*) FROM instances) AS alive`)
    const wrong = Object.entries(row ?? {}).filter(([, count]) => Number(count) !== 0)
    return wrong.length === 0 ? 'ok' : wrong.map(([what, count]) => `${count} ${what}`).join(', ')
  }
  const close = async () => {
    if (!shared) await server.stop()
  }
  return { url, integrity, close, server: { ...server, query } }
}
