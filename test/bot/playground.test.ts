import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { startPlayground } from '../../src/bot/playground.ts'

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const endpoint = 'http://127.0.0.1:9/api/messages'

/** Addresses on which this port listens, as the kernel lists them, in hexadecimal. */
function listeners(port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  return ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap(table => readFileSync(table, 'utf8').split('\n'))
    .map(line => line.trim().split(/\s+/))
    .filter(([, address, , state]) => address?.endsWith(suffix) && state === '0A')
    .map(([, address = '']) => address.slice(0, -suffix.length))
}

const portOf = (url: string) => Number(new URL(url).port)

test.runIf(existsSync('/proc/net/tcp'))(
  'the playground answers on 127.0.0.1 and nowhere else, until it is stopped',
  async () => {
    const temporary = mkdtempSync(join(tmpdir(), 'deskhand-test-'))
    vi.stubEnv('TMPDIR', temporary)
    const playground = await startPlayground({ endpoint, port: 0, log })
    if (playground.kind === 'absent') throw new Error(playground.reason)
    expect(await (await fetch(playground.url)).text()).toContain('<html')
    expect(listeners(portOf(playground.url))).toEqual(['0100007F'])
    await playground.stop()
    expect(listeners(portOf(playground.url))).toEqual([])
    expect(readdirSync(temporary)).toEqual([])
    vi.unstubAllEnvs()
  },
)

test('a port that is taken is replaced by a free one', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const playground = await startPlayground({ endpoint, port, log })
  if (playground.kind === 'absent') throw new Error(playground.reason)
  expect(portOf(playground.url)).not.toBe(port)
  await playground.stop()
  other.close()
})

test('without the package there is a plain sentence and no failure', async () => {
  const playground = await startPlayground({ endpoint, port: 0, log, from: '/nowhere/at/all.js' })
  expect(playground).toEqual({
    kind: 'absent',
    reason: 'There is no chat page: the package @microsoft/m365agentsplayground is not installed',
  })
})

test('the playground ends with Deskhand, even when that is killed', async () => {
  const program = `
    import { startPlayground } from './src/bot/playground.ts'
    const log = { debug() {}, info() {}, warn() {}, error() {} }
    const { url } = await startPlayground({ endpoint: '${endpoint}', port: 0, log })
    console.log(url)`
  const args = ['--input-type=module-typescript', '--eval', program]
  const parent = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(parent.stdout, 'data')
  const url = String(line).trim()
  expect((await fetch(url)).status).toBe(200)
  parent.kill('SIGKILL')
  await expect
    .poll(
      () =>
        fetch(url).then(
          () => 'up',
          () => 'gone',
        ),
      { timeout: 10_000 },
    )
    .toBe('gone')
})
