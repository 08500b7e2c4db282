/** What is done when a turn fails inside: the message is kept, the employee is told, and a person can be had. */
import { ask, sentence } from '../dialogs/moment.ts'
import { openCase } from '../dialogs/opening.ts'
import { redact } from '../privacy/redact.ts'
import type { Loaded } from '../store/store.ts'
import type { Content, Decided } from './decide.ts'
import type { Inbound } from './inbound.ts'

export function apology(content: Content, loaded: Loaded, inbound: Inbound, seed: string): Decided {
  const before = loaded.case ?? openCase(seed, inbound.at, content.defaultLanguage, 'default')
  const said = inbound.what.kind === 'message' ? redact(inbound.what.text).text : undefined
  const m = { knowledge: content.knowledge, at: inbound.at, seed }
  const advanced = ask(m, before, { say: [sentence('sorry.failed')], choices: ['person'] })
  return { before, advanced, ...(said !== undefined && { said }) }
}
