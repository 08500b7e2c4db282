import { expect, test } from 'vitest'
import type { OutboxRow } from '../../../src/store/records.ts'
import { createBacklog } from '../../../src/turn/outbox/backlog.ts'
import { address } from '../../store/turns.ts'
import { notice, say } from './far-side.ts'

function rows(count: number, outbound: OutboxRow['outbound']): OutboxRow[] {
  return Array.from({ length: count }, (_, id) => ({
    id,
    conversation: `c${id}`,
    address,
    outbound,
    lease: 0,
  }))
}

test('what another instance left for employees is taken over, however many notices wait', () => {
  const backlog = createBacklog()
  backlog.change([], rows(5_000, notice))
  expect(backlog.full).toBe(false)
  backlog.change([], rows(2_000, say('one')))
  expect(backlog.full).toBe(true)
})

test('there is an end to the notices, too', () => {
  const backlog = createBacklog()
  backlog.change([], rows(20_000, notice))
  expect(backlog.full).toBe(true)
})
