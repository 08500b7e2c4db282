/** A hand-over has one case number, and the agents get one card with it: neither none nor two. */
import type { FarEntry } from './history.ts'
import type { Violation } from './judge.ts'
import type { Walk } from './walks.ts'

export interface Escalated {
  /** Walks that ended with the helpdesk. */
  readonly count: number
  /** Cards that came twice around a death, as any message may. */
  readonly resent: number
  readonly violations: readonly Violation[]
}

/** Whether a process died between two moments, so that a message may have come at both. */
type IsAround = (first: number, again: number) => boolean

export function escalationFaults(
  walks: readonly Walk[],
  far: readonly FarEntry[],
  isAround: IsAround,
): Escalated {
  const cards = cardsOf(far)
  const cardsIn = (walk: Walk) => numbersIn(walk).flatMap(caseId => cards.get(caseId) ?? [])
  const references = walks.filter(({ reference }) => reference)
  const escalating = new Set(references.filter(walk => cardsIn(walk).length > 0).map(({ path }) => path))
  const ended = walks.filter(walk => escalating.has(walk.path) && isAnswered(walk))
  const judged = ended.map(walk => judge(walk, cardsIn(walk), isAround))
  return {
    count: ended.length,
    resent: judged.reduce((sum, { resent }) => sum + resent, 0),
    violations: judged.flatMap(({ violations }) => violations),
  }
}

/** When each case's card came. */
function cardsOf(far: readonly FarEntry[]): ReadonlyMap<string, readonly number[]> {
  const cards = new Map<string, number[]>()
  for (const entry of far) {
    if (entry.event !== 'noticed') continue
    const times = cards.get(entry.caseId) ?? []
    cards.set(entry.caseId, times)
    times.push(entry.at)
  }
  return cards
}

function numbersIn({ arrived }: Walk): readonly string[] {
  return [...new Set(arrived.flatMap(({ caseId }) => caseId ?? []))]
}

/** Where a reply is missing, something else is said about the walk. */
function isAnswered({ sent, arrived }: Walk): boolean {
  return arrived.length >= sent.length && sent.every(({ acknowledgedAt }) => acknowledgedAt !== undefined)
}

function judge(walk: Walk, cards: readonly number[], isAround: IsAround): Omit<Escalated, 'count'> {
  const found: Violation[] = []
  const fault = (kind: Violation['kind'], what: string) =>
    void found.push({ kind, conversation: walk.conversation, what })
  const numbers = numbersIn(walk)
  if (numbers.length > 1) fault('doubled', `two case numbers: ${numbers.join(', ')}`)
  if (cards.length === 0) fault('lost', 'handed over, and the agents were never told')
  const again = cards.slice(1).map((at, index) => isAround(cards[index] ?? at, at))
  if (again.includes(false)) fault('doubled', `the agents were told ${cards.length} times`)
  return { resent: again.filter(Boolean).length, violations: found }
}
