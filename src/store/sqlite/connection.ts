/** Opens SQLite the one way Deskhand uses it. */
import { DatabaseSync } from 'node:sqlite'

export interface ConnectionOptions {
  readonly path: string
  /** False: nobody expects the database to survive the process, so nothing is synced. */
  readonly durable: boolean
  /** The largest size in pages of 4 KiB; beyond it the disk counts as full. */
  readonly maxPages?: number | undefined
}

/**
 * A full sync at each commit. The log is folded back every 4,000 pages (16 MB): at 1,000 that happens too often, at
 * 16,000 the unlucky commit takes 50 ms instead of 18. A log that once grew larger is cut back to 64 MB.
 * What a savepoint needs to go back stays in memory: it would be a file for nearly every turn, which doubles the cost.
 */
const pragmas = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA journal_size_limit = 67108864;
  PRAGMA temp_store = MEMORY;`

/** Waits up to 5 s for another process's lock, and blocks the thread meanwhile. */
export function connect(options: ConnectionOptions): DatabaseSync {
  const db = new DatabaseSync(options.path, { timeout: 5000 })
  db.exec(pragmas)
  if (!options.durable) db.exec('PRAGMA synchronous = OFF')
  if (options.maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${options.maxPages}`)
  return db
}

/** From here on for the event loop: it writes nothing, and what it reads is never locked for long. */
export function onlyRead(db: DatabaseSync): void {
  db.exec('PRAGMA query_only = ON; PRAGMA busy_timeout = 250')
}
