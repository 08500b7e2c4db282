/** Counts what the kernel counts: how often a process asked it to bring a file to the disk. */
import { spawnSync } from 'node:child_process'
import { closeSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { now } from '../../test/support/clock.ts'
import { median } from './figures.ts'

/** Installed, and allowed to trace here (containers often forbid it). */
export function straceWorks(): boolean {
  return spawnSync('strace', ['-o', '/dev/null', process.execPath, '--version']).status === 0
}

/** In front of a program: strace as its grandchild (-D), so that the program keeps its process id and its parent. */
export function underStrace(file: string): readonly string[] {
  return ['strace', '-D', '-f', '--seccomp-bpf', '-ttt', '-e', 'trace=fsync,fdatasync', '-o', file]
}

/** Number of calls that began between two moments, in epoch milliseconds. A resumed call is not a second one. */
export function countSyncs(file: string, from: number, to: number): number {
  const calls = readFileSync(file, 'utf8').matchAll(/^\d+ +(\d+\.\d+) f(?:data)?sync\(/gm)
  return [...calls].map(call => Number(call[1]) * 1000).filter(at => at >= from && at < to).length
}

/** What one sync costs in this folder, in milliseconds: without this figure no throughput says anything. */
export function syncMs(folder: string): number {
  const file = openSync(join(folder, 'sync-probe'), 'w')
  const costs = Array.from({ length: 50 }, () => {
    writeSync(file, Buffer.alloc(4096))
    const began = now()
    fdatasyncSync(file)
    return now() - began
  })
  closeSync(file)
  return median(costs)
}
