import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/store/store.ts'
import { add, caseOf, marked, say, text, turnOf, waitingCase } from '../turns.ts'
import type { Subject } from './subject.ts'

export function database(subject: Subject): void {
  describe('the database', () => {
    test('has everything when it is opened again', async () => {
      await add(subject.store, {
        activityId: 'a1',
        answered: { collapsed: 'Yes' },
        case: waitingCase('W', 100),
        transcript: [{ from: 'employee', text: 'hello', activityId: 'a1', at: 1 }],
        timers: [{ name: 'close', at: 50 }],
      })
      const [sent, dead, open] = await say(subject.store, [text('a', 'n1'), text('b'), text('c')], {
        case: waitingCase('W', 100),
      })
      await subject.store.sent([
        marked(sent, { result: 'sent', activityId: 's1' }),
        marked(dead, { result: 'dead', reason: '404' }),
      ])
      const reads = (from: Store) =>
        Promise.all([
          from.load('anna', 'a1'),
          from.pending(),
          from.deadLetters(9),
          from.sentCard('anna', 'n1'),
          from.dueTimers(100, 9),
          from.waiting(9),
          from.transcript('W'),
        ])
      const before = await reads(subject.store)
      expect(before[1]).toEqual([open])
      expect(await reads(await subject.reopen())).toEqual(before)
    })

    test('goes on numbering where it was when it is opened again', async () => {
      const [first] = await say(subject.store, [text('one')])
      await subject.store.sent([marked(first, { result: 'sent' })])
      const [second] = await say(await subject.reopen(), [text('two')])
      expect(second?.id).toBeGreaterThan(first?.id ?? Number.POSITIVE_INFINITY)
    })

    test('keeps nothing of a turn that makes no sense, and goes on with the others', async () => {
      const turns = [1, Number.NaN, 3].map((at, n) =>
        subject.store.commit(turnOf({ conversation: `c${n}`, case: caseOf({ id: `C${n}` }), at })),
      )
      const [one, two, three] = await Promise.allSettled(turns)
      expect(one).toMatchObject({ status: 'fulfilled', value: { result: 'committed' } })
      expect(two).toMatchObject({ status: 'rejected' })
      expect(three).toMatchObject({ status: 'fulfilled', value: { result: 'committed' } })
      const again = turnOf({ conversation: 'c1', case: caseOf({ id: 'C1' }) })
      expect((await subject.store.commit(again)).result).toBe('committed')
    })

    test('says that it is ready, and counts what it did', async () => {
      await subject.store.ready()
      await add(subject.store)
      await add(subject.store, { activityId: 'a1' })
      await subject.store.commit(turnOf({ activityId: 'a1' }))
      expect(subject.store.stats().turns).toBe(2)
    })

    test('writes what waits before it closes, and takes nothing afterwards', async () => {
      const last = subject.store.commit(turnOf())
      await subject.store.close()
      expect((await last).result).toBe('committed')
      for (const refused of [
        () => subject.store.commit(turnOf()),
        () => subject.store.load('anna'),
        () => subject.store.waiting(1),
        () => subject.store.ready(),
      ]) {
        await expect(refused()).rejects.toMatchObject({ name: 'AppError', code: 'busy' })
      }
      expect((await (await subject.reopen()).load('anna')).version).toBe(1)
    })

    test('keeps an account, and changes it from what it is', async () => {
      const changes = Array.from({ length: 5 }, () =>
        subject.store.account('a', (state = '0', now) => ({
          state: `${Number(state) + 1}`,
          until: now + 1000,
        })),
      )
      await Promise.all(changes)
      const seen: (string | undefined)[] = []
      for (const name of ['a', 'b']) await subject.store.account(name, state => void seen.push(state))
      expect(seen).toEqual(['5', undefined])
    })
  })
}
