/** Who the bot is and whose tokens it believes. */
import { isLoopback } from './loopback.ts'
import type { Reader } from './reader.ts'
import { readTrustFile } from './trust.ts'

/** What a token must say, and where its keys and our answers are. */
export interface Trust {
  readonly appId: string
  /** Lower case. */
  readonly allowedTenants: readonly string[]
  readonly issuer: string
  /** Address of the OpenID document that names the keys. */
  readonly metadata: string
  /** Hosts (with port, unless it is the usual one) to which answers may go. */
  readonly connectorHosts: readonly string[]
}

export type AppType = 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI'

/**
 * local: no authentication, this machine only. azure: a registered bot. trusted: authentication is on, with the keys
 * of a trust file, on this machine only; for tests and development.
 */
export type Identity =
  | { readonly kind: 'local' }
  | (Trust & {
      readonly kind: 'azure'
      readonly type: AppType
      readonly tenantId?: string
      /** Absent for a managed identity. */
      readonly password?: string
    })
  | (Trust & { readonly kind: 'trusted'; readonly tenantId: string })

/**
 * The Bot Connector of Teams in the public cloud and the US government's GCC, as Microsoft's Teams SDK lists them.
 * Whole names only: anybody can register another name below trafficmanager.net.
 */
const TEAMS_HOSTS: readonly string[] = [
  'smba.trafficmanager.net',
  'smba.onyx.prod.teams.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
]

const REGISTRATION = [
  'MICROSOFT_APP_ID',
  'MICROSOFT_APP_PASSWORD',
  'MICROSOFT_APP_TENANT_ID',
  'MICROSOFT_APP_TYPE',
  'ALLOWED_TENANTS',
]

/** Problems go to the reader; the identity returned beside problems is not to be used. */
export function readIdentity(read: Reader, host: string): Identity {
  const registration = REGISTRATION.filter(read.isSet)
  if (read.isSet('TRUST_FILE')) return trusted(read, host, registration)
  if (registration.length > 0) return azure(read, registration)
  return local(read, host)
}

function local(read: Reader, host: string): Identity {
  onThisMachineOnly(read, host, 'Without MICROSOFT_APP_ID there is no authentication')
  return { kind: 'local' }
}

function trusted(read: Reader, host: string, registration: readonly string[]): Identity {
  onThisMachineOnly(read, host, 'TRUST_FILE replaces Microsoft’s keys')
  for (const name of registration) read.problem(`${name} and TRUST_FILE are both set; keep one of them`)
  const { tenantId, ...file } = readTrustFile(read)
  return { kind: 'trusted', ...file, tenantId, allowedTenants: [tenantId.toLowerCase()] }
}

function onThisMachineOnly(read: Reader, host: string, why: string): void {
  if (!isLoopback(host))
    read.problem(`HOST is "${host}". ${why}, so HOST must be 127.0.0.1, ::1 or localhost`)
  if (read.text('NODE_ENV') === 'production')
    read.problem(
      `NODE_ENV is production. ${why}; give the bot’s registration (MICROSOFT_APP_ID and the rest)`,
    )
}

function azure(read: Reader, set: readonly string[]): Identity {
  const appId = guid(read, 'MICROSOFT_APP_ID')
  if (!read.isSet('MICROSOFT_APP_ID')) {
    read.problem(
      `MICROSOFT_APP_ID is missing although ${set.join(', ')} is set; give it, or remove the others`,
    )
  }
  const type = read.oneOf(
    'MICROSOFT_APP_TYPE',
    ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'],
    'SingleTenant',
  )
  const tenantId = tenantOf(read, type)
  const password = passwordOf(read, type)
  return {
    kind: 'azure',
    type,
    appId: appId ?? '',
    ...(tenantId === undefined ? {} : { tenantId }),
    ...(password === undefined ? {} : { password }),
    allowedTenants: allowedTenants(read, type, tenantId),
    issuer: 'https://api.botframework.com',
    metadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    connectorHosts: TEAMS_HOSTS,
  }
}

function tenantOf(read: Reader, type: AppType): string | undefined {
  if (type !== 'MultiTenant' && !read.isSet('MICROSOFT_APP_TENANT_ID')) {
    read.problem(`MICROSOFT_APP_TENANT_ID is missing; a bot of type ${type} belongs to one tenant`)
  }
  return guid(read, 'MICROSOFT_APP_TENANT_ID')
}

/** The value never appears in a problem. */
function passwordOf(read: Reader, type: AppType): string | undefined {
  const name = 'MICROSOFT_APP_PASSWORD'
  const password = read.text(name)
  if (type === 'UserAssignedMSI') {
    if (read.isSet(name)) read.problem(`${name} is set, but a managed identity has none; remove it`)
    return undefined
  }
  if (!read.isSet(name)) read.problem(`${name} is missing; create a client secret for the app registration`)
  if (password === undefined) return undefined
  if (GUID.test(password))
    read.problem(`${name} is the secret’s ID; give the secret’s Value, shown once when it is made`)
  else if (password.length < 16 || new Set(password).size < 6)
    read.problem(`${name} is too short or too simple for a client secret; give the Value that Entra shows`)
  return password
}

function allowedTenants(read: Reader, type: AppType, tenantId: string | undefined): readonly string[] {
  const listed = read.list('ALLOWED_TENANTS', GUID, 'tenant ids between commas')
  const tenants = listed ?? (tenantId === undefined ? [] : [tenantId])
  if (tenants.length === 0 && type === 'MultiTenant') {
    read.problem('ALLOWED_TENANTS is missing; list the tenants whose employees may write to the bot')
  }
  return tenants.map(tenant => tenant.toLowerCase())
}

const GUID = /^(?!0{8}-0{4}-0{4})[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function guid(read: Reader, name: string): string | undefined {
  return read.matching(name, GUID, 'an id such as 6f1d8a52-3c47-4b0e-9d15-72ab8e60c3f4')
}
