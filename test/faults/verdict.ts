/** A checker's verdict as lines of the table. */
import type { Verdict, Violation } from './checker.ts'
import { type Finding, finding } from './drill.ts'

export function verdictLines(verdict: Verdict): Finding[] {
  const { conversations, acknowledged, repeated, resent, escalations, violations } = verdict
  const none = (what: string, ...kinds: Violation['kind'][]) => {
    const found = violations.filter(({ kind }) => kinds.includes(kind))
    const examples = found.slice(0, 3).map(({ conversation = 'all', what }) => `; ${conversation}: ${what}`)
    return finding(what, `${found.length}${examples.join('')}`, found.length === 0)
  }
  return [
    finding(
      'conversations; acknowledged activities; sent again by the client',
      `${conversations}; ${acknowledged}; ${repeated}`,
      acknowledged > 0,
    ),
    finding('hand-overs that were looked at for one case number and one card', escalations, true),
    none('acknowledged and lost', 'lost'),
    none('doubled in the transcript, or without need', 'doubled', 'strange'),
    none('out of order', 'disordered'),
    none('services that ended without having been told to', 'died'),
    none('given up by the client, so that nothing is proved', 'unfinished'),
    finding('messages that came twice around a death, which is allowed', resent, true),
  ]
}
