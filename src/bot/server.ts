/** The routes of the bot. Errors are thrown and become a status in server/answers.ts. */
import type { Server } from 'node:http'
import restify from 'restify'
import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'
import type { Guard, Verdict } from './guard.ts'
import type { Logger } from './logger.ts'
import { type AnswerError, errorAnswers } from './server/answers.ts'
import { type Address, close, isReadable, listen, setLimits } from './server/socket.ts'

/** Answers a guarded request; implemented by channel.ts. Rejects with AppError('busy') when nothing was committed. */
export interface Channel {
  process(req: restify.Request, res: restify.Response, verdict: Verdict): Promise<void>
}

export interface Parts {
  readonly config: Config
  readonly guard: Guard
  readonly channel: Channel
  /** Rejects, with the reason as its message, while requests cannot be served. */
  ready(): Promise<void>
  /** In the text format of Prometheus. */
  metrics(): Promise<string>
  /** Differs from start to start. */
  readonly boot: string
  readonly log: Logger
  /** Epoch milliseconds. */
  readonly now?: () => number
}

export interface HttpServer {
  /** On the configured host and port. Rejects with AppError('configuration') when the port cannot be had. */
  listen(): Promise<Address>
  /** Takes no new requests; resolves when the running ones are answered, or were cut after `graceMs` (10 s). */
  close(graceMs?: number): Promise<void>
}

export function createServer(parts: Parts): HttpServer {
  const { config, guard, log, now = Date.now } = parts
  // Leave to send a body is given by the guard, when the headers have passed.
  const server = restify.createServer({ name: '', noWriteContinue: true })
  const http = server.server as Server
  const answerError = errorAnswers(log, now)
  setLimits(http)
  server.first(isReadable)
  server.pre(async req => guard.admit(req))
  addRoutes(server, parts, answerError)
  server.on('restifyError', (_req, res, error, done) => {
    answerError(res, error)
    done()
  })
  return {
    listen: () => listen(http, config.host, config.port, log),
    close: (graceMs = 10_000) => close(http, () => server.inflightRequests(), graceMs),
  }
}

declare module 'restify' {
  interface Server {
    /** Before routing; false ends it. Missing in the published types. */
    first(handler: (req: restify.Request, res: restify.Response) => boolean): void
  }
}

type Handle = (req: restify.Request, res: restify.Response) => Promise<void>

function addRoutes(server: restify.Server, parts: Parts, answerError: AnswerError): void {
  // Not left to restify: it answers a second time when a handler fails after it has answered.
  const answering = (handle: Handle) => async (req: restify.Request, res: restify.Response) => {
    await handle(req, res).catch(error => answerError(res, error))
  }
  server.post('/api/messages', answering(messages(parts)))
  // The Agents Playground asks with HEAD whether somebody is there.
  server.head(
    '/api/messages',
    answering(async (_req, res) => void res.send(200)),
  )
  server.get('/healthz', answering(healthz(parts)))
  server.get('/readyz', answering(readyz(parts)))
  server.get('/metrics', answering(metrics(parts)))
}

function messages({ guard, channel }: Parts): Handle {
  return async (req, res) => {
    const { verdict } = await guard.check(req, res)
    await channel.process(req, res, verdict)
  }
}

/** The process id helps those who stop and start it on their own machine, and nobody else. */
function healthz({ config, boot }: Parts): Handle {
  const body = config.identity.kind === 'azure' ? { status: 'ok' } : { status: 'ok', pid: process.pid, boot }
  return async (_req, res) => void res.send(200, body)
}

function readyz({ ready }: Parts): Handle {
  return async (_req, res) => {
    const reason = await ready().then(() => undefined, reasonOf)
    if (reason === undefined) res.send(200, { status: 'ready' })
    else res.send(503, { status: 'not ready', reason })
  }
}

/** Only our own sentences are meant for strangers. */
function reasonOf(thrown: unknown): string {
  return thrown instanceof AppError ? thrown.message : 'something went wrong'
}

function metrics(parts: Parts): Handle {
  return async (_req, res) => {
    res.sendRaw(200, await parts.metrics(), { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' })
  }
}
