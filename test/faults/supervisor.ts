/** Keeps the service up: starts it again, on the same address and database, after each death. */
import { setTimeout as pause } from 'node:timers/promises'
import { asStarted, type Exit, type Service, type ServiceOptions, startService } from '../support/service.ts'
import type { FarSide } from './far-side.ts'
import type { ClientEvent, History } from './history.ts'

export interface Supervisor {
  /** Milliseconds until it was ready. With a sabotage (see sabotage.ts) something in it is broken. */
  start(sabotage?: string): Promise<number>
  /** kill -9 of the process that /healthz names. */
  kill(): Promise<void>
  /** Stands still for so long, as a paused machine does, and goes on as if nothing had been. */
  freeze(ms: number): Promise<void>
  /** SIGTERM; how it ended, and after how many milliseconds. */
  stop(): Promise<Exit & { readonly ms: number }>
  /** Resolves when it has died by itself. */
  died(): Promise<void>
  /** Ends whatever still runs, without a word in the history. */
  end(): Promise<void>
  readonly pid: number
}

export interface Supervised extends ServiceOptions {
  /** Which of the services it is, counted from 0. */
  readonly instance: number
}

export function supervise(
  options: Supervised,
  history: History<ClientEvent>,
  /** Absent: others send to it as well, so nobody can see when the last of a dead process has arrived. */
  far: Pick<FarSide, 'left'> | undefined,
): Supervisor {
  const { instance } = options
  let service: Service | undefined
  let asked = false
  const running = () => {
    if (service) return service
    throw new Error('The service does not run.')
  }
  return {
    async start(sabotage) {
      // What arrives from now on comes from the new process.
      await (far ? far.left() : pause(250))
      const began = performance.now()
      asked = sabotage?.startsWith(diesBySabotage) ?? false
      history.write({ event: 'starting', instance, ...(sabotage !== undefined && { sabotage }) })
      service = await startService(launched(options, sabotage))
      const { pid, boot, ended } = service
      history.write({ event: 'ready', pid, boot })
      void ended.then(exit => history.write({ event: 'ended', boot, ...exit, asked }))
      return performance.now() - began
    },
    async kill() {
      const { boot, kill } = running()
      asked = true
      history.write({ event: 'killing', boot, instance })
      await kill()
    },
    async freeze(ms) {
      const { boot, pid } = running()
      history.write({ event: 'freezing', boot })
      process.kill(pid, 'SIGSTOP')
      await pause(ms)
      history.write({ event: 'thawing', boot })
      process.kill(pid, 'SIGCONT')
    },
    async stop() {
      const { boot, stop } = running()
      asked = true
      history.write({ event: 'stopping', boot })
      const began = performance.now()
      const exit = await stop()
      return { ...exit, ms: performance.now() - began }
    },
    async died() {
      await running().ended
    },
    async end() {
      asked = true
      await service?.kill()
    },
    get pid() {
      return running().pid
    },
  }
}

/** How the names of those sabotages begin after which the service kills itself. */
const diesBySabotage = 'die-'

function launched(options: ServiceOptions, sabotage: string | undefined): ServiceOptions {
  const broken = sabotage === undefined ? [] : ['--import', './test/faults/sabotage.ts']
  return {
    ...options,
    nodeArguments: [...asStarted, ...(options.nodeArguments ?? []), ...broken],
    env: { ...options.env, ...(sabotage !== undefined && { SABOTAGE: sabotage }) },
  }
}
