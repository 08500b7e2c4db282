/**
 * The keys that sign the Bot Connector's tokens.
 *
 * jose's createRemoteJWKSet is not used: its pause between fetches counts from the last success, so that with the
 * issuer down every forged token would fetch again; it refuses everyone when its keys are old and the issuer is down;
 * it knows neither the OpenID document that names the keys' address nor endorsements.
 */
import { type CryptoKey, importJWK } from 'jose'
import { isLoopback } from '../../config.ts'
import { AppError, messageOf } from '../../errors.ts'
import type { Logger } from '../logger.ts'

export interface Key {
  readonly key: CryptoKey | Uint8Array
  /** Channels for which this key may sign. */
  readonly endorsements: readonly string[]
}

export interface Keys {
  /** undefined: the issuer has no such key. Rejects with AppError('busy') when that cannot be known now. */
  find(id: string): Promise<Key | undefined>
  /** Rejects with AppError('busy') as long as there is no key at all. */
  ready(): Promise<void>
}

/** Between two fetches, whatever asks for them: forged key ids must not make us hammer the issuer. */
const PAUSE_MS = 30_000
/** For both documents together. */
const TIMEOUT_MS = 2_000
/** Keys older than this are fetched anew in the background, and serve until then. The issuer asks for once a day. */
const OLD_MS = 6 * 3_600_000

/** `now` in epoch milliseconds. Nothing is fetched before the first question. */
export function remoteKeys(metadata: string, now: () => number, log: Logger): Keys {
  let keys: ReadonlyMap<string, Key> | undefined
  let flight: Promise<void> | undefined
  let startedAt = Number.NEGATIVE_INFINITY
  let loadedAt = Number.NEGATIVE_INFINITY
  let failed = false

  const refresh = (): Promise<void> => {
    if (flight === undefined && !isWithin(startedAt, PAUSE_MS)) {
      startedAt = now()
      flight = load(metadata).then(loaded, notLoaded)
    }
    return flight ?? Promise.resolve()
  }
  const loaded = (fresh: ReadonlyMap<string, Key>): void => {
    keys = fresh
    loadedAt = now()
    failed = false
    flight = undefined
  }
  const notLoaded = (thrown: unknown): void => {
    failed = true
    flight = undefined
    log.warn(
      { reason: messageOf(thrown), serving: keys?.size ?? 0 },
      'the keys of the token issuer cannot be read',
    )
  }
  /** A clock that was set back counts as time that has passed. */
  const isWithin = (since: number, ms: number): boolean => now() >= since && now() - since < ms

  const find = async (id: string): Promise<Key | undefined> => {
    const known = keys?.get(id)
    if (known === undefined) await refresh()
    else if (!isWithin(loadedAt, OLD_MS)) void refresh()
    const found = known ?? keys?.get(id)
    if (found === undefined && failed) throw unreadable()
    return found
  }
  const ready = async (): Promise<void> => {
    if (keys === undefined) await refresh()
    if (keys === undefined) throw unreadable()
  }
  return { find, ready }
}

function unreadable(): AppError {
  return new AppError('busy', 'The keys of the token issuer cannot be read')
}

async function load(metadata: string): Promise<ReadonlyMap<string, Key>> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const openId = await fetchObject(metadata, signal)
  const address = openId.jwks_uri
  if (typeof address !== 'string' || !isSafe(address)) throw new Error('jwks_uri is not a safe address')
  const { keys } = await fetchObject(address, signal)
  const usable = (await Promise.all(Array.isArray(keys) ? keys.map(toKey) : [])).filter(
    key => key !== undefined,
  )
  if (usable.length === 0) throw new Error('the issuer lists no usable key')
  return new Map(usable)
}

/** http only on this machine, where a trust file may point; otherwise anybody on the way could hand us keys. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}

async function fetchObject(address: string, signal: AbortSignal): Promise<Record<string, unknown>> {
  const response = await fetch(address, {
    signal,
    redirect: 'error',
    headers: { accept: 'application/json' },
  })
  if (response.status !== 200) throw new Error(`${new URL(address).host} answered ${response.status}`)
  const parsed: unknown = await response.json()
  if (typeof parsed !== 'object' || parsed === null) throw new Error('expected a JSON object')
  return { ...parsed }
}

/** One broken entry must not cost us the others. */
async function toKey(jwk: Record<string, unknown> | null): Promise<[string, Key] | undefined> {
  const { kty, use = 'sig', kid, n, e, endorsements } = jwk ?? {}
  if (kty !== 'RSA' || use !== 'sig') return undefined
  if (typeof kid !== 'string' || typeof n !== 'string' || typeof e !== 'string') return undefined
  const key = await importJWK({ kty, n, e }, 'RS256').catch(() => undefined)
  const channels = Array.isArray(endorsements) ? endorsements.filter(one => typeof one === 'string') : []
  return key && [kid, { key, endorsements: channels }]
}
