/**
 * Whether the employee can be reached. After a 403 or 404 the conversation's address is gone, until the employee is
 * heard of again: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
import type { Address } from '../store/records.ts'
import type { Loaded } from '../store/store.ts'
import type { Decided } from './decide.ts'
import type { Inbound } from './inbound.ts'

/** Whoever writes, presses or installs is there. Who removes the app is not, and a file that was read late tells nothing. */
export function addressAfter({ version, address }: Loaded, inbound: Inbound): Address | undefined {
  const heardOf = inbound.what.kind !== 'left' && !inbound.late
  if (!inbound.address || (address && !heardOf)) return address
  return { ...inbound.address, heard: version + 1 }
}

/** What a timer would say to somebody who is gone: the question stays as it stands, and the case waits for its end. */
export function unsaid(decided: Decided, { address }: Loaded, { what }: Inbound): Decided {
  const { before, advanced } = decided
  if (what.kind !== 'timer' || !address?.gone || advanced.replies.length === 0) return decided
  const { reading: _, ...rest } = before
  const timers = advanced.effects.filter(({ kind }) => kind === 'set-timer' || kind === 'clear-timers')
  return { before, advanced: { case: rest, replies: [], effects: timers } }
}
