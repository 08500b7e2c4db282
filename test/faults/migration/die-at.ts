/**
 * Loaded in front of the service (`STATEMENTS_FILE=… DIE_AT=7 node --import …`): writes down every statement that its
 * main thread gives to a database, and kills the process once it has given so many. SQLite has done the last one by
 * then; PostgreSQL has got it, and nobody waits for its answer any more.
 */
import { appendFileSync } from 'node:fs'
import { DatabaseSync, StatementSync } from 'node:sqlite'
import { isMainThread } from 'node:worker_threads'
import pg from 'pg'

const { STATEMENTS_FILE: file = '', DIE_AT: last } = process.env
let given = 0

if (isMainThread) {
  watchSqlite()
  watchPostgres()
}

function watchSqlite(): void {
  const { exec } = DatabaseSync.prototype
  DatabaseSync.prototype.exec = function (sql) {
    exec.call(this, sql)
    note(sql, die)
  }
  for (const name of ['run', 'all', 'get', 'iterate'] as const) {
    const original: (...values: never[]) => unknown = StatementSync.prototype[name]
    Object.assign(StatementSync.prototype, {
      [name](this: StatementSync, ...values: never[]) {
        const answer = original.apply(this, values)
        note(this.sourceSQL, die)
        return answer
      },
    })
  }
}

function watchPostgres(): void {
  const original: (...asked: never[]) => unknown = pg.Client.prototype.query
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...asked: never[]) {
      const answer = original.apply(this, asked)
      const [what]: readonly unknown[] = asked
      note(typeof what === 'string' ? what : String((what as { text?: string }).text), () =>
        process.nextTick(die),
      )
      return answer
    },
  })
}

function note(sql: string, end: () => void): void {
  appendFileSync(file, `${sql.replace(/\s+/g, ' ')}\n`)
  given += 1
  if (given === Number(last)) end()
}

function die(): void {
  process.kill(process.pid, 'SIGKILL')
}
