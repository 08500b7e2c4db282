/** DATABASE_URL: a SQLite file, or a PostgreSQL server. The address is never shown: it may hold a password. */
import { readFileSync } from 'node:fs'
import type { Database } from '../store/open.ts'
import type { Identity } from './identity.ts'
import { isLoopback } from './loopback.ts'
import type { Reader } from './reader.ts'

type Tls = Extract<Database, { kind: 'postgres' }>['server']['tls']

/** As libpq names them. Its `allow` and `prefer` would speak in the clear to whoever asks for it, so they are not taken. */
const tlsBySslmode: Readonly<Record<string, Tls>> = {
  disable: 'off',
  require: 'unchecked',
  'verify-ca': 'checked',
  'verify-full': 'checked',
}
const sslmodes = Object.keys(tlsBySslmode).join(', ')
const form = 'expected postgres://USER:PASSWORD@HOST:PORT/DATABASE'

export function readDatabase(read: Reader, identity: Identity): Database {
  const url = read.text('DATABASE_URL') ?? 'sqlite:data/deskhand.db'
  const problem = (fault: string) => read.problem(`DATABASE_URL ${fault}`)
  if (/^postgres(ql)?:/.test(url)) return postgres(url, identity, problem)
  const path = url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : undefined
  const fault =
    path === undefined
      ? `has an unknown form; expected sqlite:PATH, or postgres://…`
      : pathFault(path, identity)
  if (fault !== undefined) problem(fault)
  return { kind: 'sqlite', path: path ?? '' }
}

function pathFault(path: string, identity: Identity): string | undefined {
  if (path === '') return 'names no file; expected sqlite:PATH, such as sqlite:data/deskhand.db'
  if (path.startsWith('//')) return 'has slashes after sqlite: that say nothing; write sqlite:PATH'
  if (path === ':memory:' && identity.kind === 'azure') return 'keeps nothing over a restart; name a file'
  return undefined
}

type Problem = (fault: string) => void

function postgres(text: string, identity: Identity, problem: Problem): Database {
  if (identity.kind === 'local') problem('names PostgreSQL, but local mode works with sqlite:PATH only')
  const url = URL.canParse(text) ? new URL(text) : undefined
  const database = decoded(url?.pathname.slice(1))
  const user = decoded(url?.username)
  const password = url?.password ? decoded(url.password) : ''
  if (!url?.hostname || !database || !user || password === undefined) {
    problem(`cannot be read; ${form}, with %40 for an @ in the password and so on`)
  }
  const host = url?.hostname.replace(/^\[|\]$/g, '') ?? ''
  const server = { host, port: Number(url?.port || 5432), database: database ?? '', user: user ?? '' }
  const options = url?.searchParams ?? new URLSearchParams()
  return {
    kind: 'postgres',
    server: { ...server, password: () => password ?? '', ...tlsOf(options, host, problem) },
  }
}

/** Without a word about it, nothing leaves this machine unencrypted or to whom it may concern. */
function tlsOf(options: URLSearchParams, host: string, problem: Problem): { tls: Tls; ca?: string } {
  for (const name of options.keys()) {
    if (name !== 'sslmode' && name !== 'sslrootcert')
      problem(`has ${name}; only sslmode and sslrootcert can be given`)
  }
  const mode = options.get('sslmode') ?? (isLoopback(host) ? 'disable' : 'verify-full')
  const tls = tlsBySslmode[mode]
  if (tls === undefined) problem(`has an unknown sslmode; expected ${sslmodes}`)
  const file = options.get('sslrootcert')
  const ca = file === null ? undefined : certificates(file, problem)
  return { tls: tls ?? 'checked', ...(ca !== undefined && { ca }) }
}

function certificates(file: string, problem: Problem): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    problem(`has sslrootcert=${file}, which cannot be read`)
    return undefined
  }
}

function decoded(part: string | undefined): string | undefined {
  try {
    return part === undefined || part === '' ? undefined : decodeURIComponent(part)
  } catch {
    return undefined
  }
}
