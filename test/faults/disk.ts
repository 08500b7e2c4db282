/** What of SQLite's log is on the disk: by the kernel's word, where strace works, or by SQLite's own. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ServiceOptions } from '../support/service.ts'
import type { Stage } from './stage.ts'

export type Asked = 'kernel' | 'sqlite'

export interface Disk {
  /** What the service is started with, so that its syncs are seen. */
  readonly service: Pick<ServiceOptions, 'env' | 'under'>
  readonly sabotage: readonly string[]
  /** Takes away what is not on the disk; so many bytes. */
  cut(stage: Stage): Promise<number>
  close(): void
}

export function watchDisk(asked: Asked): Disk {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-syncs-'))
  const seen = join(folder, 'seen')
  const kernel = asked === 'kernel'
  let onDisk = 0
  return {
    service: kernel ? { under: underStrace(seen) } : { env: { SYNCED: seen } },
    sabotage: kernel ? ['no-checkpoint'] : ['no-checkpoint', 'note-syncs'],
    async cut({ databaseUrl, supervisor: { pid } }) {
      const file = databaseUrl.replace('sqlite:', '')
      if (kernel) await written(seen, pid)
      onDisk = Math.max(onDisk, kernel ? syncedByKernel(seen) : syncedBySqlite(seen))
      rmSync(seen, { force: true })
      rmSync(`${file}-shm`, { force: true })
      const before = statSync(`${file}-wal`).size
      truncateSync(`${file}-wal`, onDisk)
      return before - onDisk
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** As its grandchild (-D), so that the service keeps its process id. With paths instead of mere numbers of files. */
function underStrace(file: string): readonly string[] {
  const calls = 'trace=pwrite64,fsync,fdatasync'
  return ['strace', '-D', '-f', '--seccomp-bpf', '-y', '-s', '0', '-e', calls, '-o', file]
}

/** strace has followed the process to its end. */
async function written(file: string, pid: number): Promise<void> {
  const end = new RegExp(`^${pid} +\\+\\+\\+ `, 'm')
  while (!end.test(readFileSync(file, 'utf8'))) await pause(20)
}

/**
 * How long the log was when its last sync began that has ended:
 *
 *   14282 pwrite64(22</…/deskhand.db-wal>, ""..., 4096, 41256) = 4096
 *   14282 fsync(22</…/deskhand.db-wal>)       = 0
 *   14282 fsync(22</…/deskhand.db-wal> <unfinished ...>
 *   14282 <... fsync resumed>)                = 0
 */
function syncedByKernel(file: string): number {
  const syncing = new Map<string, number>()
  let length = 0
  let synced = 0
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    const write = /^pwrite64\(\d+<[^>]*-wal>, .*, (\d+), (\d+)(?:\)| <)/.exec(rest)
    if (write) length = Math.max(length, Number(write[1]) + Number(write[2]))
    if (/^f(?:data)?sync\(\d+<[^>]*-wal>/.test(rest)) syncing.set(thread, length)
    if (!/^(?:<\.\.\. )?f(?:data)?sync.*\) += 0$/.test(rest)) continue
    synced = Math.max(synced, syncing.get(thread) ?? 0)
    syncing.delete(thread)
  }
  return synced
}

function syncedBySqlite(file: string): number {
  const lengths = existsSync(file) ? readFileSync(file, 'utf8').split('\n').map(Number) : []
  return Math.max(0, ...lengths)
}
