/** What waits in one conversation, one after the other. */
import { type Address, type OutboxRow, urgencyOf } from '../../store/records.ts'

/**
 * What its agents are told goes to another place, where it may have to wait for an hour, so each conversation has two
 * queues.
 */
export interface Queue {
  readonly key: string
  readonly conversation: string
  readonly to: Recipients
  rows: readonly OutboxRow[]
  /** Where the employee was heard of last: also earlier messages go there. */
  address: Address | undefined
  /** The store may hold more than we know. */
  look: boolean
}

export type Recipients = 'employee' | 'agents'

export function recipientsOf({ outbound }: OutboxRow): Recipients {
  return outbound.kind === 'notice' ? 'agents' : 'employee'
}

export function isChat({ outbound }: OutboxRow): boolean {
  return urgencyOf(outbound) === 'chat'
}

/** Those found in the store, and what was committed meanwhile: that may be in both, or in one. */
export function together(found: readonly OutboxRow[], known: readonly OutboxRow[]): readonly OutboxRow[] {
  const theirs = idsOf(found)
  return [...found, ...known.filter(({ id }) => !theirs.has(id))].sort((a, b) => a.id - b.id)
}

export function idsOf(rows: readonly OutboxRow[]): ReadonlySet<number> {
  return new Set(rows.map(({ id }) => id))
}

/** Of two addresses the one where the employee was heard of later; of the same one, that it is gone. */
export function latestOf(known: Address | undefined, found: Address | undefined): Address | undefined {
  if (!known || !found) return known ?? found
  const [since, then] = [known.heard ?? 0, found.heard ?? 0]
  return then > since || (then === since && found.gone) ? found : known
}
