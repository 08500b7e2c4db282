import { expect, test } from 'vitest'
import { type Move, ownerAfter } from '../../src/dialogs/ownership.ts'
import type { Owner } from '../../src/dialogs/types.ts'

test.each<[Owner, Move, Owner | undefined]>([
  ['bot', 'hand-over', 'waiting'],
  ['bot', 'claim', undefined],
  ['waiting', 'claim', 'agent'],
  ['waiting', 'withdraw', 'bot'],
  ['waiting', 'hand-over', undefined],
  ['agent', 'claim', undefined],
  ['agent', 'release', 'waiting'],
  ['agent', 'hand-back', 'bot'],
  ['agent', 'finish', 'wrap-up'],
  ['wrap-up', 'close', 'closed'],
  ['wrap-up', 'reopen', 'agent'],
  ['closed', 'claim', undefined],
  ['closed', 'reopen', 'bot'],
])('%s, %s -> %s', (owner, move, after) => {
  expect(ownerAfter(owner, move)).toBe(after)
})
