/** The facts of a text: what is told, not what is asked; of two that contradict each other, neither. */
import type { Fact } from '../fact.ts'
import { has, outcomeIn } from './claims.ts'
import type { Clause } from './scan.ts'
import type { Item } from './vocabulary.ts'

/** Told in a question just as well: "vpn has failed since yesterday, what now?" */
const evenAsked: ReadonlySet<Fact['kind']> = new Set(['since', 'urgency'])
/** Told in a plan just as well: "I want to connect from home". */
const evenPlanned: ReadonlySet<Fact['kind']> = new Set([...evenAsked, 'network', 'link'])

/** "Urgent, I am presenting at two": when it must work says more. */
const vague = 'urgent'

export function factsIn(clauses: readonly Clause[]): Fact[] {
  const told = clauses.flatMap(({ parts, question }) => parts.flatMap(part => toldIn(part, question)))
  const kinds = new Map<Fact['kind'], Set<string>>()
  for (const { kind, value } of told) kinds.set(kind, (kinds.get(kind) ?? new Set()).add(value))
  return [...kinds].flatMap(([kind, values]) => {
    if (values.size > 1) values.delete(vague)
    const [value] = values
    return value !== undefined && values.size === 1 ? [{ kind, value }] : []
  })
}

function toldIn(part: readonly Item[], question: boolean): Fact[] {
  const facts = part.flatMap(item => (item.kind === 'fact' ? [item.fact] : []))
  const works = ['works', 'helped'].includes(outcomeIn(part) ?? '') && !has(part, 'not')
  return facts.filter(({ kind, value }) => {
    // Where it works, and what was tried out for once, is not where the trouble is.
    if (kind === 'network' && works) return false
    if ((kind === 'link' || value === 'mobile') && speaksOfStep(part)) return false
    if (question) return evenAsked.has(kind)
    return !has(part, 'open') || evenPlanned.has(kind)
  })
}

function speaksOfStep(part: readonly Item[]): boolean {
  const named = part.some(item => item.kind === 'action')
  return (
    named &&
    (outcomeIn(part) !== undefined || has(part, 'tried') || has(part, 'not-yet') || has(part, 'cannot'))
  )
}
