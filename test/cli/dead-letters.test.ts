import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite.ts'
import { temporaryFolder } from '../store/folder.ts'
import { marked, say, text } from '../store/turns.ts'

const program = join(import.meta.dirname, '../../src/cli/dead-letters.ts')

async function withOneDead() {
  const folder = temporaryFolder()
  onTestFinished(folder.remove)
  const path = join(folder.path, 'deskhand.db')
  const store = await openSqlite({ path, mode: 'local', alone: true })
  onTestFinished(() => store.close())
  const [row] = await say(store, [text('Your VPN works again')], { at: Date.parse('2026-03-02T09:00:00Z') })
  await store.sent([marked(row, { result: 'dead', reason: 'HTTP 404 ConversationNotFound' })])
  const run = (...args: string[]) => {
    const env = { PATH: process.env.PATH, DATABASE_URL: `sqlite:${path}` }
    return spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8' })
  }
  return { store, run, id: String(row?.id) }
}

test('lists what did not arrive, with number, time, reason and words, while the service runs', async () => {
  const { run, id } = await withOneDead()
  const columns = run().stdout.trim().split('\t')
  expect(columns).toEqual([
    id,
    '2026-03-02T09:00:00.000Z',
    'HTTP 404 ConversationNotFound',
    'anna',
    'say',
    'Your VPN works again',
  ])
})

test('puts a message back into the outbox, where the service finds it', async () => {
  const { store, run, id } = await withOneDead()
  expect(run('resend', id)).toMatchObject({ status: 0, stdout: `Sent again: ${id}\n` })
  expect((await store.pending()).map(({ outbound }) => outbound)).toEqual([text('Your VPN works again')])
  expect(await store.takeUp([])).toEqual(['anna'])
  expect(run().stdout).toBe('Every message has arrived, or waits.\n')
})

test.each([
  [['resend'], /Which messages\?/],
  [['resend', 'all'], /Which messages\?/],
  [['resend', '999'], /There is no dead letter 999/],
  [['delete', '1'], /There is no "delete"/],
])('%j is answered plainly', async (args, sentence) => {
  const { run } = await withOneDead()
  const { status, stderr } = run(...args)
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(sentence) })
})
