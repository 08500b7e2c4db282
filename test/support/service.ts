/** Starts the real service, or any program that reports its health like it, as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface ServiceOptions {
  /** Where its output goes and, unless `env` says otherwise, its database. */
  readonly folder: string
  readonly port: number
  /** Added to a bare environment: nothing of the caller's own settings reaches the service. */
  readonly env?: Readonly<Record<string, string>>
  /** Relative to the repository; `src/main.ts` when absent. */
  readonly program?: string
  /** For node; those of `npm start` when absent. */
  readonly nodeArguments?: readonly string[]
  /** A program and its arguments in front of node, `strace -D …`; it must keep node's process id. */
  readonly under?: readonly string[]
}

export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** What /healthz reports: the process that answers, and a new `boot` after each start. */
export interface Health {
  readonly pid: number
  readonly boot: string
}

export interface Service extends Health {
  readonly url: string
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<Exit>
  /** Asks it to stop, as an operator does. */
  stop(): Promise<Exit>
  /** Ends it at once, as a power cut does. */
  kill(): Promise<Exit>
  output(): string
}

/** The program was not ready within a minute, or has ended before: then `exit` says how. */
export class NotReady extends Error {
  readonly exit: Exit | undefined

  constructor(output: string, exit: Exit | undefined) {
    super(`The service is not ready:\n${output}`)
    this.exit = exit
  }
}

const root = join(import.meta.dirname, '../..')

/** `node <these> src/main.ts` */
export const asStarted: readonly string[] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  .scripts.start.split(' ')
  .slice(1, -1)

/** Resolves when /readyz says yes. Throws NotReady with the program's output. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const log = join(options.folder, `service-${options.port}.log`)
  const child = launch(options, log)
  const ended = new Promise<Exit>(resolve => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
  const alive = () => child.exitCode === null && child.signalCode === null
  const output = () => readFileSync(log, 'utf8')
  const url = `http://127.0.0.1:${options.port}`
  const health = await whenReady(url, child, alive)
  if (health === undefined) {
    const exit = alive() ? undefined : await ended
    child.kill('SIGKILL')
    throw new NotReady(output().slice(-2000), exit)
  }
  const end = (signal: NodeJS.Signals) => {
    if (alive()) child.kill(signal)
    return ended
  }
  return { url, ...health, ended, output, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

/** A port nobody listens on. A service that is killed and started again keeps its address by it. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1.')
  return address.port
}

function launch(options: ServiceOptions, log: string): ChildProcess {
  const node = [process.execPath, ...(options.nodeArguments ?? asStarted), options.program ?? 'src/main.ts']
  const [command = '', ...rest] = [...(options.under ?? []), ...node]
  const file = openSync(log, 'a')
  const child = spawn(command, rest, {
    cwd: root,
    env: environment(options),
    stdio: ['ignore', file, file],
  })
  closeSync(file)
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  return child
}

function environment(options: ServiceOptions): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: String(options.port),
    DATABASE_URL: `sqlite:${join(options.folder, 'deskhand.db')}`,
    PLAYGROUND: 'off',
    ...options.env,
  }
}

/** Somebody else may have got the port meanwhile, and would answer in its place. */
async function whenReady(
  url: string,
  { pid }: ChildProcess,
  alive: () => boolean,
): Promise<Health | undefined> {
  const until = Date.now() + 60_000
  while (alive() && Date.now() < until) {
    const health = await healthWhenReady(url).catch(() => undefined)
    if (health?.pid === pid) return health
    await pause(20)
  }
  return undefined
}

async function healthWhenReady(url: string): Promise<Health | undefined> {
  const ready = await fetch(`${url}/readyz`)
  await ready.body?.cancel()
  if (!ready.ok) return undefined
  const { pid, boot } = (await (await fetch(`${url}/healthz`)).json()) as Partial<Health>
  return typeof pid === 'number' && typeof boot === 'string' ? { pid, boot } : undefined
}
