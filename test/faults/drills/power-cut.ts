/** What was written and not synced is gone. */
import { drill, finding } from '../drill.ts'
import { cutPostgres, cutSqlite } from '../power.ts'
import { verdictLines } from '../verdict.ts'

export { drillPower as drill }

const drillPower = drill({
  about:
    'cuts the power: all processes gone, and with them what was not yet on the disk; also with syncs turned off',
  figures: {
    /** At a time. */
    conversations: { full: 100, quick: 20 },
    cuts: { full: 5, quick: 1 },
  },
  async run(figures) {
    const sqlite = await cutSqlite({ ...figures, synced: true })
    const careless = await cutSqlite({ ...figures, cuts: 1, synced: false })
    const postgres = await cutPostgres({ ...figures, synced: true })
    const late = await cutPostgres({ ...figures, cuts: 1, synced: false })
    const red = (what: string, { violations }: typeof late) => {
      const lost = violations.filter(({ kind }) => kind === 'lost').length
      return finding(`${what}: found by the checker; of that lost`, `${violations.length}; ${lost}`, lost > 0)
    }
    return [
      finding('SQLite: cuts; bytes gone at each; who says what was synced', cutsSeen(sqlite), true),
      ...verdictLines(sqlite.verdict),
      finding('SQLite: integrity check', sqlite.integrity, sqlite.integrity === 'ok'),
      red('SQLite, synchronous = OFF', careless.verdict),
      ...verdictLines(postgres),
      red('PostgreSQL, synchronous_commit = off', late),
    ]
  },
})

function cutsSeen({ dropped, asked }: Awaited<ReturnType<typeof cutSqlite>>): string {
  return `${dropped.length}; ${dropped.join(', ')}; ${asked}`
}
