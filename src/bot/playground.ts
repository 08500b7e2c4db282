/** Microsoft's Agents Playground: the chat page of local mode, in a process of its own. */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Logger } from './logger.ts'

export interface PlaygroundOptions {
  /** Where the bot listens, `http://127.0.0.1:3978/api/messages`. */
  readonly endpoint: string
  /** 0, or a port that is taken: any free one. */
  readonly port: number
  readonly log: Logger
  /** Where to look for the package; by default where this file would. */
  readonly from?: string
}

/** started: the page answers. absent: it does not, and `reason` says why in a plain sentence. */
export type Playground =
  | { readonly kind: 'started'; readonly url: string; stop(): Promise<void> }
  | { readonly kind: 'absent'; readonly reason: string }

type Child = ChildProcessByStdio<Writable, Readable, Readable>

const PACKAGE = '@microsoft/m365agentsplayground'
const PATIENCE_MS = 30_000

/** Never rejects: without a chat page Deskhand still works. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const program = programOf(options.from ?? import.meta.url)
  if (program === undefined) {
    return { kind: 'absent', reason: `There is no chat page: the package ${PACKAGE} is not installed` }
  }
  const child = start(program, options)
  const url = await answering(child, options.log)
  if (url === undefined) {
    await stop(child)
    return { kind: 'absent', reason: 'There is no chat page: the Agents Playground did not start' }
  }
  child.once('exit', code => options.log.info({ code }, 'the playground has ended'))
  return { kind: 'started', url, stop: () => stop(child) }
}

function programOf(from: string): string | undefined {
  try {
    return createRequire(from).resolve(`${PACKAGE}/cli.js`)
  } catch {
    return undefined
  }
}

function start(program: string, { endpoint, port }: PlaygroundOptions): Child {
  const preload = new URL('./playground-preload.ts', import.meta.url).href
  const play = ['start', '--app-endpoint', endpoint, '--channel-id', 'msteams', '--port', String(port)]
  const args = ['--import', preload, program, ...play, '--disable-telemetry']
  const child = spawn(process.execPath, args, { env: environment(), stdio: ['pipe', 'pipe', 'pipe'] })
  // A process that cannot be made ends its output at once, which is how we notice.
  return child.on('error', () => {})
}

/**
 * The playground deletes its log file before it writes it, so the file gets a folder of its own. It talks to this
 * machine only, so it needs no proxy, and none of our settings either.
 */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => KEPT.includes(name.toUpperCase()))
  const logFile = join(mkdtempSync(join(tmpdir(), 'deskhand-playground-')), 'playground.log')
  return {
    ...Object.fromEntries(kept),
    TEAMSAPPTESTER_BROWSER: 'none',
    BROWSER: 'none',
    M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
    APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
  }
}

const KEPT = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'LANG',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SYSTEMROOT',
  'COMSPEC',
  'WINDIR',
]

/** The page's address once it answers; undefined when the process ends first or says nothing for 30 s. */
async function answering(child: Child, log: Logger): Promise<string | undefined> {
  createInterface(child.stderr).on('line', line => log.debug({ line }, 'playground'))
  const lines = createInterface(child.stdout)
  const giveUp = setTimeout(() => lines.close(), PATIENCE_MS)
  const url = await firstAddress(lines)
  clearTimeout(giveUp)
  child.stdout.resume()
  return url
}

async function firstAddress(lines: AsyncIterable<string>): Promise<string | undefined> {
  for await (const line of lines) {
    const port = /^Listening on (\d+)$/.exec(line)?.[1]
    if (port !== undefined && (await isUp(`http://127.0.0.1:${port}/`))) return `http://127.0.0.1:${port}/`
  }
  return undefined
}

async function isUp(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
  await response?.body?.cancel()
  return response?.ok === true
}

async function stop(child: Child): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.stdin.end()
  const force = setTimeout(() => child.kill('SIGKILL'), 2_000)
  await ended
  clearTimeout(force)
}
