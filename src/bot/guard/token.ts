/** The bearer token of a request: checked once with jose, then remembered by its hash for as long as it holds. */
import { hash } from 'node:crypto'
import { errors, type JWTPayload, jwtVerify } from 'jose'
import type { Trust } from '../../config.ts'
import { AppError } from '../../errors.ts'
import type { Key, Keys } from './keys.ts'

/** What a good token says. */
export interface Bearer {
  /** The claims that are texts; `aud`, `iss` and `serviceurl` are among them. */
  readonly claims: Readonly<Record<string, string>>
  /** Channels for which its key may sign. */
  readonly endorsements: readonly string[]
}

/** Rejects with AppError: 'unauthenticated', or 'busy' when the issuer's keys cannot be read. */
export type CheckToken = (authorization: string | undefined) => Promise<Bearer>

/** The Connector uses one token for about an hour, so few are alive at a time. */
const REMEMBERED = 500
const SKEW_S = 300

export function tokenCheck(trust: Trust, keys: Keys, now: () => number): CheckToken {
  const remembered = new Map<string, Held>()
  return async authorization => {
    const token = tokenOf(authorization)
    const id = hash('sha256', token, 'base64')
    const known = remembered.get(id)
    remembered.delete(id)
    const good = known !== undefined && holds(known, now()) ? known : await verify(token, trust, keys, now())
    remembered.set(id, good)
    forgetOldest(remembered)
    return good.bearer
  }
}

/** In epoch milliseconds. */
interface Held {
  readonly bearer: Bearer
  readonly from: number
  readonly until: number
}

/** From when on matters too: the clock may be set back. */
function holds({ from, until }: Held, now: number): boolean {
  return from <= now && now < until
}

function tokenOf(authorization: string | undefined): string {
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1]
  if (token === undefined) throw new AppError('unauthenticated', 'There is no bearer token')
  return token
}

/** jose refuses any algorithm but RS256 before it asks for a key, so `none` and HS256 never get that far. */
async function verify(token: string, trust: Trust, keys: Keys, now: number): Promise<Held> {
  let key: Key | undefined
  const keyFor = async ({ kid }: { kid?: string }) => {
    key = kid === undefined ? undefined : await keys.find(kid)
    if (key === undefined) throw new AppError('unauthenticated', 'The token is signed by an unknown key')
    return key.key
  }
  const rules = {
    algorithms: ['RS256'],
    issuer: trust.issuer,
    audience: trust.appId,
    clockTolerance: SKEW_S,
    currentDate: new Date(now),
    requiredClaims: ['exp', 'serviceurl'],
  }
  const { payload } = await jwtVerify(token, keyFor, rules).catch(refuse)
  if (payload.aud !== trust.appId) throw new AppError('unauthenticated', 'The token is for several audiences')
  const bearer = { claims: texts(payload), endorsements: key?.endorsements ?? [] }
  const [from, until] = [(payload.nbf ?? 0) - SKEW_S, (payload.exp ?? 0) + SKEW_S]
  return { bearer, from: from * 1000, until: until * 1000 }
}

/** The reason is one of jose's codes and names at most a claim; nothing of the token itself. */
function refuse(thrown: unknown): never {
  if (thrown instanceof AppError) throw thrown
  const code = thrown instanceof errors.JOSEError ? thrown.code : 'malformed'
  const claim = thrown instanceof errors.JWTClaimValidationFailed ? ` ${thrown.claim}` : ''
  throw new AppError('unauthenticated', `The token does not hold: ${code}${claim}`, { cause: thrown })
}

function texts(payload: JWTPayload): Readonly<Record<string, string>> {
  const entries = Object.entries(payload).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(entries)
}

/** A Map keeps its order of insertion, and each use inserts anew. */
function forgetOldest(remembered: Map<string, unknown>): void {
  const [oldest] = remembered.keys()
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest)
}
