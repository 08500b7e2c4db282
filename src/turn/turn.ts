/**
 * One event, top to bottom: lane, redact, load, understand, advance, commit, answer.
 * Acknowledged means committed and synced; what is said goes out through the outbox afterwards.
 */
import { randomUUID } from 'node:crypto'
import type { Case } from '../dialogs/types.ts'
import { AppError } from '../errors.ts'
import type { Language } from '../knowledge/article.ts'
import type { Answered } from '../store/records.ts'
import type { Loaded } from '../store/store.ts'
import { apology } from './apology.ts'
import { type Decided, decide, firstLanguage } from './decide.ts'
import type { Receive } from './delivery.ts'
import type { Inbound } from './inbound.ts'
import type { Lanes } from './lane.ts'
import type { Outbox } from './outbox.ts'
import { type Patience, type Read, type ReadInbound, readingOf } from './reading.ts'
import { type RecordParts, recordOf, urgencyFor } from './record.ts'
import { unsaid } from './reference.ts'

/** Another instance was faster this many times in a row: give up and let the channel repeat. */
const attempts = 3

export interface TurnParts extends RecordParts {
  readonly lanes: Lanes
  readonly outbox: Outbox
  /** Reads files; absent where nobody can send one. */
  readonly read?: Read
  readonly patience?: Patience
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
