/** The far side's identity service: publishes its keys as the Bot Framework does, and signs tokens with them. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type CryptoKey,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWK,
  type JWTHeaderParameters,
  SignJWT,
} from 'jose'

export const APP_ID = '11111111-2222-4333-8444-555555555555'
export const TENANT_ID = '99999999-8888-4777-8666-555555555555'

export interface IssuerOptions {
  /** Loopback port; any free one unless told. */
  readonly port?: number
  /** Epoch milliseconds, for the times in tokens. */
  readonly now?: () => number
}

export interface Issuer {
  /** Address of the OpenID document. */
  readonly metadata: string
  readonly port: number
  /** How often the keys were asked for. */
  keyFetches(): number
  /** A token for this bot, good for an hour; claims and header fields as told, `undefined` removes one. */
  sign(claims?: Readonly<Record<string, unknown>>, header?: Partial<JWTHeaderParameters>): Promise<string>
  /** A new key takes the place of the old one, endorsed for these channels. */
  rotate(endorsements?: readonly string[]): Promise<void>
  /** The public key as PEM, which a forger has too. */
  publicKey(): Promise<string>
  /** answer: as it should. hang: never. fail: with status 500. */
  behave(how: 'answer' | 'hang' | 'fail'): void
  close(): Promise<void>
}

interface Signing {
  readonly jwk: JWK
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
}

export async function startIssuer({ port = 0, now = Date.now }: IssuerOptions = {}): Promise<Issuer> {
  let signing = await newKey(['msteams'])
  let how: 'answer' | 'hang' | 'fail' = 'answer'
  let fetches = 0
  const server = createServer((req, res) => {
    if (req.url === '/keys') fetches++
    if (how === 'hang') return
    if (how === 'fail') res.statusCode = 500
    answer(
      res,
      req.url === '/keys' ? { keys: [signing.jwk] } : openId((server.address() as AddressInfo).port),
    )
  })
  await new Promise<void>(listening => server.listen(port, '127.0.0.1', listening))
  const { port: bound } = server.address() as AddressInfo
  return {
    metadata: `http://127.0.0.1:${bound}/.well-known/openidconfiguration`,
    port: bound,
    keyFetches: () => fetches,
    sign: (claims, header) => sign(signing, now(), claims, header),
    rotate: async (endorsements = ['msteams']) => {
      signing = await newKey(endorsements)
    },
    publicKey: () => exportSPKI(signing.publicKey),
    behave: next => {
      how = next
    },
    close: async () => {
      const closed = new Promise(done => server.close(done))
      server.closeAllConnections()
      await closed
    },
  }
}

/** Writes a trust file for this issuer, and for connectors at these hosts, into a new folder. Answers its path. */
export function trustFile(issuer: Pick<Issuer, 'metadata'>, connectorHosts: readonly string[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'deskhand-trust-')), 'trust.json')
  const identity = { appId: APP_ID, tenantId: TENANT_ID, issuer: 'https://api.botframework.com' }
  writeFileSync(path, JSON.stringify({ ...identity, metadata: issuer.metadata, connectorHosts }))
  return path
}

let made = 0

async function newKey(endorsements: readonly string[]): Promise<Signing> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const kid = `key-${++made}`
  const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', x5t: kid, endorsements }
  return { jwk, publicKey, privateKey }
}

function openId(port: number): object {
  return {
    issuer: 'https://api.botframework.com',
    authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: `http://127.0.0.1:${port}/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
  }
}

function sign(
  { jwk, privateKey }: Signing,
  now: number,
  claims: Readonly<Record<string, unknown>> = {},
  header: Partial<JWTHeaderParameters> = {},
): Promise<string> {
  const seconds = Math.floor(now / 1000)
  const usual = { iss: 'https://api.botframework.com', aud: APP_ID, nbf: seconds - 60, exp: seconds + 3600 }
  return new SignJWT({ serviceurl: 'https://smba.trafficmanager.net/emea/', ...usual, ...claims })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(jwk.kid ? { kid: jwk.kid } : {}), ...header })
    .sign(privateKey)
}

function answer(res: ServerResponse, body: object): void {
  res.setHeader('content-type', 'application/json').end(JSON.stringify(body))
}
