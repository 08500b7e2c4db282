/** Steps 1, 3 and 4 of the turn: redact, understand, advance. From values to values; the turn does the rest. */
import { advance } from '../dialogs/advance.ts'
import type { Knowledge } from '../dialogs/moment.ts'
import { openCase } from '../dialogs/opening.ts'
import type { Advanced, Case, TurnEvent } from '../dialogs/types.ts'
import type { Language } from '../knowledge/article.ts'
import { type Mind, understand } from '../knowledge/understand.ts'
import { redact } from '../privacy/redact.ts'
import type { Speech } from '../speech/speech.ts'
import type { Loaded } from '../store/store.ts'
import type { Inbound } from './inbound.ts'

/** Everything that comes from the content folders; exchanged as a whole when they change. */
export interface Content {
  readonly knowledge: Knowledge
  readonly mind: Mind
  readonly speech: Speech
  readonly defaultLanguage: Language
}

export interface Decided {
  readonly before: Case
  readonly advanced: Advanced
  /** What the employee said, redacted; a button by its label. Absent where nothing was said. */
  readonly said?: string
}

export function decide(content: Content, loaded: Loaded, inbound: Inbound, seed: string): Decided {
  const before = loaded.case ?? openCase(seed, inbound.at, ...firstLanguage(content, inbound.locale))
  const { event, said } = eventOf(content, before, inbound, seed)
  const advanced = event
    ? advance(content.knowledge, before, event)
    : { case: before, replies: [], effects: [] }
  return { before, advanced, ...(said && { said }) }
}

function eventOf(
  content: Content,
  c: Case,
  inbound: Inbound,
  seed: string,
): { event?: TurnEvent; said?: string } {
  const base = { at: inbound.at, seed }
  const { what } = inbound
  switch (what.kind) {
    case 'message':
      return messageOf(content, c, what.text, base)
    case 'choice':
      return {
        event: { ...base, kind: 'choice', choice: what.choice, nonce: what.nonce },
        said: labelOf(content, c, what.choice),
      }
    case 'file':
      return { event: { ...base, kind: 'file' }, said: `[${redact(what.name).text}]` }
    case 'joined':
      return { event: { ...base, kind: 'joined' } }
    case 'timer':
      return { event: { ...base, kind: 'timer', name: what.name } }
    case 'edited':
    case 'deleted':
    case 'left':
      return {}
  }
}

function messageOf(content: Content, c: Case, raw: string, base: { at: number; seed: string }) {
  const { text, found } = redact(raw)
  const open = c.open && content.speech.labels(c.open, c.language)
  const understood = understand(content.mind, text, { language: c.language, ...(open && { open }) })
  return {
    event: { ...base, kind: 'message', text, secret: found.length > 0, understood } as const,
    said: text,
  }
}

function labelOf(content: Content, c: Case, choice: string): string {
  const label = c.open && content.speech.labels(c.open, c.language).find(({ id }) => id === choice)?.label
  return label ?? choice
}

/** The client's locale where we speak it, else the helpdesk's default. */
export function firstLanguage(
  content: Content,
  locale: string | undefined,
): [Language, Case['languageFrom']] {
  const base = locale?.split('-')[0]?.toLowerCase()
  if (base && content.knowledge.languages.includes(base)) return [base, 'locale']
  return [content.defaultLanguage, 'default']
}
