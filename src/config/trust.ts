/**
 * The trust file: whose tokens to believe in tests and in development with authentication on.
 *
 * { "appId": "…", "tenantId": "…", "issuer": "https://api.botframework.com",
 *   "metadata": "http://127.0.0.1:5000/.well-known/openidconfiguration", "connectorHosts": ["127.0.0.1:5001"] }
 */
import { readFileSync } from 'node:fs'
import { messageOf } from '../errors.ts'
import { isLoopback } from './loopback.ts'
import type { Reader } from './reader.ts'

export interface TrustFile {
  readonly appId: string
  readonly tenantId: string
  readonly issuer: string
  readonly metadata: string
  readonly connectorHosts: readonly string[]
}

const TEXTS = ['appId', 'tenantId', 'issuer', 'metadata'] as const

/** Problems go to the reader; missing fields come back empty. */
export function readTrustFile(read: Reader): TrustFile {
  const fields = parse(read)
  const problem = (sentence: string): void => read.problem(`TRUST_FILE: ${sentence}`)
  for (const name of Object.keys(fields)) {
    if (name !== 'connectorHosts' && !TEXTS.some(text => text === name)) problem(`unknown field "${name}"`)
  }
  const [appId, tenantId, issuer, metadata] = TEXTS.map(name => text(fields, name, problem))
  const connectorHosts = hosts(fields.connectorHosts)
  if (!onThisMachine(metadata ?? '')) problem('"metadata" must be an address on this machine (127.0.0.1)')
  if (connectorHosts.length === 0)
    problem('"connectorHosts" must list hosts on this machine ("127.0.0.1:5001")')
  return {
    appId: appId ?? '',
    tenantId: tenantId ?? '',
    issuer: issuer ?? '',
    metadata: metadata ?? '',
    connectorHosts,
  }
}

function parse(read: Reader): Record<string, unknown> {
  const path = read.text('TRUST_FILE')
  if (path === undefined) return {}
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed }
    read.problem('TRUST_FILE: expected a JSON object')
  } catch (thrown) {
    read.problem(`TRUST_FILE cannot be read: ${messageOf(thrown)}`)
  }
  return {}
}

function text(fields: Record<string, unknown>, name: string, problem: (sentence: string) => void): string {
  const value = fields[name]
  if (typeof value === 'string' && value.trim() !== '') return value
  problem(`"${name}" must be a text`)
  return ''
}

/** Empty unless every host is on this machine: nothing that holds a token of ours may leave it. */
function hosts(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return []
  const all = value.filter(host => typeof host === 'string' && onThisMachine(`http://${host}/`))
  return all.length === value.length ? all : []
}

function onThisMachine(address: string): boolean {
  return URL.canParse(address) && isLoopback(new URL(address).hostname)
}
