/** Which steps somebody says they have tried, and what came of it. */
import type { Action, Claim, ClaimOutcome } from '../fact.ts'
import type { OutcomeWord } from './files.ts'
import type { Clause } from './scan.ts'
import type { Item } from './vocabulary.ts'

/** Steps that are a place to connect from: "works" there says something of the place. */
export const elsewhere: ReadonlySet<Action> = new Set(['other-network', 'cable', 'other-device'])

interface Named {
  readonly action: Action
  /** False: only named so far ("the hotspot"); it counts when an outcome follows. */
  readonly tried: boolean
}

interface Said {
  readonly claims: readonly Claim[]
  /** Steps whose outcome may still follow: "hotspot tried, same thing". */
  readonly waiting: readonly Named[]
}

/** The last word on each step counts. */
export function claimsIn(clauses: readonly Clause[]): Claim[] {
  const claims = new Map<Action, ClaimOutcome>()
  let waiting: readonly Named[] = []
  for (const { parts, question } of clauses) {
    for (const part of parts) {
      const said = question || isOpen(part) ? nothing : readPart(part, waiting)
      for (const { action, outcome } of said.claims) claims.set(action, outcome)
      waiting = said.waiting
    }
  }
  return [...claims].map(([action, outcome]) => ({ action, outcome }))
}

const nothing: Said = { claims: [], waiting: [] }

/** "Should I restart?", "if I restart": nothing was tried. "When I use the hotspot it works" tells what came of it. */
function isOpen(part: readonly Item[]): boolean {
  const told = outcomeIn(part) !== undefined && actionsIn(part).some(({ action }) => elsewhere.has(action))
  return has(part, 'open') && !told
}

function readPart(part: readonly Item[], before: readonly Named[]): Said {
  const named = actionsIn(part)
  return named.length > 0 ? ofActions(part, named, before) : ofEarlier(part, before)
}

function ofActions(part: readonly Item[], named: readonly Named[], before: readonly Named[]): Said {
  const earlier = before.filter(({ tried }) => tried)
  const outcomes = named.map(({ action, tried }) => ({ action, outcome: outcomeOf(part, action, tried) }))
  const claims = outcomes.flatMap(({ action, outcome }) => (outcome ? [{ action, outcome }] : []))
  // "Restarted the laptop and tried the hotspot, no luck": what is said at the end holds for all of them.
  if (outcomes.some(({ outcome }) => outcome === 'no-help'))
    return {
      claims: [...earlier.map(({ action }) => ({ action, outcome: 'no-help' as const })), ...claims],
      waiting: [],
    }
  const open = outcomes.filter(({ outcome }) => outcome === undefined || outcome === 'tried')
  return {
    claims,
    waiting: [...earlier, ...open.map(({ action, outcome }) => ({ action, tried: outcome === 'tried' }))],
  }
}

function outcomeOf(part: readonly Item[], action: Action, done: boolean): ClaimOutcome | undefined {
  const outcome = outcomeIn(part)
  const tried = done || has(part, 'tried')
  if (outcome === 'no-help') return 'no-help'
  if (has(part, 'cannot')) return 'could-not'
  if (has(part, 'not-yet') || (tried && has(part, 'not'))) return 'not-tried'
  if (has(part, 'not')) return undefined
  if (outcome === 'helped') return 'helped'
  if (outcome === 'works') return tried || elsewhere.has(action) ? 'helped' : undefined
  if (outcome === 'fails') return tried ? 'no-help' : undefined
  return tried ? 'tried' : undefined
}

/** A part without a step of its own speaks of those named before it. */
function ofEarlier(part: readonly Item[], before: readonly Named[]): Said {
  const outcome = earlierOutcome(part)
  const tried = before.filter(named => named.tried)
  if (outcome === undefined) return { claims: [], waiting: tried }
  const about = before.filter(named => named.tried || outcome !== 'helped' || elsewhere.has(named.action))
  return {
    claims: about.map(({ action }) => ({ action, outcome })),
    waiting: outcome === 'tried' ? about.map(({ action }) => ({ action, tried: true })) : [],
  }
}

/** "At home it works" speaks of the place and of no step. */
function earlierOutcome(part: readonly Item[]): ClaimOutcome | undefined {
  if (part.some(item => item.kind === 'fact' && item.fact.kind === 'network')) return undefined
  const outcome = outcomeIn(part)
  if (outcome) return outcome === 'no-help' || outcome === 'fails' ? 'no-help' : 'helped'
  if (has(part, 'cannot')) return 'could-not'
  if (has(part, 'not-yet')) return 'not-tried'
  if (has(part, 'tried')) return has(part, 'not') ? 'not-tried' : 'tried'
  return undefined
}

function actionsIn(part: readonly Item[]): Named[] {
  return part.flatMap(item => (item.kind === 'action' ? [{ action: item.action, tried: item.done }] : []))
}

/** What is said of the step weighs more than what is said of the connection. */
export function outcomeIn(part: readonly Item[]): OutcomeWord | undefined {
  const said = part.flatMap(item => (item.kind === 'outcome' ? [item.outcome] : []))
  return ['no-help' as const, 'helped' as const].find(word => said.includes(word)) ?? said.at(-1)
}

export function has(part: readonly Item[], kind: Item['kind']): boolean {
  return part.some(item => item.kind === kind)
}
