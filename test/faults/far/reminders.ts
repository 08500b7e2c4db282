/** Lets the time of a reminder come in a running service: its timer is set to long ago, in the file. */
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'

/** One after the other, in this order. Resolves when each had its effect, whatever that was: the cases then wait for their end. */
export async function remind(databaseUrl: string, conversations: readonly string[]): Promise<void> {
  const db = new DatabaseSync(databaseUrl.replace('sqlite:', ''), { timeout: 5_000 })
  const of = `name = 'remind' AND conversation IN (SELECT id FROM conversations WHERE key LIKE '%|' || ? || '|%')`
  try {
    for (const [at, conversation] of conversations.entries()) {
      const { changes } = db.prepare(`UPDATE timers SET at = ? WHERE ${of}`).run(at, conversation)
      if (changes !== 1) throw new Error(`${conversation} has no reminder to come.`)
    }
    for (const conversation of conversations) {
      while (db.prepare(`SELECT 1 FROM timers WHERE ${of}`).get(conversation)) await pause(20)
    }
  } finally {
    db.close()
  }
}
