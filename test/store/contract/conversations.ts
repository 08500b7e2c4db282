import { describe, expect, test } from 'vitest'
import { add, address, caseOf, text, turnOf } from '../turns.ts'
import type { Subject } from './subject.ts'

export function conversations(subject: Subject): void {
  describe('a conversation', () => {
    test('that was never seen has version 0 and nothing else', async () => {
      expect(await subject.store.load('anna', 'a1')).toEqual({ version: 0 })
    })

    test('is found as the last turn left it', async () => {
      await add(subject.store, { case: caseOf({ misses: 1 }) })
      await add(subject.store, {
        case: caseOf({ misses: 2 }),
        address: { ...address, serviceUrl: 'https://new.example/' },
      })
      expect(await subject.store.load('anna')).toEqual({
        version: 2,
        case: caseOf({ misses: 2 }),
        address: { ...address, serviceUrl: 'https://new.example/' },
      })
    })

    test('moves on once, however many turns have loaded the same version', async () => {
      await add(subject.store)
      const race = [1, 2, 3, 4].map(misses =>
        subject.store.commit(turnOf({ version: 1, case: caseOf({ misses }) })),
      )
      const results = (await Promise.all(race)).map(({ result }) => result)
      expect(results).toEqual(['committed', 'moved', 'moved', 'moved'])
      expect((await subject.store.load('anna')).case?.misses).toBe(1)
    })

    test('begins once, when two first messages arrive together', async () => {
      const race = ['a1', 'a2'].map(activityId => subject.store.commit(turnOf({ activityId })))
      expect((await Promise.all(race)).map(({ result }) => result)).toEqual(['committed', 'moved'])
    })

    test('keeps nothing of a turn that came too late', async () => {
      await add(subject.store)
      const late = {
        version: 0,
        activityId: 'late',
        case: caseOf({ owner: 'waiting' }),
        transcript: [{ from: 'employee', text: 'hello?', at: 1 }] as const,
        outbox: [text('late')],
        timers: [{ name: 'remind', at: 1 }] as const,
      }
      expect(await subject.store.commit(turnOf(late))).toEqual({ result: 'moved' })
      expect(await subject.store.load('anna', 'late')).toEqual({ version: 1, case: caseOf(), address })
      expect(await subject.store.transcript('7K3M-9QDX')).toEqual([])
      expect(await subject.store.pending()).toEqual([])
      expect(await subject.store.dueTimers(9e12, 9)).toEqual([])
      expect(await subject.store.waiting(9)).toEqual([])
    })

    test('does not notice what happens in another', async () => {
      await add(subject.store, { conversation: 'anna', case: caseOf({ id: 'A' }) })
      await add(subject.store, { conversation: 'bert', case: caseOf({ id: 'B' }) })
      expect(await subject.store.load('anna')).toEqual({ version: 1, case: caseOf({ id: 'A' }), address })
    })
  })
}
