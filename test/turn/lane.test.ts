import { expect, test } from 'vitest'
import { createLanes } from '../../src/turn/lane.ts'

test('events of one conversation never overlap, others do not wait', async () => {
  const lanes = createLanes()
  const log: string[] = []
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  const first = lanes.run('anna', async () => {
    log.push('anna 1')
    await held
    log.push('anna 1 done')
  })
  const second = lanes.run('anna', async () => void log.push('anna 2'))
  await lanes.run('ben', async () => void log.push('ben 1'))
  release()
  await Promise.all([first, second])
  expect(log).toEqual(['anna 1', 'ben 1', 'anna 1 done', 'anna 2'])
})

test('a failed event does not stop the conversation', async () => {
  const lanes = createLanes()
  await expect(lanes.run('anna', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await expect(lanes.run('anna', async () => 'fine')).resolves.toBe('fine')
})

test('idle waits for everything that runs', async () => {
  const lanes = createLanes()
  let done = false
  void lanes.run('anna', async () => {
    await new Promise(resolve => setImmediate(resolve))
    done = true
  })
  await lanes.idle()
  expect(done).toBe(true)
})
