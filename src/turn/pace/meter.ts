/**
 * A meter fills with each message and runs dry at its own speed; when it is full, messages wait. In any time T it lets
 * through at most `burst + T / everyMs`, whichever moment T begins at, so that rolling windows hold as well. One number
 * is all that instances must share of it (the "generic cell rate algorithm", ITU-T I.371).
 *
 * The shared state says, of each meter, when it will be dry again, and at the end since when and until when there is
 * silence: epoch milliseconds, separated by spaces. All functions are pure; `now` is on the clock that all share.
 */
import type { Account } from '../../store/records.ts'

export interface Meter {
  /** Messages at once. */
  readonly burst: number
  readonly everyMs: number
  /** Notices leave so many for chat, which may be another instance's. */
  readonly reserve: number
}

export interface Wanted {
  readonly chats: number
  /** Notices too. */
  readonly all: number
}

export interface Spent {
  readonly granted: number
  /** Until one more may go; 0 when all went. */
  readonly pauseMs: number
  /** Absent: nothing changes. */
  readonly account?: Account
}

export type State = string | undefined

/** Lets as many go as all the meters have room for. */
export function spend(meters: readonly Meter[], state: State, now: number, wanted: Wanted): Spent {
  const { dry, silence } = read(meters, state, now)
  if (silence) return { granted: 0, pauseMs: silence.until - now }
  const { chats, all } = wanted
  const room = meters.map(({ burst, everyMs }, index) =>
    Math.floor((burst * everyMs - ((dry[index] ?? now) - now)) / everyMs),
  )
  const left = room.map((free, index) => free - (meters[index]?.reserve ?? 0))
  const granted = Math.max(0, Math.min(chats, ...room), Math.min(all, ...left))
  const after = meters.map(({ everyMs }, index) => (dry[index] ?? now) + granted * everyMs)
  const next = meters.map(({ burst, everyMs, reserve }, index) => {
    const free = granted < chats ? 1 : 1 + reserve
    return (after[index] ?? now) - (burst - free) * everyMs - now
  })
  const pauseMs = granted < all ? Math.max(1, ...next) : 0
  if (granted === 0) return { granted, pauseMs }
  return { granted, pauseMs, account: { state: after.join(' '), until: Math.max(...after) } }
}

/** Milliseconds until one may go; 0 at once. */
export function pauseBefore(meters: readonly Meter[], state: State, now: number): number {
  const { granted, pauseMs } = spend(meters, state, now, { chats: 1, all: 1 })
  return granted > 0 ? 0 : pauseMs
}

export function silentFor(ms: number, meters: readonly Meter[], state: State, now: number): Account {
  const { dry, silence } = read(meters, state, now)
  const until = Math.max(silence?.until ?? 0, now + ms)
  return { state: [...dry, now, until].join(' '), until: Math.max(...dry, until) }
}

/** A meter that is fuller than full, or a silence yet to begin, tells that the clock was set back: worth nothing. */
function read(meters: readonly Meter[], state: State, now: number) {
  const times = state?.split(' ').map(Number) ?? []
  const dry = meters.map(({ burst, everyMs }, index) => {
    const time = times[index] ?? 0
    return time > now + burst * everyMs ? now : Math.max(time, now)
  })
  const [since = 0, until = 0] = times.slice(meters.length)
  return { dry, silence: since <= now && now < until ? { until } : undefined }
}
