/** Keeps the service up: starts it again, on the same address and database, after each death. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Exit, type Service, type ServiceOptions, startService } from '../support/service.ts'
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
}

export function supervise(
  options: ServiceOptions,
  history: History<ClientEvent>,
  /** Absent: others send to it as well, so nobody can see when the last of a dead process has arrived. */
  far: Pick<FarSide, 'left'> | undefined,
): Supervisor {
  let service: Service | undefined
  const running = () => {
    if (service) return service
    throw new Error('The service does not run.')
  }
  return {
    async start(sabotage) {
      // What arrives from now on comes from the new process.
      await (far ? far.left() : pause(250))
      const began = performance.now()
      history.write({ event: 'starting' })
      service = await startService(sabotage ? sabotaged(options, sabotage) : options)
      history.write({ event: 'ready', pid: service.pid, boot: service.boot })
      return performance.now() - began
    },
    async kill() {
      const { boot, kill } = running()
      history.write({ event: 'killing', boot })
      const { code } = await kill()
      history.write({ event: 'ended', boot, code })
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
      history.write({ event: 'stopping', boot })
      const began = performance.now()
      const exit = await stop()
      history.write({ event: 'ended', boot, code: exit.code })
      return { ...exit, ms: performance.now() - began }
    },
    async died() {
      const { boot, ended } = running()
      const { code } = await ended
      history.write({ event: 'ended', boot, code })
    },
    async end() {
      await service?.kill()
    },
  }
}

function sabotaged(options: ServiceOptions, sabotage: string): ServiceOptions {
  const nodeArguments = ['--import', './test/faults/sabotage.ts']
  return { ...options, nodeArguments, env: { ...options.env, SABOTAGE: sabotage } }
}
