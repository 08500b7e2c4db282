/** One JSON line for each thing worth knowing; the only file that imports pino. Never a word of the employee's. */
import { type Logger as Pino, pino } from 'pino'
import type { Seen } from './attachments/read.ts'
import type { Exchange } from './content/reload.ts'
import { AppError } from './errors.ts'
import type { Observed } from './turn/turn.ts'

export type Logger = Pick<Pino, 'info' | 'warn' | 'error' | 'debug' | 'fatal'>

/** Under load lines are written together; nobody waits longer for one than this. */
const gatherBytes = 4_096
const gatherMs = 250
/** What waits for a disk that is full; later lines are lost. */
const mostBytes = 1_000_000

export function createLog(level: string): Logger {
  const serializers = { err: plainError }
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }
  return pino(options, background())
}

/**
 * A line a turn must not wait for the terminal; what is left is written at the end. Where nothing more can be written,
 * as on a full disk, lines are lost and nothing else: an error without a listener would end the process, and the last
 * write would be tried for ever.
 */
function background() {
  const sizes = { minLength: gatherBytes, maxLength: mostBytes }
  const output = pino.destination({ dest: 1, sync: false, periodicFlush: gatherMs, ...sizes })
  const flushSync = output.flushSync.bind(output)
  output.on('error', () => Object.assign(output, { flushSync: () => {} }))
  output.on('write', () => Object.assign(output, { flushSync }))
  return output
}

/** The one line of a turn. */
export function logTurn(log: Logger, { kind, result, ms, case: c, error }: Observed): void {
  const facts = { turn: kind, result, ms: Math.round(ms * 10) / 10, ...caseFacts(c) }
  if (error !== undefined) log.error({ ...facts, err: error }, 'a turn failed inside')
  else log.info(facts)
}

/** How a reload of the knowledge ended; a refusal names every problem with file and line. */
export function logExchange(log: Logger, exchange: Exchange): void {
  const { version: knowledge } = exchange
  if (exchange.kind === 'unchanged') log.info({ knowledge }, 'the knowledge is as it was')
  else if (exchange.kind === 'exchanged')
    log.info({ knowledge, ms: exchange.ms }, 'the knowledge was exchanged')
  else
    log.error(
      { knowledge, problems: exchange.problems },
      'the knowledge has problems; the former set goes on serving',
    )
}

/** The one line of a file that came with a message. */
export function logFile(log: Logger, { result, ...facts }: Seen): void {
  log.info({ file: result, ...facts })
}

function caseFacts(c: Observed['case']): object {
  if (!c) return {}
  return {
    case: c.id,
    owner: c.owner,
    stage: c.stage.kind,
    topic: c.topic?.id,
    language: c.language,
    steps: c.steps.length,
  }
}

/** Our own errors by code and sentence; the stack only of those nobody foresaw. */
function plainError(error: unknown): unknown {
  if (error instanceof AppError) return { code: error.code, message: error.message }
  return pino.stdSerializers.err(error as Error)
}
