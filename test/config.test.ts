import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { AppError } from '../src/errors.ts'

const APP = '6f1d8a52-3c47-4b0e-9d15-72ab8e60c3f4'
const TENANT = 'ABCDEF12-3c47-4b0e-9d15-72ab8e60c3f4'
const SECRET = 'Xy78Q~made-up-secret-value-42'
const bot = {
  MICROSOFT_APP_ID: APP,
  MICROSOFT_APP_TENANT_ID: TENANT,
  MICROSOFT_APP_PASSWORD: SECRET,
}

/** The problems of an environment; none when it is good. */
function problems(env: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(AppError)
    expect((thrown as AppError).code).toBe('configuration')
    return (thrown as AppError).problems
  }
}

test('with nothing set, Deskhand runs on this machine for this machine', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 3978,
    database: { kind: 'sqlite', path: 'data/deskhand.db' },
    knowledge: {},
    identity: { kind: 'local' },
    playground: { port: 56_150 },
    defaultLanguage: 'en',
    logLevel: 'info',
  })
})

test('a registered bot believes Microsoft and answers to Teams', () => {
  const { identity, playground } = readConfig({ ...bot, HOST: '0.0.0.0', NODE_ENV: 'production' })
  expect(identity).toMatchObject({
    kind: 'azure',
    type: 'SingleTenant',
    appId: APP,
    password: SECRET,
    allowedTenants: [TENANT.toLowerCase()],
    issuer: 'https://api.botframework.com',
    metadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  })
  expect(playground).toBeUndefined()
})

test('a managed identity has no password', () => {
  const { MICROSOFT_APP_PASSWORD: _none, ...rest } = bot
  const { identity } = readConfig({ ...rest, MICROSOFT_APP_TYPE: 'UserAssignedMSI' })
  expect(identity).not.toHaveProperty('password')
})

test('everything else can be set', () => {
  const config = readConfig({
    ...bot,
    PORT: '0',
    DATABASE_URL: 'sqlite:/var/lib/deskhand/cases.db',
    KNOWLEDGE_DIR: tmpdir(),
    KNOWLEDGE_PACKS: 'ipsec, printers',
    ALLOWED_TENANTS: `${TENANT}, ${APP}`,
    AGENTS_CHANNEL: '19:abc@thread.tacv2',
    DEFAULT_LANGUAGE: 'de',
    LOG_LEVEL: 'debug',
  })
  expect(config).toMatchObject({
    port: 0,
    database: { path: '/var/lib/deskhand/cases.db' },
    knowledge: { dir: tmpdir(), packs: ['ipsec', 'printers'] },
    agents: { conversationId: '19:abc@thread.tacv2', serviceUrl: 'https://smba.trafficmanager.net/teams/' },
    identity: { allowedTenants: [TENANT.toLowerCase(), APP] },
    defaultLanguage: 'de',
    logLevel: 'debug',
  })
})

describe('PostgreSQL', () => {
  function server(url: string) {
    const { database } = readConfig({ ...bot, DATABASE_URL: url })
    if (database.kind !== 'postgres') throw new Error('that is no PostgreSQL')
    return database.server
  }

  test('is named by an address', () => {
    const { password, ...named } = server('postgres://desk%20hand:p%40ss@db.example:6432/cases')
    expect(named).toEqual({
      host: 'db.example',
      port: 6432,
      database: 'cases',
      user: 'desk hand',
      tls: 'checked',
    })
    expect(password()).toBe('p@ss')
  })

  test.each([
    ['db.example', '', 'checked'],
    ['127.0.0.1', '', 'off'],
    ['db.example', '?sslmode=disable', 'off'],
    ['db.example', '?sslmode=require', 'unchecked'],
    ['127.0.0.1', '?sslmode=verify-full', 'checked'],
  ])('on %s%s has its certificate %s', (host, options, tls) => {
    expect(server(`postgresql://u:p@${host}/d${options}`).tls).toBe(tls)
  })

  test('shows its password to nobody who prints the configuration', () => {
    const config = readConfig({ ...bot, DATABASE_URL: 'postgres://u:hunter2@h/d' })
    expect(inspect(config, { depth: 9 }) + JSON.stringify(config)).not.toContain('hunter2')
  })
})

test('PLAYGROUND=off starts no chat page', () => {
  expect(readConfig({ PLAYGROUND: 'off' })).not.toHaveProperty('playground')
})

const wrong: readonly [string, Record<string, string>, RegExp][] = [
  ['a host of the network without a bot', { HOST: '0.0.0.0' }, /^HOST is "0.0.0.0".*no authentication/],
  ['a host name without a bot', { HOST: 'localhost.example' }, /^HOST is/],
  ['every IPv6 interface without a bot', { HOST: '::' }, /^HOST is/],
  ['a host that is none', { ...bot, HOST: 'http://x' }, /^HOST .*expected an IP address or a host name/],
  ['production without a bot', { NODE_ENV: 'production' }, /^NODE_ENV is production/],
  ['an environment nobody knows', { NODE_ENV: 'prod' }, /^NODE_ENV is "prod"/],
  ['a port that is a word', { PORT: 'http' }, /^PORT is "http"/],
  ['a port that is too high', { PORT: '65536' }, /^PORT is 65536/],
  ['a port that is negative', { PORT: '-1' }, /^PORT is "-1"/],
  [
    'PostgreSQL in local mode',
    { DATABASE_URL: 'postgres://u:p@h/d' },
    /local mode works with sqlite:PATH only/,
  ],
  ['PostgreSQL without a database', { ...bot, DATABASE_URL: 'postgres://u:p@h' }, /cannot be read; expected/],
  ['PostgreSQL without a user', { ...bot, DATABASE_URL: 'postgres://h/d' }, /cannot be read; expected/],
  [
    'PostgreSQL with a password that is not encoded',
    { ...bot, DATABASE_URL: 'postgres://u:100%@h/d' },
    /cannot be read.*%40/,
  ],
  [
    'PostgreSQL that may speak in the clear',
    { ...bot, DATABASE_URL: 'postgres://u:p@h/d?sslmode=prefer' },
    /unknown sslmode; expected disable, require, verify-ca, verify-full/,
  ],
  [
    'PostgreSQL with certificates that are not there',
    { ...bot, DATABASE_URL: 'postgres://u:p@h/d?sslrootcert=/none.pem' },
    /sslrootcert=\/none.pem, which cannot be read/,
  ],
  [
    'PostgreSQL with other options',
    { ...bot, DATABASE_URL: 'postgres://u:p@h/d?pool=9' },
    /has pool; only sslmode/,
  ],
  ['another database', { DATABASE_URL: 'mysql://x' }, /^DATABASE_URL has an unknown form/],
  ['a database without a file', { DATABASE_URL: 'sqlite:' }, /^DATABASE_URL names no file/],
  ['a database with slashes', { DATABASE_URL: 'sqlite:///data/x.db' }, /^DATABASE_URL has slashes/],
  ['a bot that forgets', { ...bot, DATABASE_URL: 'sqlite::memory:' }, /^DATABASE_URL keeps nothing/],
  [
    'a folder that is not there',
    { KNOWLEDGE_DIR: '/no/such/folder' },
    /^KNOWLEDGE_DIR is "\/no\/such\/folder"/,
  ],
  ['a pack with a path', { KNOWLEDGE_PACKS: 'ipsec,../etc' }, /^KNOWLEDGE_PACKS contains "\.\.\/etc"/],
  ['an empty pack', { KNOWLEDGE_PACKS: 'ipsec,' }, /^KNOWLEDGE_PACKS contains ""/],
  ['a level nobody logs at', { LOG_LEVEL: 'verbose' }, /^LOG_LEVEL is "verbose"; expected fatal, error/],
  ['a language that is a sentence', { DEFAULT_LANGUAGE: 'German' }, /^DEFAULT_LANGUAGE is "German"/],
  [
    'a chat page that is neither on nor off',
    { PLAYGROUND: 'false' },
    /^PLAYGROUND is "false"; expected on, off/,
  ],
  ['a chat page beside a bot', { ...bot, PLAYGROUND: 'on' }, /^PLAYGROUND is on/],
  [
    'a secret without a bot',
    { MICROSOFT_APP_PASSWORD: SECRET },
    /^MICROSOFT_APP_ID is missing although MICROSOFT_APP_PASSWORD/,
  ],
  ['tenants without a bot', { ALLOWED_TENANTS: TENANT }, /^MICROSOFT_APP_ID is missing/],
  ['an empty bot', { MICROSOFT_APP_ID: '' }, /^MICROSOFT_APP_ID is set but empty/],
  ['a bot of spaces', { MICROSOFT_APP_ID: '  ' }, /^MICROSOFT_APP_ID is set but empty/],
  [
    'a bot of zeros',
    { ...bot, MICROSOFT_APP_ID: '00000000-0000-0000-0000-000000000000' },
    /^MICROSOFT_APP_ID is "0000/,
  ],
  [
    'a bot from the manual',
    { ...bot, MICROSOFT_APP_ID: '<your app id>' },
    /^MICROSOFT_APP_ID is "<your app id>"/,
  ],
  ['a tenant by name', { ...bot, MICROSOFT_APP_TENANT_ID: 'contoso.example' }, /^MICROSOFT_APP_TENANT_ID is/],
  ['every tenant', { ...bot, MICROSOFT_APP_TENANT_ID: 'common' }, /^MICROSOFT_APP_TENANT_ID is "common"/],
  ['everybody’s tenant', { ...bot, ALLOWED_TENANTS: '*' }, /^ALLOWED_TENANTS contains "\*"/],
  ['a short secret', { ...bot, MICROSOFT_APP_PASSWORD: 'short' }, /^MICROSOFT_APP_PASSWORD is too short/],
  [
    'a simple secret',
    { ...bot, MICROSOFT_APP_PASSWORD: 'xxxxxxxxxxxxxxxxxxxx' },
    /^MICROSOFT_APP_PASSWORD is too short or too simple/,
  ],
  [
    'the secret’s id',
    { ...bot, MICROSOFT_APP_PASSWORD: TENANT },
    /^MICROSOFT_APP_PASSWORD is the secret’s ID/,
  ],
  [
    'a secret with a space',
    { ...bot, MICROSOFT_APP_PASSWORD: `${SECRET} ` },
    /^MICROSOFT_APP_PASSWORD begins or ends with a space/,
  ],
  [
    'a kind of bot nobody knows',
    { ...bot, MICROSOFT_APP_TYPE: 'singletenant' },
    /^MICROSOFT_APP_TYPE is "singletenant"/,
  ],
  [
    'a managed identity with a secret',
    { ...bot, MICROSOFT_APP_TYPE: 'UserAssignedMSI' },
    /^MICROSOFT_APP_PASSWORD is set, but/,
  ],
  [
    'an agents’ channel by link',
    { ...bot, AGENTS_CHANNEL: 'https://teams.microsoft.com/l/channel/19%3a' },
    /^AGENTS_CHANNEL must be/,
  ],
  [
    'a look-alike of Teams',
    { ...bot, AGENTS_CHANNEL: '19:a@thread.tacv2', AGENTS_SERVICE_URL: 'https://smba.example/' },
    /^AGENTS_SERVICE_URL is .* not the Bot Connector/,
  ],
  ['Teams in local mode', { AGENTS_CHANNEL: 'a' }, /^AGENTS_SERVICE_URL is .* not on this machine/],
  [
    'an address without a channel',
    { AGENTS_SERVICE_URL: 'http://127.0.0.1:1/' },
    /^AGENTS_SERVICE_URL is set without/,
  ],
]

test.each(wrong)('%s is refused, with the cure', (_what, env, sentence) => {
  const found = problems(env)
  expect(found).toContainEqual(expect.stringMatching(sentence))
})

test.each(['MICROSOFT_APP_TENANT_ID', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_ID'])(
  'a bot without %s is half done',
  name => {
    expect(problems({ ...bot, [name]: undefined })).toContainEqual(
      expect.stringMatching(`^${name} is missing`),
    )
  },
)

test('a bot of many tenants must say whose employees may write', () => {
  const many = { ...bot, MICROSOFT_APP_TYPE: 'MultiTenant', MICROSOFT_APP_TENANT_ID: undefined }
  expect(problems(many)).toEqual([expect.stringMatching(/^ALLOWED_TENANTS is missing/)])
  expect(problems({ ...many, ALLOWED_TENANTS: TENANT })).toEqual([])
})

test('every problem is reported at once, one line each', () => {
  const env = { PORT: 'x', LOG_LEVEL: 'y', MICROSOFT_APP_ID: 'z', DATABASE_URL: 'mysql://root:hunter2@h' }
  const found = problems(env)
  expect(found).toHaveLength(6)
  expect(() => readConfig(env)).toThrow(`The configuration has 6 problems:\n  - ${found.join('\n  - ')}`)
})

test.each(['hunter2', `${SECRET} `, TENANT])('the secret %j is never shown', secret => {
  const urls = [`mysql://u:${secret}@h`, `postgres://u:${secret}@h`, `postgres://u:${secret}%@h/d?sslmode=x`]
  const shown = urls
    .flatMap(DATABASE_URL => problems({ MICROSOFT_APP_PASSWORD: secret, DATABASE_URL }))
    .join()
  expect(shown).not.toContain(secret.trim())
})

const trust = {
  appId: APP,
  tenantId: TENANT,
  issuer: 'https://api.botframework.com',
  metadata: 'http://127.0.0.1:5000/.well-known/openidconfiguration',
  connectorHosts: ['127.0.0.1:5001', 'localhost:5002'],
}

function fileWith(content: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), 'deskhand-config-')), 'trust.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

test('a trust file turns authentication on, with its own keys and connectors', () => {
  const config = readConfig({
    TRUST_FILE: fileWith(trust),
    AGENTS_CHANNEL: 'agents',
    AGENTS_SERVICE_URL: 'http://127.0.0.1:5001/',
  })
  expect(config.identity).toEqual({ kind: 'trusted', ...trust, allowedTenants: [TENANT.toLowerCase()] })
  expect(config).not.toHaveProperty('playground')
})

const untrusted: readonly [string, unknown, RegExp][] = [
  ['that is not JSON', '{', /^TRUST_FILE cannot be read/],
  ['that is a list', [], /^TRUST_FILE: expected a JSON object/],
  [
    'with keys from elsewhere',
    { ...trust, metadata: 'https://evil.example/keys' },
    /"metadata" must be an address on this machine/,
  ],
  [
    'with keys from a look-alike',
    { ...trust, metadata: 'http://127.0.0.1.evil.example/' },
    /"metadata" must be/,
  ],
  [
    'with a connector elsewhere',
    { ...trust, connectorHosts: ['evil.example'] },
    /"connectorHosts" must list hosts on this machine/,
  ],
  [
    'with one connector elsewhere',
    { ...trust, connectorHosts: ['127.0.0.1:1', 'evil.example'] },
    /"connectorHosts" must list/,
  ],
  ['without connectors', { ...trust, connectorHosts: [] }, /"connectorHosts" must list/],
  ['with an empty bot', { ...trust, appId: '' }, /"appId" must be a text/],
  ['without an issuer', { ...trust, issuer: undefined }, /"issuer" must be a text/],
  ['with a typing error', { ...trust, tenant: TENANT }, /unknown field "tenant"/],
]

test.each(untrusted)('a trust file %s is refused', (_what, content, sentence) => {
  expect(problems({ TRUST_FILE: fileWith(content) })).toContainEqual(expect.stringMatching(sentence))
})

test.each([
  ['that is not there', { TRUST_FILE: '/no/such/file' }, /^TRUST_FILE cannot be read/],
  ['for the network', { TRUST_FILE: fileWith(trust), HOST: '0.0.0.0' }, /^HOST is "0.0.0.0"/],
  ['in production', { TRUST_FILE: fileWith(trust), NODE_ENV: 'production' }, /^NODE_ENV is production/],
  [
    'beside a registered bot',
    { TRUST_FILE: fileWith(trust), ...bot },
    /^MICROSOFT_APP_ID and TRUST_FILE are both set/,
  ],
  ['of no name', { TRUST_FILE: '' }, /^TRUST_FILE is set but empty/],
])('a trust file %s is refused', (_what, env, sentence) => {
  expect(problems(env)).toContainEqual(expect.stringMatching(sentence))
})
