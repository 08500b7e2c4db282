/**
 * Keeps the latest state of the conversations that are being talked in, so that a turn need not read it again.
 * A memory that has become wrong does no harm: the commit compares the version, and the turn then reads anew. A repeated
 * activity is found by the commit as well.
 */
import type { Loaded, Store, Turn } from './store.ts'

/** A case is some kilobytes. */
const mostConversations = 1_000

export function remembering(store: Store): Store {
  const known = new Map<string, Loaded>()
  return {
    ...store,
    load: async (conversation, activityId) =>
      known.get(conversation) ?? (await store.load(conversation, activityId)),
    commit: async turn => {
      known.delete(turn.conversation)
      const committed = await store.commit(turn)
      // Who is gone may be there again because of another process.
      if (committed.result === 'committed' && !turn.address.gone) keep(known, turn)
      return committed
    },
    sent: async sent => {
      const lost = await store.sent(sent)
      for (const { row, gone } of sent) if (gone) known.delete(row.conversation)
      return lost
    },
  }
}

/** The one that was silent longest makes room. */
function keep(known: Map<string, Loaded>, { conversation, version, case: c, address }: Turn): void {
  known.set(conversation, { version: version + 1, case: c, address })
  if (known.size <= mostConversations) return
  const [oldest] = known.keys()
  if (oldest !== undefined) known.delete(oldest)
}
