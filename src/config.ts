/**
 * Environment -> Config. Everything the operator can set is read here, once, and checked; every problem is reported
 * at the same time, with its cure. Proxies (HTTPS_PROXY) and own CAs (NODE_EXTRA_CA_CERTS) are read by Node itself.
 */
import { statSync } from 'node:fs'
import { isIP } from 'node:net'
import { readDatabase } from './config/database.ts'
import { type Identity, readIdentity } from './config/identity.ts'
import { type Environment, type Reader, reader } from './config/reader.ts'
import { serviceUrlFault } from './config/service-url.ts'
import { AppError } from './errors.ts'
import type { Database } from './store/open.ts'

export type { AppType, Identity, Trust } from './config/identity.ts'
export { isLoopback } from './config/loopback.ts'
export { sameServiceUrl, serviceUrlFault } from './config/service-url.ts'

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LEVELS)[number]

export interface Config {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly database: Database
  /** dir: the helpdesk's own folder, laid over the shipped packs. packs: names of packs; absent: all. */
  readonly knowledge: { readonly dir?: string; readonly packs?: readonly string[] }
  readonly identity: Identity
  /** The chat page of local mode; absent: not started. Port 0: any free port. */
  readonly playground?: { readonly port: number }
  /** The agents' channel in Teams; absent: nobody is told of a hand-over. */
  readonly agents?: { readonly conversationId: string; readonly serviceUrl: string }
  readonly defaultLanguage: string
  readonly logLevel: LogLevel
}

/** Throws AppError('configuration') whose `problems` are all that is wrong. */
export function readConfig(env: Environment): Config {
  const problems: string[] = []
  const read = reader(env, problems)
  const config = readAll(read)
  if (problems.length > 0) {
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`
    const list = problems.map(problem => `  - ${problem}`).join('\n')
    throw new AppError('configuration', `The configuration has ${count}:\n${list}`, { problems })
  }
  return config
}

function readAll(read: Reader): Config {
  read.oneOf('NODE_ENV', ['production', 'development', 'test'], 'development')
  const host = hostOf(read)
  const identity = readIdentity(read, host)
  const playground = playgroundOf(read, identity)
  const agents = agentsOf(read, identity)
  return {
    host,
    port: read.port('PORT', 3978),
    database: readDatabase(read, identity),
    knowledge: knowledgeOf(read),
    identity,
    ...(playground === undefined ? {} : { playground }),
    ...(agents === undefined ? {} : { agents }),
    defaultLanguage:
      read.matching('DEFAULT_LANGUAGE', /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a language such as en or de') ??
      'en',
    logLevel: read.oneOf('LOG_LEVEL', LEVELS, 'info'),
  }
}

function hostOf(read: Reader): string {
  const host = read.text('HOST') ?? '127.0.0.1'
  const isName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host) && !/^[\d.]+$/.test(host)
  if (isIP(host) === 0 && !isName) read.problem(`HOST is "${host}"; expected an IP address or a host name`)
  return host
}

function knowledgeOf(read: Reader): Config['knowledge'] {
  const dir = read.text('KNOWLEDGE_DIR')
  const packs = read.list('KNOWLEDGE_PACKS', /^[a-z0-9][a-z0-9-]*$/, 'names of packs between commas')
  if (dir !== undefined && statSync(dir, { throwIfNoEntry: false })?.isDirectory() !== true) {
    read.problem(`KNOWLEDGE_DIR is "${dir}", which is not a folder`)
  }
  return { ...(dir === undefined ? {} : { dir }), ...(packs === undefined ? {} : { packs }) }
}

/** The chat page has no sign-in, so it exists in local mode only. */
function playgroundOf(read: Reader, identity: Identity): Config['playground'] {
  const port = read.port('PLAYGROUND_PORT', 56_150)
  const wanted = read.oneOf('PLAYGROUND', ['on', 'off'], identity.kind === 'local' ? 'on' : 'off')
  if (wanted === 'off') return undefined
  if (identity.kind !== 'local') read.problem('PLAYGROUND is on, but the chat page works in local mode only')
  return { port }
}

function agentsOf(read: Reader, identity: Identity): Config['agents'] {
  const conversationId = read.text('AGENTS_CHANNEL')
  const serviceUrl = read.text('AGENTS_SERVICE_URL') ?? 'https://smba.trafficmanager.net/teams/'
  if (conversationId === undefined) {
    if (read.isSet('AGENTS_SERVICE_URL'))
      read.problem('AGENTS_SERVICE_URL is set without AGENTS_CHANNEL; give both')
    return undefined
  }
  if (identity.kind === 'azure' && !/^19:.+@thread\./.test(conversationId)) {
    read.problem('AGENTS_CHANNEL must be a channel’s conversation id, 19:…@thread.tacv2')
  }
  const fault = serviceUrlFault(serviceUrl, identity)
  if (fault !== undefined) read.problem(`AGENTS_SERVICE_URL is ${serviceUrl}, which ${fault}`)
  return { conversationId, serviceUrl }
}
