import { describe, expect, test } from 'vitest'
import { add, caseOf } from '../turns.ts'
import type { Subject } from './subject.ts'

export function transcript(subject: Subject): void {
  describe('the transcript', () => {
    const typed = { from: 'employee', text: 'my pasword is wrong', activityId: 'a1', at: 1 } as const
    const spoken = { from: 'bot', text: 'Let us see', at: 2 } as const
    const lines = () => subject.store.transcript('7K3M-9QDX')

    test('has every line in the order it was said', async () => {
      await add(subject.store, { transcript: [typed, spoken] })
      await add(subject.store, { transcript: [{ from: 'agent', text: 'Hello 👋\u0001', at: 0 }] })
      expect(await lines()).toEqual([typed, spoken, { from: 'agent', text: 'Hello 👋\u0001', at: 0 }])
    })

    test('follows when the employee edits a message', async () => {
      await add(subject.store, { transcript: [typed, spoken] })
      await add(subject.store, { edited: { activityId: 'a1', text: 'my password is wrong' } })
      expect(await lines()).toEqual([{ ...typed, text: 'my password is wrong' }, spoken])
    })

    test('keeps the place of a deleted message, without its words', async () => {
      await add(subject.store, { transcript: [typed, spoken] })
      await add(subject.store, { edited: { activityId: 'a1', text: '' } })
      expect(await lines()).toEqual([{ ...typed, text: '' }, spoken])
    })

    test('of an earlier case follows, too', async () => {
      await add(subject.store, { transcript: [typed] })
      await add(subject.store, {
        case: caseOf({ id: 'second' }),
        edited: { activityId: 'a1', text: 'changed' },
      })
      expect((await lines())[0]?.text).toBe('changed')
    })

    test("is not changed by another employee's activity of the same id", async () => {
      await add(subject.store, { transcript: [typed] })
      const bert = { conversation: 'bert', case: caseOf({ id: 'B' }) }
      await add(subject.store, { ...bert, edited: { activityId: 'a1', text: 'changed' } })
      expect(await lines()).toEqual([typed])
    })
  })
}
