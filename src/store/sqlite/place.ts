/** Where the database lies: a file that only its owner can read. */
import { chmodSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Place {
  readonly path: string
  /** Gone with the process; made for `:memory:`, which two connections could not share. */
  readonly temporary: boolean
  /** Removes a temporary place; call it when the database is closed. */
  leave(): void
}

export function findPlace(path: string): Place {
  return path === ':memory:' ? temporaryPlace() : lastingPlace(path)
}

function temporaryPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  const leave = () => {
    process.off('exit', remove)
    remove()
  }
  const path = join(folder, 'deskhand.db')
  makePrivate(path)
  return { path, temporary: true, leave }
}

function lastingPlace(path: string): Place {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  makePrivate(path)
  return { path, temporary: false, leave: () => {} }
}

/** SQLite gives its log and its index of the log the mode of the database, so that comes first. */
function makePrivate(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    if (existsSync(file)) chmodSync(file, 0o600)
  }
}
