/**
 * The verdict on a crash test, from the histories of client and connector alone.
 *
 * Every activity of a path has exactly one reply, and all replies of a path differ. An undisturbed reference
 * conversation shows which; each other one must have got the same ones, in the same order, whatever was killed meanwhile.
 * Only one thing may differ: a message may come twice in a row when a service was killed, frozen or started between the two,
 * because nobody can know whether a message that was cut off had arrived. Where the reference was handed over to the
 * helpdesk, each other one has one case number, and the agents one card with it.
 */
import { escalationFaults } from './escalations.ts'
import type { ClientEntry, FarEntry } from './history.ts'
import { breaksOf, deliveries, isAround, judge, type Resend, type Violation } from './judge.ts'
import { type Counts, counted, deaths } from './kills.ts'
import { type Walk, walksOf } from './walks.ts'

export type { Resend, Violation } from './judge.ts'

export interface Verdict extends Counts {
  readonly conversations: number
  readonly acknowledged: number
  /** Messages that came twice, allowed as said above. */
  readonly resent: number
  readonly resends: readonly Resend[]
  /** In one conversation. */
  readonly mostResent: number
  /** Of walks that ended with the helpdesk: as many cards came in the agents' channel, each once. */
  readonly escalations: number
  readonly violations: readonly Violation[]
}

export function check(client: readonly ClientEntry[], far: readonly FarEntry[]): Verdict {
  const walks = walksOf(client, far)
  const expected = expectedReplies(walks)
  const breaks = breaksOf(client)
  const judged = walks.map(walk => judge(walk, expected(walk.path), breaks))
  const escalated = escalationFaults(walks, far, (first, again) => isAround(breaks, first, again))
  const resends = judged.flatMap(({ resends }) => resends)
  return {
    conversations: walks.length,
    acknowledged: walks.flatMap(({ sent }) => sent.filter(({ acknowledgedAt }) => acknowledgedAt)).length,
    resent: resends.length + escalated.resent,
    resends,
    mostResent: judged.reduce((most, { resends }) => Math.max(most, resends.length), 0),
    escalations: escalated.count,
    ...counted(client, judged.flatMap(deliveries)),
    violations: [
      ...judged.flatMap(({ violations }) => violations),
      ...escalated.violations,
      ...deaths(client),
    ],
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
