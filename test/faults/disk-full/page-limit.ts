/**
 * Loaded in front of the service (`PAGE_LIMIT_FILE=… node --import …`): its databases have at most as many pages as the
 * file says, read again and again, so that the disk fills and empties while the service runs. A number below what the
 * database has already means: not a page more. The class cannot be exchanged, so its first call is caught.
 */
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

const everyMs = 25
const file = process.env.PAGE_LIMIT_FILE ?? ''
readFileSync(file) // A file that is not there ends the start.

const watched = new WeakSet<DatabaseSync>()
const exec = DatabaseSync.prototype.exec

DatabaseSync.prototype.exec = function (sql) {
  exec.call(this, sql)
  if (!watched.has(this)) watch(this)
  watched.add(this)
}

function watch(db: DatabaseSync): void {
  let limit = ''
  const look = setInterval(() => {
    if (!db.isOpen) return clearInterval(look)
    const wanted = readFileSync(file, 'utf8')
    if (wanted !== limit) exec.call(db, `PRAGMA max_page_count = ${Number(wanted)}`)
    limit = wanted
  }, everyMs)
  look.unref()
}
