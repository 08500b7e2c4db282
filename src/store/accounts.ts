/** Accounts of a process that shares them with no other. They are not worth a sync; a restart takes longer than most. */
import type { Account } from './records.ts'
import type { Store } from './store.ts'

/** Above this, accounts of no meaning any more are thrown away. */
const many = 10_000

export function ownAccounts(now: () => number): Store['account'] {
  const accounts = new Map<string, Account>()
  return async (name, change) => {
    const changed = change(accounts.get(name)?.state, now())
    if (changed) accounts.set(name, changed)
    if (accounts.size > many) for (const [old, { until }] of accounts) if (until < now()) accounts.delete(old)
  }
}
