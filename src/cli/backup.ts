/**
 * A checked copy of the SQLite database while the service works: `npm run -s backup -- FILE`.
 * And the way back, with the service stopped: `npm run -s backup -- --restore FILE`.
 */
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { AppError } from '../errors.ts'
import { backupSqlite, type Copied, restoreSqlite } from '../store/sqlite/backup.ts'
import { failPlainly } from './fail.ts'

const usage =
  'Usage: npm run -s backup -- FILE, or with the service stopped: npm run -s backup -- --restore FILE'

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { restore: { type: 'string' } },
  })
  const path = sqlitePath()
  const [file] = positionals
  if (values.restore !== undefined && file === undefined) restore(values.restore, path)
  else if (values.restore === undefined && file !== undefined && positionals.length === 1) backup(path, file)
  else throw new AppError('bad-request', usage)
}

function sqlitePath(): string {
  const { database } = readConfig(process.env)
  if (database.kind === 'sqlite') return database.path
  throw new AppError(
    'bad-request',
    'DATABASE_URL names a PostgreSQL: use pg_dump and pg_restore, see docs/reliability.md.',
  )
}

function backup(path: string, file: string): void {
  print(`${file} is a good copy: ${contentsOf(backupSqlite(path, file))}.`)
}

function restore(file: string, path: string): void {
  const { former, ...copied } = restoreSqlite(file, path)
  print(`${path} is restored: ${contentsOf(copied)}.`)
  if (former !== undefined) print(`What it held before is in ${former}.`)
}

function contentsOf({ conversations, cases, unsent }: Copied): string {
  return `${conversations} conversations, ${cases} cases, ${unsent} messages still to be sent`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

try {
  main()
} catch (thrown) {
  failPlainly(thrown)
}
