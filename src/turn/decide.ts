/** Steps 1, 3 and 4 of the turn: redact, understand, advance. From values to values; the turn does the rest. */
import { advance } from '../dialogs/advance.ts'
import { type Knowledge, silent } from '../dialogs/moment.ts'
import { openCase } from '../dialogs/opening.ts'
import type { Advanced, Case, TurnEvent } from '../dialogs/types.ts'
import type { Language } from '../knowledge/article.ts'
import { type Mind, understand } from '../knowledge/understand.ts'
import type { Understanding } from '../knowledge/understanding.ts'
import { redact } from '../privacy/redact.ts'
import type { Speech } from '../speech/speech.ts'
import type { Picture } from '../store/records.ts'
import type { Loaded } from '../store/store.ts'
import type { Inbound } from './inbound.ts'
import { harmless, withPictures } from './pictures.ts'
import { saidIn } from './said.ts'
import { isWithdrawn, readForNothing } from './withdrawn.ts'

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
  /** Kept for the agent. */
  readonly pictures?: readonly Picture[]
}

export function decide(content: Content, loaded: Loaded, inbound: Inbound, seed: string): Decided {
  const before = loaded.case ?? openCase(seed, inbound.at, ...firstLanguage(content, inbound.locale))
  if (isWithdrawn(before, inbound)) return { before, advanced: silent(readForNothing(before)) }
  const { event, said, pictures = [] } = eventOf(content, before, inbound, seed)
  const advanced = event
    ? advance(content.knowledge, before, event)
    : { case: before, replies: [], effects: [] }
  return { before, ...withPictures(advanced, inbound, pictures), ...(said && { said }) }
}

interface Heard extends Pick<Decided, 'pictures'> {
  readonly event: TurnEvent
  readonly said: string
}

function eventOf(content: Content, c: Case, inbound: Inbound, seed: string): Partial<Heard> {
  const base = { at: inbound.at, seed, ...(inbound.late && { late: true as const }) }
  const { what } = inbound
  switch (what.kind) {
    case 'message':
      return messageOf(content, c, what, base)
    case 'choice':
      return {
        event: { ...base, kind: 'choice', choice: what.choice, nonce: what.nonce },
        // A press without an effect is not said again: Teams delivers some under a new id.
        ...(c.open?.nonce === what.nonce && { said: labelOf(content, c, what.choice) }),
      }
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

type Base = Pick<TurnEvent, 'at' | 'seed'> & { readonly late?: true }
type Message = Extract<Inbound['what'], { kind: 'message' }>

/** What stands in files counts as pasted: it becomes part of the text before anything is redacted. */
function messageOf(content: Content, c: Case, what: Message, base: Base): Heard {
  const { text, secret, pasted, unread, line: said } = saidIn(what, base.late === true)
  if (text === '' && unread) return { event: { ...base, kind: 'file', why: unread }, said }
  const typed = base.late ? '' : what.text
  const understood = pasted ? pastedBy(content, c, text, typed) : heardIn(content, c, text)
  const event = { ...base, kind: 'message', text, secret, understood } as const
  const pictures = harmless(what.files ?? [], what.text)
  return { event: unread ? { ...event, unread } : event, said, pictures }
}

/** Codes and topic come from all of it; what is asked, answered and in which language, only from what was typed. */
function pastedBy(content: Content, c: Case, all: string, typed: string): Understanding {
  const {
    language: _,
    interrupt: __,
    wantsLanguage: ___,
    answer: ____,
    choice: _____,
    facts: ______,
    claims: _______,
    ...whole
  } = heardIn(content, c, all)
  if (typed === '') return whole
  const { language, interrupt, wantsLanguage, answer, choice, facts, claims } = heardIn(
    content,
    c,
    redact(typed).text,
  )
  return {
    ...whole,
    ...(language && { language }),
    ...(interrupt && { interrupt }),
    ...(wantsLanguage && { wantsLanguage }),
    ...(answer && { answer }),
    ...(choice && { choice }),
    ...(facts && { facts }),
    ...(claims && { claims }),
  }
}

function heardIn(content: Content, c: Case, text: string): Understanding {
  const open = c.open && content.speech.labels(c.open, c.language)
  return understand(content.mind, text, { language: c.language, ...(open && { open }) })
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
