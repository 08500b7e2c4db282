/** What an answer of the Bot Connector means for the message that was sent. */
import type { Delivered } from '../../turn/delivery.ts'
import { type Exchanged, tooLateCode } from './exchange.ts'

export interface Answer {
  readonly status: number
  readonly activityId?: string
  /** The connector's own word for it, `ConversationNotFound`. */
  readonly code?: string
  readonly retryAfterMs?: number
}

/** Teams says it is busy, or could not reach its own parts. */
const passing: ReadonlySet<number> = new Set([412, 429, 502, 503, 504])
const gone: ReadonlySet<number> = new Set([403, 404])
const day = 86_400_000

/** Once the status says that the message arrived, a body that is cut or no JSON changes nothing. */
export function readAnswer({ status, headers, body: text }: Exchanged): Answer {
  const body = parsed(text)
  const activityId = textAt(body, 'id')
  const code = textAt(field(body, 'error'), 'code')
  const retryAfterMs = retryAfter(headers['retry-after'], Date.now())
  return {
    status,
    ...(activityId !== undefined && { activityId }),
    ...(code !== undefined && { code }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function deliveredAs({ status, activityId, code, retryAfterMs }: Answer): Delivered {
  if (status >= 200 && status < 300)
    return { result: 'sent', ...(activityId !== undefined && { activityId }) }
  const reason =
    code !== undefined && /^[\w.-]{1,60}$/.test(code) ? `HTTP ${status} ${code}` : `HTTP ${status}`
  if (gone.has(status)) return { result: 'gone', reason }
  if (!passing.has(status)) return { result: 'refused', reason }
  return { result: 'retry', reason, ...(retryAfterMs !== undefined && { afterMs: retryAfterMs }) }
}

/** No answer: cut, timed out, not reachable, or no token to be had. The reason never holds an address or a text. */
export function failedAs(thrown: unknown): Delivered {
  const code = textAt(thrown, 'code')
  const name = thrown instanceof Error ? thrown.name : typeof thrown
  return {
    result: 'retry',
    reason: `no answer: ${code ?? name}`,
    ...(code === tooLateCode && { hung: true }),
  }
}

/** Milliseconds from a Retry-After header in seconds or as a date; never more than a day. */
export function retryAfter(header: string | string[] | undefined, now: number): number | undefined {
  const text = Array.isArray(header) ? header[0] : header
  if (text === undefined || text.trim() === '') return undefined
  const seconds = Number(text)
  const ms = Number.isNaN(seconds) ? Date.parse(text) - now : seconds * 1000
  return Number.isNaN(ms) ? undefined : Math.min(day, Math.max(0, Math.ceil(ms)))
}

function textAt(of: unknown, name: string): string | undefined {
  const value = field(of, name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined
}
