/** A PostgreSQL for one bot, and the processor time that the server itself takes: it is none of the bot's. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { startPostgres } from '../../test/support/postgres.ts'

export interface DatabaseServer {
  /** As DATABASE_URL takes it. */
  readonly url: string
  /** Seconds of all processes of the server since its start; undefined where there is no /proc. */
  processorSeconds(): number | undefined
  close(): Promise<void>
}

/** It waits for the disk at each commit, as in production. */
export async function startServer(): Promise<DatabaseServer> {
  const cluster = await startPostgres({ durable: true })
  const { url, query } = await cluster.create()
  const [row] = await query("SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'")
  const postmaster = statOf(Number(row?.pid))?.parent
  return { url, processorSeconds: () => secondsOf(postmaster), close: () => cluster.stop() }
}

/** The postmaster's own time holds that of connections that have ended. */
function secondsOf(postmaster: number | undefined): number | undefined {
  const own = postmaster === undefined ? undefined : statOf(postmaster)
  if (!own) return undefined
  const stats = readdirSync('/proc').flatMap(name => statOf(Number(name)) ?? [])
  const children = stats.filter(({ parent }) => parent === postmaster)
  const ticks = children.reduce((sum, child) => sum + child.ticks, own.ticks + own.ticksOfEnded)
  return ticks / ticksPerSecond()
}

interface Stat {
  readonly parent: number
  readonly ticks: number
  readonly ticksOfEnded: number
}

/** Source: proc_pid_stat(5); the name in parentheses may hold anything. */
function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const at = (number: number) => fields[number - 3] ?? 0
    return { parent: at(4), ticks: at(14) + at(15), ticksOfEnded: at(16) + at(17) }
  } catch {
    return undefined
  }
}

let ticks: number | undefined

function ticksPerSecond(): number {
  ticks ??= Number(execFileSync('getconf', ['CLK_TCK']).toString())
  return ticks
}
