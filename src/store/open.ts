/** Opens the database that the configuration names; only its own backend is loaded. */
import type { Mode } from './mode.ts'
import type { Server } from './postgres/connection.ts'
import { remembering } from './remember.ts'
import type { Store } from './store.ts'

export type Database =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly server: Server }

export interface OpenOptions {
  readonly mode: Mode
  /** True: this process sends. Of a SQLite file there is one at most; a command that looks into it does not count. */
  readonly sends: boolean
  /** Told when this process can write no more; a new one may. */
  readonly broken?: (reason: string) => void
}

/**
 * Throws as openSqlite and openPostgres do. What another instance may have changed is not worth remembering: with
 * PostgreSQL each turn reads what it needs.
 */
export async function openStore(database: Database, { mode, sends, broken }: OpenOptions): Promise<Store> {
  switch (database.kind) {
    case 'sqlite': {
      const { openSqlite } = await import('./sqlite.ts')
      const store = await openSqlite({ path: database.path, mode, alone: sends, ...(broken && { broken }) })
      return sends ? remembering(store) : store
    }
    case 'postgres': {
      const { openPostgres } = await import('./postgres.ts')
      return openPostgres({ server: database.server, mode })
    }
  }
}
