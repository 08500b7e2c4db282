/** Every error becomes one status, one small JSON body and, counted, one line in the log. */

import type restify from 'restify'
import { AppError, type ErrorCode } from '../../errors.ts'
import { refusalLog } from '../guard/refusals.ts'
import type { Logger } from '../logger.ts'

/** Answers a request that failed; says nothing of what happened inside. */
export type AnswerError = (res: restify.Response, error: unknown) => void

const STATUS: Readonly<Record<ErrorCode, number>> = {
  'bad-request': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'too-large': 413,
  'unsupported-encoding': 415,
  configuration: 500,
  content: 500,
  'local-mode': 500,
  busy: 503,
}

const HEADERS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'WWW-Authenticate': 'Bearer' },
  503: { 'Retry-After': '5' },
}

interface Answer {
  readonly status: number
  readonly error: string
  readonly message: string
}

export function errorAnswers(log: Logger, now: () => number): AnswerError {
  const note = refusalLog(log, now)
  return (res, error) => {
    const { status, ...body } = answerTo(error)
    if (status === 500) log.error({ err: error }, 'a request failed')
    else note(`${status} ${body.message}`)
    // Too late for a status: the client sees that the answer breaks off.
    if (res.headersSent) res.destroy()
    else res.send(status, body, HEADERS[status])
  }
}

function answerTo(error: unknown): Answer {
  if (error instanceof AppError && STATUS[error.code] !== 500) {
    return { status: STATUS[error.code], error: error.code, message: error.message }
  }
  const status = restifyStatus(error)
  if (status === 404) return { status, error: 'not-found', message: 'There is nothing here' }
  if (status === 405) return { status, error: 'method-not-allowed', message: 'Not with this method' }
  return { status: 500, error: 'internal', message: 'Something went wrong' }
}

function restifyStatus(error: unknown): unknown {
  return error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
}
