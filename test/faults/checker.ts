/**
 * The verdict on a crash test, from the histories of client and connector alone.
 *
 * Every activity of a path has exactly one reply, and all replies of a path differ. An undisturbed reference
 * conversation shows which; each other one must have got the same ones, in the same order, whatever was killed meanwhile.
 * Only one thing may differ: a message may come twice in a row when a service was killed, frozen or started between the two,
 * because nobody can know whether a message that was cut off had arrived.
 */
import type { ClientEntry, FarEntry } from './history.ts'
import { type Counts, counted } from './kills.ts'
import { type Arrived, type Walk, walksOf } from './walks.ts'

export interface Verdict extends Counts {
  readonly conversations: number
  readonly acknowledged: number
  /** Messages that came twice, allowed as said above. */
  readonly resent: number
  readonly violations: readonly Violation[]
}

export interface Violation {
  /**
   * lost: acknowledged, and its reply never came. doubled: an effect happened twice, or a message came twice without
   * need. disordered: an earlier reply after a later one. strange: a reply that this path does not have.
   * unfinished: the client gave up, so nothing is proved.
   */
  readonly kind: 'lost' | 'doubled' | 'disordered' | 'strange' | 'unfinished'
  readonly conversation: string
  readonly what: string
}

type Finding = readonly [kind: Violation['kind'], what: string]

/** What came of one conversation; `deliveredAt` by step. */
interface Judged {
  readonly walk: Walk
  readonly deliveredAt: ReadonlyMap<number, number>
  readonly resent: number
  readonly violations: readonly Violation[]
}

export function check(client: readonly ClientEntry[], far: readonly FarEntry[]): Verdict {
  const walks = walksOf(client, far)
  const expected = expectedReplies(walks)
  const breaks = client.flatMap(entry => breakOf(entry))
  const judged = walks.map(walk => judge(walk, expected(walk.path), breaks))
  return {
    conversations: walks.length,
    acknowledged: walks.flatMap(({ sent }) => sent.filter(({ acknowledgedAt }) => acknowledgedAt)).length,
    resent: judged.reduce((sum, { resent }) => sum + resent, 0),
    ...counted(client, judged.flatMap(deliveries)),
    violations: judged.flatMap(({ violations }) => violations),
  }
}

function expectedReplies(walks: readonly Walk[]): (path: string) => readonly string[] {
  const references = walks.filter(({ reference }) => reference)
  const replies = new Map(references.map(walk => [walk.path, repliesOf(walk)]))
  return path => {
    const known = replies.get(path)
    if (known) return known
    throw new Error(`Path ${path} has no reference conversation.`)
  }
}

/** Two equal replies could not be told apart, and a missing one would shift the rest: then nothing could be judged. */
function repliesOf({ path, sent, arrived }: Walk): readonly string[] {
  const replies = arrived.map(({ says }) => says)
  if (replies.length === sent.length && new Set(replies).size === replies.length) return replies
  throw new Error(`Path ${path} needs one reply for each activity, all different: ${JSON.stringify(replies)}`)
}

/** A time at which a process may have left a message that another one sends again. */
interface Break {
  readonly at: number
  /** What the dead process still sent may arrive so much later. */
  readonly lateMs: number
}

/**
 * Another instance may take over from one that was killed before that is started again, and from one that stands still.
 * What was on its way in it goes out when it thaws.
 */
function breakOf({ event, at }: ClientEntry): Break[] {
  switch (event) {
    case 'starting':
      return [{ at, lateMs: 0 }]
    case 'killing':
    case 'freezing':
      return [{ at, lateMs: 250 }]
    case 'thawing':
      return [{ at, lateMs: 1_000 }]
    default:
      return []
  }
}

function judge(walk: Walk, expected: readonly string[], breaks: readonly Break[]): Judged {
  const deliveredAt = new Map<number, number>()
  const found: Finding[] = []
  let resent = 0
  let before: Arrived | undefined
  for (const arrived of walk.arrived) {
    const step = expected.indexOf(arrived.says)
    const again = before?.says === arrived.says
    if (again && before && isResent(before, arrived, breaks)) resent += 1
    else found.push(...misplaced(arrived, step, again, deliveredAt))
    if (step !== -1 && !deliveredAt.has(step)) deliveredAt.set(step, arrived.at)
    before = arrived
  }
  found.push(...surplus(walk, resent, expected.length), ...missing(walk, expected, deliveredAt))
  const violations = found.map(([kind, what]) => ({ kind, conversation: walk.conversation, what }))
  return { walk, deliveredAt, resent, violations }
}

/** The same message, and the process that sent it first was gone when it came again. */
function isResent(first: Arrived, again: Arrived, breaks: readonly Break[]): boolean {
  if (first.nonce !== again.nonce) return false
  return breaks.some(({ at, lateMs }) => first.at < at + lateMs && at < again.at)
}

function misplaced(
  arrived: Arrived,
  step: number,
  again: boolean,
  deliveredAt: ReadonlyMap<number, number>,
): Finding[] {
  if (step === -1) return [['strange', `no reply of this path: "${arrived.says}"`]]
  if (again) return [['doubled', `the reply to step ${step} came twice`]]
  const later = [...deliveredAt.keys()].find(other => other > step)
  return later === undefined ? [] : [['disordered', `the reply to step ${step} came after that to ${later}`]]
}

function surplus({ arrived }: Walk, resent: number, expected: number): Finding[] {
  const replies = arrived.length - resent
  return replies > expected ? [['doubled', `${replies} replies to ${expected} activities`]] : []
}

function missing(
  { sent }: Walk,
  expected: readonly string[],
  deliveredAt: ReadonlyMap<number, number>,
): Finding[] {
  return expected.flatMap((_, step): Finding[] => {
    if (sent[step]?.acknowledgedAt === undefined)
      return [['unfinished', `step ${step} was never acknowledged`]]
    return deliveredAt.has(step) ? [] : [['lost', `step ${step} was acknowledged and never answered`]]
  })
}

function deliveries({ walk, deliveredAt }: Judged) {
  return walk.sent.flatMap(({ acknowledgedAt }, step) => {
    if (acknowledgedAt === undefined) return []
    return [{ acknowledgedAt, deliveredAt: deliveredAt.get(step) ?? Number.POSITIVE_INFINITY }]
  })
}
