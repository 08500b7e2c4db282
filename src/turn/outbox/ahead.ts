/** Rows found in the store before the commit that wrote them was answered; when that comes they are not new. */
import type { OutboxRow } from '../../store/records.ts'

export interface Ahead {
  add(rows: readonly OutboxRow[]): void
  /** True once: this row was found before. */
  take(row: OutboxRow): boolean
  /** Forgets those whose commit was never answered here: another process wrote them. */
  tidy(): void
}

/** Longer than any commit takes to be answered. */
const aheadMs = 60_000

export function createAhead(): Ahead {
  const found = new Map<number, number>()
  return {
    add(rows) {
      for (const { id } of rows) found.set(id, performance.now())
    },
    take: ({ id }) => found.delete(id),
    tidy() {
      for (const [id, since] of found) if (performance.now() - since > aheadMs) found.delete(id)
    },
  }
}
