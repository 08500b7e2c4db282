/** Connections to PostgreSQL, the one way Deskhand makes them. */
import { hostname } from 'node:os'
import pg from 'pg'

export type { Client, Pool } from 'pg'
/** What PostgreSQL itself says is wrong, with its code. */
export const { DatabaseError } = pg

export interface Server {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  /** A function, so that no log and no error shows it with the rest. */
  readonly password: () => string
  /** off: plain. unchecked: encrypted, whoever answers. checked: the certificate must be good and the host's own. */
  readonly tls: 'off' | 'unchecked' | 'checked'
  /** The certificates of authorities to trust instead of Node's, as PEM. */
  readonly ca?: string
}

/** Statements take milliseconds; who takes longer stands in the way of all others. */
const limits = {
  connectionTimeoutMillis: 3_000,
  statement_timeout: 6_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
  /** On this side, for a server that says nothing at all any more. */
  query_timeout: 7_000,
}

const bigint = 20
/** Ids and times stay below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === bigint ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

export function openPool(server: Server, connections: number): pg.Pool {
  return quiet(new pg.Pool({ ...settings(server), ...limits, max: connections, idleTimeoutMillis: 60_000 }))
}

/** Who waits for an answer is told when a connection breaks. Nobody else needs to know: it is replaced when needed. */
function quiet(pool: pg.Pool): pg.Pool {
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

/** For migrations: one connection, whose statements may take as long as they need. */
export function openPatientPool(server: Server): pg.Pool {
  const { connectionTimeoutMillis } = limits
  return quiet(new pg.Pool({ ...settings(server), connectionTimeoutMillis, lock_timeout: 120_000, max: 1 }))
}

/** One connection outside the pool, to listen on. The caller connects and ends it. */
export function lonelyClient(server: Server): pg.Client {
  const client = new pg.Client({ ...settings(server), ...limits })
  client.on('error', () => {})
  return client
}

function settings({ tls, ca, password, ...server }: Server) {
  return {
    ...server,
    password: () => password(),
    application_name: `deskhand ${instanceName()}`.slice(0, 63),
    keepAlive: true,
    types,
    ssl: tls !== 'off' && { rejectUnauthorized: tls === 'checked', ...(ca !== undefined && { ca }) },
  }
}

/** Tells the operator which process it is. */
export function instanceName(): string {
  return `${hostname()}/${process.pid}`
}
