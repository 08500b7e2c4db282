/** Lets the time of a reminder come in a running service: its timer is set to long ago, in the file. */
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'

/** Resolves when the reminder had its effect, whatever that was: the case then waits for its end. */
export async function remind(databaseUrl: string, conversations: readonly string[]): Promise<void> {
  const db = new DatabaseSync(databaseUrl.replace('sqlite:', ''), { timeout: 5_000 })
  const of = `name = 'remind' AND conversation IN (SELECT id FROM conversations WHERE key LIKE '%|' || ? || '|%')`
  try {
    for (const conversation of conversations) {
      const { changes } = db.prepare(`UPDATE timers SET at = 1 WHERE ${of}`).run(conversation)
      if (changes !== 1) throw new Error(`${conversation} has no reminder to come.`)
    }
    for (const conversation of conversations) {
      while (db.prepare(`SELECT 1 FROM timers WHERE ${of} AND at = 1`).get(conversation)) await pause(20)
    }
  } finally {
    db.close()
  }
}
