import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openSqlite } from '../../../src/store/sqlite.ts'
import { temporaryFolder } from '../folder.ts'

const child = join(import.meta.dirname, 'endless-turns.ts')

test('every acknowledged turn is there after the process was killed in full load, five times', async () => {
  const folder = temporaryFolder()
  const path = join(folder.path, 'deskhand.db')
  const acknowledged: string[] = []
  for (let kill = 0; kill < 5; kill++) {
    acknowledged.push(...(await acknowledgedUntilKilled(path, `boot${kill}`)))
    expect(await missing(path, acknowledged)).toEqual([])
  }
  expect(integrity(path)).toEqual({ integrity_check: 'ok' })
  folder.remove()
}, 120_000)

/** Each line is `conversation activity`, written when the commit was acknowledged. */
async function acknowledgedUntilKilled(path: string, boot: string): Promise<string[]> {
  const process_ = spawn(process.execPath, [child, path, boot], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  createInterface({ input: process_.stdout }).on('line', line => {
    if (lines.push(line) === 150) process_.kill('SIGKILL')
  })
  await once(process_, 'close')
  return lines
}

async function missing(path: string, acknowledged: readonly string[]): Promise<string[]> {
  const store = await openSqlite({ path, mode: 'local' })
  const gone: string[] = []
  for (const line of acknowledged) {
    const [conversation = '', activityId = ''] = line.split(' ')
    const { answered, case: current } = await store.load(conversation, activityId)
    const said = (await store.transcript(current?.id ?? '')).some(spoken => spoken.activityId === activityId)
    if (!answered || !said) gone.push(line)
  }
  await store.close()
  return gone
}

function integrity(path: string) {
  const db = new DatabaseSync(path)
  const [result, ...problems] = db.prepare('PRAGMA integrity_check').all()
  db.close()
  return problems.length === 0 ? result : problems
}
