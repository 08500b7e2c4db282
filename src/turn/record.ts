/** What a turn has decided, as the store writes it: case, transcript, what is to be sent, timers. */
import type { Case, Effect } from '../dialogs/types.ts'
import { redact } from '../privacy/redact.ts'
import { plainText } from '../speech/plain.ts'
import type { Spoken } from '../speech/spoken.ts'
import type { Collapse, Line, Outbound, Urgency } from '../store/records.ts'
import type { Loaded, Store, Turn } from '../store/store.ts'
import type { Content, Decided } from './decide.ts'
import type { Inbound } from './inbound.ts'
import { addressAfter } from './reference.ts'

export interface RecordParts {
  readonly store: Store
  content(): Content
  /** The language of the agents' channel; undefined: there is no channel, nothing is told. */
  readonly agentsLanguage: string | undefined
}

/** Everything the turn changes; undefined when it has nobody to answer (a timer of a forgotten conversation). */
export async function recordOf(
  parts: RecordParts,
  loaded: Loaded,
  inbound: Inbound,
  decided: Decided,
): Promise<Turn | undefined> {
  const address = addressAfter(loaded, inbound)
  if (!address) return undefined
  const { case: c, effects, settled } = decided.advanced
  const { speech } = parts.content()
  const place =
    decided.advanced.replies.length > 0 && c.handOver
      ? await parts.store.placeInQueue(c.handOver.since)
      : undefined
  const spoken = decided.advanced.replies.map(reply => speech.speak(reply, c.language, c.open, place))
  const line = settled && speech.settled(settled, c.language)
  const answerable = inbound.what.kind === 'choice' && inbound.what.answerable
  return {
    conversation: inbound.conversation,
    version: loaded.version,
    ...(inbound.activityId !== undefined && { activityId: inbound.activityId }),
    answered: line && answerable ? { collapsed: line } : {},
    address,
    case: c,
    transcript: transcriptOf(inbound, decided.said, spoken),
    ...editedBy(inbound),
    ...(decided.pictures && { pictures: decided.pictures }),
    outbox: [
      ...outboundOf(
        spoken,
        urgencyFor(inbound),
        line && !answerable ? { nonce: settled.nonce, line } : undefined,
      ),
      ...noticesOf(parts, c, effects),
    ],
    timers: effects.filter(effect => effect.kind === 'set-timer').map(({ name, at }) => ({ name, at })),
    clearTimers: effects.some(({ kind }) => kind === 'clear-timers' || kind === 'set-timer'),
    ...(inbound.what.kind === 'timer' && { firedTimer: inbound.what.name }),
    at: inbound.at,
  }
}

/** The answered card collapses with the first thing that is said, or by itself when nothing is. */
function outboundOf(spoken: readonly Spoken[], urgency: Urgency, collapse: Collapse | undefined): Outbound[] {
  const said = (spoken: Spoken) =>
    ({ kind: 'say', spoken, ...(urgency === 'notice' && { urgency }) }) satisfies Outbound
  const [first, ...rest] = spoken
  if (!first) return collapse ? [{ kind: 'collapse', ...collapse }] : []
  return [{ ...said(first), ...(collapse && { collapse }) }, ...rest.map(said)]
}

/** Nobody waits for a reminder. */
export function urgencyFor({ what }: Inbound): Urgency {
  return what.kind === 'timer' ? 'notice' : 'chat'
}

function transcriptOf(inbound: Inbound, said: string | undefined, spoken: readonly Spoken[]): Line[] {
  const at = inbound.at
  const id = inbound.activityId ?? inbound.late?.of
  const own: Line[] =
    said === undefined
      ? []
      : [{ from: 'employee', text: said, at, ...(id !== undefined && { activityId: id }) }]
  return [...own, ...spoken.map((words): Line => ({ from: 'bot', text: plainText(words), at }))]
}

function editedBy({ what }: Inbound): Pick<Turn, 'edited'> {
  if (what.kind === 'edited') return { edited: { activityId: what.of, text: redact(what.text).text } }
  return what.kind === 'deleted' ? { edited: { activityId: what.of, text: '' } } : {}
}

function noticesOf(parts: RecordParts, c: Case, effects: readonly Effect[]): Outbound[] {
  const language = parts.agentsLanguage
  if (!language) return []
  const told = effects.filter(({ kind }) => kind === 'tell-agents')
  return told.map(() => ({ kind: 'notice', spoken: parts.content().speech.notice(c, language) }))
}
