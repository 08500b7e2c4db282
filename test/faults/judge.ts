/** One conversation against what it should have been: which replies came, how often, and in which order. */
import type { ClientEntry } from './history.ts'
import { lateMs } from './kills.ts'
import type { Arrived, Walk } from './walks.ts'

export interface Violation {
  /**
   * lost: acknowledged, and its reply never came. doubled: an effect happened twice, or a message came twice without
   * need. disordered: an earlier reply after a later one. strange: a reply that this path does not have.
   * unfinished: the client gave up, so nothing is proved. died: a service ended that nobody had told to.
   */
  readonly kind: 'lost' | 'doubled' | 'disordered' | 'strange' | 'unfinished' | 'died'
  /** Absent: it is not about one. */
  readonly conversation?: string
  readonly what: string
}

/** When a message came for the first time, and again. */
export interface Resend {
  readonly firstAt: number
  readonly againAt: number
}

type Fault = readonly [kind: Violation['kind'], what: string]

/** What came of one conversation; `deliveredAt` by step. */
export interface Judged {
  readonly walk: Walk
  readonly deliveredAt: ReadonlyMap<number, number>
  readonly resends: readonly Resend[]
  readonly violations: readonly Violation[]
}

/** A time at which a process may have left a message that another one sends again. */
export interface Break {
  readonly at: number
  readonly thaws: boolean
  /** What the dead process still sent may arrive so much later. */
  readonly lateMs: number
}

/** What a thawed process had on its way leaves within this time. */
const thawedMs = 2_000

/**
 * Another instance may take over from one that was killed before that is started again, and from one that stands still.
 * What was on its way in it goes out when it thaws.
 */
export function breaksOf(client: readonly ClientEntry[]): Break[] {
  return client.flatMap(({ event, at }): Break[] => {
    switch (event) {
      case 'starting':
        return [{ at, thaws: false, lateMs: 0 }]
      case 'killing':
      case 'freezing':
        return [{ at, thaws: false, lateMs }]
      case 'thawing':
        return [{ at, thaws: true, lateMs: thawedMs }]
      default:
        return []
    }
  })
}

export function judge(walk: Walk, expected: readonly string[], breaks: readonly Break[]): Judged {
  const deliveredAt = new Map<number, number>()
  const found: Fault[] = []
  const resends: Resend[] = []
  const late = lateCopies(walk, breaks)
  let before: Arrived | undefined
  for (const arrived of walk.arrived) {
    const first = late.get(arrived)
    if (first) {
      resends.push({ firstAt: first.at, againAt: arrived.at })
      continue
    }
    const step = expected.indexOf(arrived.says)
    const again = before?.says === arrived.says
    if (again && before && isResent(before, arrived, breaks))
      resends.push({ firstAt: before.at, againAt: arrived.at })
    else found.push(...misplaced(arrived, step, again, deliveredAt))
    if (step !== -1 && !deliveredAt.has(step)) deliveredAt.set(step, arrived.at)
    before = arrived
  }
  found.push(...surplus(walk, resends.length, expected.length), ...missing(walk, expected, deliveredAt))
  const violations = found.map(([kind, what]) => ({ kind, conversation: walk.conversation, what }))
  return { walk, deliveredAt, resends, violations }
}

/**
 * What was on its way in a process that stood still comes when the others have long sent it, and what follows it: one
 * message for each time that a process thaws. Each with its first copy.
 */
function lateCopies({ arrived }: Walk, breaks: readonly Break[]): ReadonlyMap<Arrived, Arrived> {
  const late = new Map<Arrived, Arrived>()
  for (const { at, lateMs, thaws } of breaks) {
    if (!thaws) continue
    const before = arrived.filter(one => one.at < at)
    const after = arrived.filter(one => one.at >= at && one.at < at + lateMs)
    for (const again of after) {
      const first = before.find(({ says, nonce }) => says === again.says && nonce === again.nonce)
      if (!first) continue
      late.set(again, first)
      break
    }
  }
  return late
}

/** The same message, and the process that sent it first was gone when it came again. */
function isResent(first: Arrived, again: Arrived, breaks: readonly Break[]): boolean {
  return first.nonce === again.nonce && isAround(breaks, first.at, again.at)
}

export function isAround(breaks: readonly Break[], first: number, again: number): boolean {
  return breaks.some(({ at, lateMs }) => first < at + lateMs && at < again)
}

function misplaced(
  arrived: Arrived,
  step: number,
  again: boolean,
  deliveredAt: ReadonlyMap<number, number>,
): Fault[] {
  if (step === -1) return [['strange', `no reply of this path: "${arrived.says}"`]]
  if (again) return [['doubled', `the reply to step ${step} came twice`]]
  const later = [...deliveredAt.keys()].find(other => other > step)
  return later === undefined ? [] : [['disordered', `the reply to step ${step} came after that to ${later}`]]
}

function surplus({ arrived }: Walk, resent: number, expected: number): Fault[] {
  const replies = arrived.length - resent
  return replies > expected ? [['doubled', `${replies} replies to ${expected} activities`]] : []
}

function missing(
  { sent }: Walk,
  expected: readonly string[],
  deliveredAt: ReadonlyMap<number, number>,
): Fault[] {
  return expected.flatMap((_, step): Fault[] => {
    if (sent[step]?.acknowledgedAt === undefined)
      return [['unfinished', `step ${step} was never acknowledged`]]
    return deliveredAt.has(step) ? [] : [['lost', `step ${step} was acknowledged and never answered`]]
  })
}

export function deliveries({ walk, deliveredAt }: Judged) {
  return walk.sent.flatMap(({ instance, acknowledgedAt }, step) => {
    if (acknowledgedAt === undefined) return []
    return [{ instance, acknowledgedAt, deliveredAt: deliveredAt.get(step) ?? Number.POSITIVE_INFINITY }]
  })
}
