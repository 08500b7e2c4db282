/** The service's time of day, in the hand of a drill: see shift.ts. */
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ServiceOptions } from '../../support/service.ts'

export interface SetClock {
  /** What the service needs to be started with. */
  readonly service: Required<Pick<ServiceOptions, 'env' | 'nodeArguments'>>
  /** The service's epoch milliseconds. */
  now(): number
  /** Sets it so many milliseconds from the real time, and resolves when the service has seen it. */
  set(shiftMs: number): Promise<void>
  close(): void
}

export function openSetClock(): SetClock {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-clock-'))
  const file = join(folder, 'shift')
  writeFileSync(file, '0')
  writeFileSync(`${file}.seen`, '0')
  let shift = 0
  return {
    service: {
      env: { CLOCK_FILE: file },
      nodeArguments: ['--import', join(import.meta.dirname, 'shift.ts')],
    },
    now: () => Date.now() + shift,
    async set(shiftMs) {
      writeFileSync(`${file}.next`, String(shiftMs))
      renameSync(`${file}.next`, file) // Nobody reads half of it.
      while (readFileSync(`${file}.seen`, 'utf8') !== String(shiftMs)) await pause(5)
      shift = shiftMs
    },
    close: () => rmSync(folder, { recursive: true }),
  }
}
