import { describe, expect, test } from 'vitest'
import { add, caseOf, text, turnOf } from '../turns.ts'
import type { Subject } from './subject.ts'

export function repeats(subject: Subject): void {
  describe('a repeated activity', () => {
    const pressed = { activityId: 'a1', answered: { collapsed: 'No change' } }

    test('is recognised when it is loaded, with what was answered', async () => {
      await add(subject.store, pressed)
      expect((await subject.store.load('anna', 'a1')).answered).toEqual({ collapsed: 'No change' })
      expect((await subject.store.load('anna', 'a2')).answered).toBeUndefined()
    })

    test('gets the first answer and changes nothing, whatever version it has loaded', async () => {
      await add(subject.store, pressed)
      const again = { ...pressed, answered: { collapsed: 'Fixed' }, outbox: [text('twice')] }
      for (const version of [0, 1, 7]) {
        expect(await subject.store.commit(turnOf({ ...again, version }))).toEqual({
          result: 'repeated',
          answered: { collapsed: 'No change' },
        })
      }
      expect((await subject.store.load('anna')).version).toBe(1)
      expect(await subject.store.pending()).toEqual([])
    })

    test('has one effect when all its copies arrive together', async () => {
      const copies = [1, 2, 3].map(() => subject.store.commit(turnOf({ ...pressed, outbox: [text('once')] })))
      const results = (await Promise.all(copies)).map(({ result }) => result)
      expect(results).toEqual(['committed', 'repeated', 'repeated'])
      expect(await subject.store.pending()).toHaveLength(1)
    })

    test('is another one in another conversation', async () => {
      await add(subject.store, pressed)
      const bert = { ...pressed, conversation: 'bert', case: caseOf({ id: 'B' }) }
      expect((await add(subject.store, bert)).result).toBe('committed')
    })

    test('is forgotten after a while, and only then', async () => {
      await add(subject.store, { activityId: 'old', at: 1000 })
      await add(subject.store, { activityId: 'new', at: 2000 })
      expect(await subject.store.forgetAnswers(2000)).toBe(1)
      expect((await subject.store.load('anna', 'old')).answered).toBeUndefined()
      expect((await subject.store.load('anna', 'new')).answered).toEqual({})
    })

    test('is forgotten with all others of its time, however many they are', async () => {
      const turns = Array.from({ length: 1201 }, (_, n) => `c${n}`).map(conversation =>
        subject.store.commit(turnOf({ conversation, activityId: 'a', case: caseOf({ id: conversation }) })),
      )
      await Promise.all(turns)
      expect(await subject.store.forgetAnswers(1001)).toBe(1201)
    })
  })
}
