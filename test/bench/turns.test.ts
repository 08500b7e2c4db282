import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { median, medians, percentile } from '../../bench/turns/figures.ts'
import { processorSeconds, rise, scrape } from '../../bench/turns/metrics.ts'
import { countSyncs } from '../../bench/turns/syncs.ts'
import { moveOf } from '../../bench/turns/talk.ts'
import { openClient } from '../../bench/turns/wire.ts'

describe('the figures of bench turns', () => {
  test('percentiles are values that were measured', () => {
    const values = Array.from({ length: 100 }, (_, i) => i + 1)
    expect([percentile(values, 0.5), percentile(values, 0.99), percentile([], 0.5)]).toEqual([51, 100, 0])
  })

  test('the median of an even number lies in the middle, and the order does not matter', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5])
    expect(medians([{ a: 1 }, { a: 9 }, { a: 2 }])).toEqual({ a: 2 })
  })

  test('processor time counts user and system, between two readings, over all labels', async () => {
    const readings = [
      'process_cpu_user_seconds_total 1.5\nprocess_cpu_system_seconds_total 0.5\nturns{kind="a"} 1\nturns{kind="b"} 2\n',
      '# HELP x\nprocess_cpu_user_seconds_total 2.5\nprocess_cpu_system_seconds_total 0.75\nturns{kind="a"} 5\nturns{kind="b"} 2\n',
    ]
    const server = createServer((_, response) => response.end(readings.shift()))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const [before, after] = [await scrape(url), await scrape(url)]
    expect(processorSeconds(before, after)).toBe(1.25)
    expect([rise(before, after, 'turns'), rise(before, after, 'absent')]).toEqual([4, undefined])
  })

  test('a sync counts once, where it began, whichever thread finished it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'deskhand-bench-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'syncs.txt')
    const lines = [
      '41  1000.500000 fsync(18)       = 0',
      '42  1001.000000 fdatasync(19 <unfinished ...>',
      '41  1001.100000 fsync(18)       = 0',
      '42  1001.200000 <... fdatasync resumed>) = 0',
      '42  1002.000000 fdatasync(19)   = 0',
      '42  1003.000000 +++ exited with 0 +++',
    ]
    writeFileSync(file, lines.join('\n'))
    expect(countSyncs(file, 1_001_000, 1_002_000)).toBe(2)
  })

  test('its own HTTP reads what servers write: with a length, in chunks, empty, in pieces', async () => {
    const answers: ((response: ServerResponse) => void)[] = [
      response => void response.end(),
      response => void response.writeHead(201, { 'content-length': 3 }).end('lä'),
      response => {
        response.write('first, ')
        setImmediate(() => response.end('second'))
      },
      response => void response.writeHead(503).end('x'.repeat(100_000)),
    ]
    const server = createServer((_, response) => answers.shift()?.(response))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const client = openClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    onTestFinished(() => {
      client.close()
      server.close()
    })
    const post = () => client.post('/api/messages', 'Content-Type: text/plain\r\n', 'grüße')
    expect(await post()).toEqual({ status: 200, body: '' })
    expect(await post()).toEqual({ status: 201, body: 'lä' })
    expect(await post()).toEqual({ status: 200, body: 'first, second' })
    expect(await post()).toEqual({ status: 503, body: 'x'.repeat(100_000) })
  })

  test('a conversation begins with the error and starts over once in twenty turns', () => {
    const moves = Array.from({ length: 40 }, (_, turn) => moveOf(turn))
    expect(moves[0]?.text).toContain('809')
    expect(moves.filter(({ text }) => text === 'von vorne')).toHaveLength(4)
    expect(moves.filter(({ press }) => press)).toHaveLength(24)
  })
})
