/** Who deletes a message while one of its files is still being read takes the file back, too. */
import type { Case } from '../dialogs/types.ts'
import type { Inbound } from './inbound.ts'

/** The activity of the message that is taken back; Teams tells some deletions as an edit that leaves nothing. */
export function takenBack({ what }: Inbound): string | undefined {
  if (what.kind === 'deleted') return what.of
  return what.kind === 'edited' && what.text === '' ? what.of : undefined
}

/** Remembers it for the moment in which the file has been read. */
export function withdrawn(c: Case, activityId: string): Case {
  return c.reading === undefined ? c : { ...c, withdrawn: [...(c.withdrawn ?? []), activityId] }
}

/** What has been read belongs to a message that is gone. */
export function isWithdrawn({ withdrawn = [] }: Case, { late }: Inbound): boolean {
  return late?.of !== undefined && withdrawn.includes(late.of)
}

/** Nothing is waited for any more. */
export function readForNothing({ reading: _, withdrawn: __, ...c }: Case): Case {
  return c
}
