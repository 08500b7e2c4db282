import { describe, expect, test } from 'vitest'
import { add, caseOf, text } from '../turns.ts'
import type { Subject } from './subject.ts'

export function timers(subject: Subject): void {
  describe('a timer', () => {
    const due = () => subject.store.dueTimers(1000, 9)

    test('is due at its time, the earliest first', async () => {
      await add(subject.store, {
        conversation: 'b',
        case: caseOf({ id: 'B' }),
        timers: [{ name: 'remind', at: 900 }],
      })
      await add(subject.store, {
        conversation: 'a',
        case: caseOf({ id: 'A' }),
        timers: [{ name: 'close', at: 800 }],
      })
      await add(subject.store, {
        conversation: 'c',
        case: caseOf({ id: 'C' }),
        timers: [{ name: 'close', at: 1001 }],
      })
      expect(await due()).toEqual([
        { conversation: 'a', name: 'close', at: 800 },
        { conversation: 'b', name: 'remind', at: 900 },
      ])
      expect(await subject.store.dueTimers(1000, 1)).toHaveLength(1)
    })

    test('is replaced when it is set again', async () => {
      await add(subject.store, { timers: [{ name: 'remind', at: 100 }] })
      await add(subject.store, { timers: [{ name: 'remind', at: 200 }] })
      expect(await due()).toEqual([{ conversation: 'anna', name: 'remind', at: 200 }])
    })

    test('stays while turns say nothing of timers, and goes when they are cleared', async () => {
      await add(subject.store, { timers: [{ name: 'remind', at: 100 }] })
      await add(subject.store)
      expect(await due()).toHaveLength(1)
      await add(subject.store, { clearTimers: true, timers: [{ name: 'close', at: 300 }] })
      expect(await due()).toEqual([{ conversation: 'anna', name: 'close', at: 300 }])
      await add(subject.store, { clearTimers: true })
      expect(await due()).toEqual([])
    })

    test('has one effect, though it is noticed twice', async () => {
      await add(subject.store, { timers: [{ name: 'remind', at: 100 }] })
      const fired = { firedTimer: 'remind', outbox: [text('Still there?')] } as const
      expect((await add(subject.store, fired)).result).toBe('committed')
      expect(await add(subject.store, fired)).toEqual({ result: 'repeated', answered: {} })
      expect(await due()).toEqual([])
      expect(await subject.store.pending()).toHaveLength(1)
      expect((await subject.store.load('anna')).version).toBe(2)
    })

    test('that was put off meanwhile does not fire early', async () => {
      await add(subject.store, { timers: [{ name: 'remind', at: 100 }] })
      await add(subject.store, { timers: [{ name: 'remind', at: 5000 }] })
      expect((await add(subject.store, { firedTimer: 'remind', at: 1000 })).result).toBe('repeated')
      expect(await subject.store.dueTimers(5000, 9)).toHaveLength(1)
    })

    test('can set itself again as it fires', async () => {
      await add(subject.store, { timers: [{ name: 'remind', at: 100 }] })
      await add(subject.store, {
        firedTimer: 'remind',
        timers: [{ name: 'remind', at: 900 }],
        clearTimers: true,
      })
      expect(await due()).toEqual([{ conversation: 'anna', name: 'remind', at: 900 }])
    })

    test('can be taken when it is due, the earliest first', async () => {
      await add(subject.store, {
        timers: [
          { name: 'remind', at: 900 },
          { name: 'close', at: 800 },
        ],
      })
      await add(subject.store, {
        conversation: 'b',
        case: caseOf({ id: 'B' }),
        timers: [{ name: 'close', at: 1001 }],
      })
      expect(await subject.store.takeTimers(1000, 9)).toEqual([
        { conversation: 'anna', name: 'close', at: 800 },
        { conversation: 'anna', name: 'remind', at: 900 },
      ])
    })
  })
}
