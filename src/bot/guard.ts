/**
 * Who may post. The rules run from the cheapest to the dearest, and each refusal is a thrown AppError, because
 * restify goes on to the next handler after a mere `return false`.
 *
 *   every request   local mode: no proxy, only 127.0.0.1 as Host and Origin        403
 *   headers         not compressed, JSON, not too large                            415, 413
 *   token           signature, issuer, audience, time; from memory when known      401, 503 without keys
 *   body            read and counted, UTF-8, JSON, not too deep, an activity       413, 400
 *   activity        serviceUrl, channel, endorsement and tenant fit the token      403
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Identity } from '../config.ts'
import { type Activity, checkOrigin, parseActivity } from './guard/activity.ts'
import { readJson } from './guard/body.ts'
import { checkBodyHeaders, checkLocalHeaders } from './guard/headers.ts'
import { remoteKeys } from './guard/keys.ts'
import { type Bearer, tokenCheck } from './guard/token.ts'
import type { Logger } from './logger.ts'

/** What the guard found out; the channel relies on it instead of checking again. */
export interface Verdict {
  readonly mode: 'local' | 'authenticated'
  /** Empty in local mode. */
  readonly appId: string
  /** The token's claims; empty in local mode. */
  readonly claims: Readonly<Record<string, string>>
}

/** A request that has passed every rule. */
export type GuardedRequest = IncomingMessage & { body: Activity; verdict: Verdict }

export interface Guard {
  /** Throws AppError('forbidden') for requests that local mode answers on no path. */
  admit(req: IncomingMessage): void
  /** Puts the activity into `req.body` and the verdict beside it. Rejects with AppError; then neither is there. */
  check(req: IncomingMessage, res: ServerResponse): Promise<GuardedRequest>
  /** Reads the issuer's keys ahead of the first token; rejects with AppError('busy') while there are none. */
  ready(): Promise<void>
}

/** `now` in epoch milliseconds. */
export function createGuard(parts: { identity: Identity; log: Logger; now?: () => number }): Guard {
  const { identity, log, now = Date.now } = parts
  const { authenticate, ready } = authentication(identity, log, now)
  return {
    ready,
    admit: req => {
      if (identity.kind === 'local') checkLocalHeaders(req)
    },
    check: async (req, res) => {
      checkBodyHeaders(req)
      const bearer = await authenticate(req.headers.authorization)
      const body = parseActivity(await readJson(req, res))
      checkOrigin(body, identity, bearer)
      return Object.assign(req, { body, verdict: verdictOf(identity, bearer) })
    },
  }
}

interface Authentication {
  readonly authenticate: (authorization: string | undefined) => Promise<Bearer | undefined>
  readonly ready: () => Promise<void>
}

function authentication(identity: Identity, log: Logger, now: () => number): Authentication {
  if (identity.kind === 'local') return { authenticate: async () => undefined, ready: async () => {} }
  const keys = remoteKeys(identity.metadata, now, log)
  return { authenticate: tokenCheck(identity, keys, now), ready: keys.ready }
}

function verdictOf(identity: Identity, bearer: Bearer | undefined): Verdict {
  if (identity.kind === 'local') return { mode: 'local', appId: '', claims: {} }
  return { mode: 'authenticated', appId: identity.appId, claims: bearer?.claims ?? {} }
}
