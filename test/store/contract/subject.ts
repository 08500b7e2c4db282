import type { Store } from '../../../src/store/store.ts'

export interface Opened {
  readonly store: Store
  /** Closes what is open and opens the same database again. */
  reopen(): Promise<Store>
  /** Deletes the row of a case, and nothing else, with another program. */
  deleteCase(id: string): Promise<void>
  /** Closes what is open and removes the database. */
  remove(): Promise<void>
}

/** What the tests of the contract work on: a new, empty database for each test. */
export interface Subject {
  readonly store: Store
  reopen(): Promise<Store>
  deleteCase(id: string): Promise<void>
}
