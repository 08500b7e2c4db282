/**
 * One event, top to bottom: lane, redact, load, understand, advance, commit, answer.
 * Acknowledged means committed and synced; what is said goes out through the outbox afterwards.
 */
import { randomUUID } from 'node:crypto'
import type { Case, Effect } from '../dialogs/types.ts'
import { AppError } from '../errors.ts'
import type { Language } from '../knowledge/article.ts'
import { redact } from '../privacy/redact.ts'
import { plainText } from '../speech/plain.ts'
import type { Spoken } from '../speech/spoken.ts'
import type { Answered, Collapse, Line, Loaded, Outbound, Store, Turn, Urgency } from '../store/store.ts'
import { apology } from './apology.ts'
import { type Content, type Decided, decide, firstLanguage } from './decide.ts'
import type { Receive } from './delivery.ts'
import type { Inbound } from './inbound.ts'
import type { Lanes } from './lane.ts'
import type { Outbox } from './outbox.ts'
import { type Patience, type Read, type ReadInbound, readingOf } from './reading.ts'
import { addressAfter, unsaid } from './reference.ts'

/** Another instance was faster this many times in a row: give up and let the channel repeat. */
const attempts = 3

export interface TurnParts {
  readonly store: Store
  readonly lanes: Lanes
  readonly outbox: Outbox
  content(): Content
  /** Reads files; absent where nobody can send one. */
  readonly read?: Read
  readonly patience?: Patience
  /** The language of the agents' channel; undefined: there is no channel, nothing is told. */
  readonly agentsLanguage: string | undefined
  /** One record a turn, without any of the employee's words. */
  observe(turn: Observed): void
}

export interface Observed {
  readonly kind: Inbound['what']['kind']
  readonly result: 'committed' | 'repeated' | 'moved' | 'failed'
  readonly ms: number
  readonly case?: Case
  readonly error?: unknown
}

export function createTurn(parts: TurnParts): Receive {
  const receive: Receive = async inbound => {
    const reading = readingOf(inbound, inbound.late ? undefined : parts.read, parts.patience)
    await parts.outbox.room(urgencyFor(inbound))
    const answered = await parts.lanes.run(inbound.conversation, () => turn(parts, inbound, reading))
    void reading
      .late()
      ?.then(receive)
      .catch(error => parts.observe(missed(inbound, error)))
    return answered
  }
  return receive
}

/** The timer that the case waits with tells the employee. */
function missed({ what }: Inbound, error: unknown): Observed {
  return { kind: what.kind, result: 'failed', ms: 0, error }
}

async function turn(parts: TurnParts, arrived: Inbound, reading: ReadInbound): Promise<Answered> {
  const started = performance.now()
  const observe = (rest: Pick<Observed, 'result' | 'case' | 'error'>) =>
    parts.observe({ kind: arrived.what.kind, ms: performance.now() - started, ...rest })
  for (let attempt = 0; attempt < attempts; attempt++) {
    const loaded = await parts.store.load(arrived.conversation, arrived.activityId)
    if (loaded.answered) {
      observe({ result: 'repeated' })
      return loaded.answered
    }
    const inbound = await reading.inTime(languageOf(parts, loaded, arrived))
    const decided = decideOrApologise(parts, loaded, inbound, error => observe({ result: 'failed', error }))
    const record = await recordOf(parts, loaded, inbound, unsaid(decided, loaded, inbound))
    if (!record) return {}
    const committed = await parts.store.commit(record)
    observe({ result: committed.result, case: record.case })
    if (committed.result === 'repeated') return committed.answered
    if (committed.result === 'committed') {
      parts.outbox.take(committed.outbox, committed.behind)
      return record.answered
    }
  }
  throw new AppError('busy', 'Another instance kept changing this conversation.')
}

function languageOf(parts: TurnParts, loaded: Loaded, { locale }: Inbound): Language {
  return loaded.case?.language ?? firstLanguage(parts.content(), locale)[0]
}

/** A fault of ours never swallows a message: it is stored, and the employee is told and offered a person. */
function decideOrApologise(
  parts: TurnParts,
  loaded: Loaded,
  inbound: Inbound,
  failed: (error: unknown) => void,
): Decided {
  const seed = randomUUID()
  try {
    return decide(parts.content(), loaded, inbound, seed)
  } catch (error) {
    failed(error)
    return apology(parts.content(), loaded, inbound, seed)
  }
}

/** Everything the turn changes; undefined when it has nobody to answer (a timer of a forgotten conversation). */
async function recordOf(
  parts: TurnParts,
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
function urgencyFor({ what }: Inbound): Urgency {
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

function noticesOf(parts: TurnParts, c: Case, effects: readonly Effect[]): Outbound[] {
  const language = parts.agentsLanguage
  if (!language) return []
  const told = effects.filter(({ kind }) => kind === 'tell-agents')
  return told.map(() => ({ kind: 'notice', spoken: parts.content().speech.notice(c, language) }))
}
