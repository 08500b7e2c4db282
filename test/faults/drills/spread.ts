/** Messages of one conversation at several services at once. */
import { crash } from '../crash.ts'
import { drill, finding } from '../drill.ts'
import type { ClientEntry } from '../history.ts'
import { verdictLines } from '../verdict.ts'

export { drillSpread as drill }

const drillSpread = drill({
  about: 'employees who do not wait for an answer, at random services on one PostgreSQL',
  figures: {
    /** In all. */
    total: { full: 500, quick: 40 },
    /** At a time. */
    conversations: { full: 100, quick: 20 },
    instances: { full: 3, quick: 2 },
  },
  async run(figures) {
    const options = { ...figures, kills: 0, database: 'postgres', along: ['hurried'] } as const
    const { verdict, client, integrity } = await crash(options)
    const met = meetings(client)
    return [
      finding('activities sent while another service had one of the same conversation', met, met > 0),
      ...verdictLines(verdict),
      finding('messages that came twice', verdict.resent, verdict.resent === 0),
      finding('integrity check', integrity, integrity === 'ok'),
    ]
  },
})

function meetings(client: readonly ClientEntry[]): number {
  const open = new Map<string, Map<string, number>>()
  let met = 0
  for (const entry of client) {
    if (!('activity' in entry)) continue
    const there = open.get(entry.conversation) ?? new Map<string, number>()
    open.set(entry.conversation, there)
    there.delete(entry.activity)
    if (entry.event !== 'sent') continue
    if ([...there.values()].some(instance => instance !== entry.instance)) met += 1
    there.set(entry.activity, entry.instance)
  }
  return met
}
