import { beforeEach, describe, expect, test } from 'vitest'
import type { Case } from '../../../src/dialogs/types.ts'
import { add, waitingCase } from '../turns.ts'
import type { Subject } from './subject.ts'

export function queue(subject: Subject): void {
  describe('the queue', () => {
    beforeEach(async () => {
      for (const [id, since] of [
        ['late', 300],
        ['early', 100],
        ['middle', 200],
      ] as const) {
        await add(subject.store, { conversation: id, case: waitingCase(id, since) })
      }
    })

    test('has the longest waiting first', async () => {
      expect((await subject.store.waiting(9)).map(({ conversation }) => conversation)).toEqual([
        'early',
        'middle',
        'late',
      ])
      expect(await subject.store.waiting(1)).toEqual([
        { conversation: 'early', case: waitingCase('early', 100) },
      ])
    })

    test('tells each its place, also one that is not in it yet', async () => {
      const places = [100, 200, 300, 400].map(since => subject.store.placeInQueue(since))
      expect(await Promise.all(places)).toEqual([1, 2, 3, 4])
    })

    test('moves up when an agent takes a case', async () => {
      const taken: Case = { ...waitingCase('early', 100), owner: 'agent' }
      await add(subject.store, { conversation: 'early', case: taken })
      expect(await subject.store.placeInQueue(200)).toBe(1)
      expect((await subject.store.waiting(9)).map(({ conversation }) => conversation)).toEqual([
        'middle',
        'late',
      ])
    })
  })
}
