/** Starts the program on a database of the version before, and kills it in the middle of the migration. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrations } from '../../../src/store/migrations.ts'
import { asStarted, freePort, NotReady, type Service, startService } from '../../support/service.ts'
import type { Trust } from '../../support/trust.ts'
import type { OldDatabase } from './old-database.ts'

/** A program that could not be started, in its own words. */
export interface Refused {
  readonly code: number | null
  readonly said: string
}

export interface Upgrade {
  /** The statements of the migration, from its `begin` to its `commit`, and the number of the first. */
  learn(old: OldDatabase): Promise<{ readonly first: number; readonly statements: readonly string[] }>
  /** Dies once it has given so many statements; answers the last one. */
  dieAt(old: OldDatabase, statement: number): Promise<string>
  /** Resolves when the program is ready, with the statements that it has given so far. */
  start(old: OldDatabase): Promise<Service & { readonly statements: () => readonly string[] }>
  /** Undefined: it was ready. */
  refusal(old: OldDatabase): Promise<Refused | undefined>
  close(): void
}

const preload = join(import.meta.dirname, 'die-at.ts')

export function openUpgrade(trust: Trust): Upgrade {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-upgrade-'))
  let starts = 0

  async function begin({ url }: OldDatabase, env: Readonly<Record<string, string>>) {
    const file = join(folder, `statements-${++starts}`)
    writeFileSync(file, '')
    const statements = () => readFileSync(file, 'utf8').split('\n').slice(0, -1)
    const given = { TRUST_FILE: trust.file, DATABASE_URL: url, STATEMENTS_FILE: file, ...env }
    const nodeArguments = [...asStarted, '--import', preload]
    const starting = startService({ folder, port: await freePort(), nodeArguments, env: given })
    return { starting, statements }
  }

  const start = async (old: OldDatabase) => {
    const { starting, statements } = await begin(old, {})
    return { ...(await starting), statements }
  }

  return {
    start,
    async learn(old) {
      const service = await start(old)
      await service.kill()
      return migrationIn(service.statements())
    },
    async dieAt(old, statement) {
      const { starting, statements } = await begin(old, { DIE_AT: String(statement) })
      const ended = await starting.catch(thrown => thrown)
      if (ended instanceof NotReady && ended.exit?.signal === 'SIGKILL') return statements().at(-1) ?? ''
      throw ended instanceof Error ? ended : new Error('It has outlived its last statement.')
    },
    async refusal(old) {
      const ended = await start(old).catch(thrown => thrown)
      if (ended instanceof NotReady) return { code: ended.exit?.code ?? null, said: ended.message }
      await ended.kill()
      return undefined
    },
    close: () => rmSync(folder, { recursive: true }),
  }
}

/** The one transaction that claims the newest version; numbers are counted from 1. */
function migrationIn(statements: readonly string[]) {
  const claims = statements.flatMap((sql, index) => (/^insert into "migrations"/i.test(sql) ? [index] : []))
  const [claim] = claims
  if (claim === undefined || claims.length > 1) {
    throw new Error(`Version ${migrations.length} was claimed ${claims.length} times in one start.`)
  }
  const begin = statements.slice(0, claim).findLastIndex(sql => /^begin/i.test(sql))
  const commit = statements.findIndex((sql, index) => index > claim && /^commit/i.test(sql))
  return { first: begin + 1, statements: statements.slice(begin, commit + 1) }
}
