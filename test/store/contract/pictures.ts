import { describe, expect, test } from 'vitest'
import type { Picture } from '../../../src/store/records.ts'
import { add, caseOf, text, turnOf } from '../turns.ts'
import type { Subject } from './subject.ts'

export function pictures(subject: Subject): void {
  describe('a picture', () => {
    const kept = (id = '7K3M-9QDX') => subject.store.pictures(id)
    const names = async (id?: string) => (await kept(id)).map(({ name }) => name)

    test('comes back byte for byte, with its name, in the order in which it came', async () => {
      const jpeg = { ...pictureOf('photo.jpg', [255, 216, 0, 39, 92, 10]), mediaType: 'image/jpeg' } as const
      const bytes = Array.from({ length: 256 }, (_, byte) => byte)
      const dialog = pictureOf('Bildschirmfoto \u{1f5a5}.png', bytes)
      await add(subject.store, { pictures: [dialog, jpeg], at: 5 })
      await add(subject.store, { pictures: [pictureOf('last.png')], at: 3 })
      const found = await kept()
      expect(found.map(({ id: _, ...picture }) => picture)).toEqual([
        { ...dialog, at: 5 },
        { ...jpeg, at: 5 },
        { ...pictureOf('last.png'), at: 3 },
      ])
      expect(new Set(found.map(({ id }) => id)).size).toBe(3)
    })

    test('of two million bytes is no trouble', async () => {
      const bytes = new Uint8Array(2_000_000).map((_, index) => index * 31)
      await add(subject.store, { pictures: [{ ...pictureOf('large.png'), bytes }] })
      const [found] = await kept()
      expect(Buffer.compare(found?.bytes ?? new Uint8Array(), bytes)).toBe(0)
    })

    test('is its own case’s, also when many turns are committed together', async () => {
      const turns = ['a', 'b', 'c'].map(id =>
        turnOf({ conversation: id, case: caseOf({ id }), pictures: id === 'b' ? [] : [pictureOf(id)] }),
      )
      await Promise.all(turns.map(turn => subject.store.commit(turn)))
      expect(await Promise.all(['a', 'b', 'c'].map(names))).toEqual([['a'], [], ['c']])
    })

    test('is kept once, however often its activity is repeated', async () => {
      const turn = { activityId: 'a1', pictures: [pictureOf('a.png')] }
      const copies = [1, 2].map(() => subject.store.commit(turnOf(turn)))
      await Promise.all(copies)
      expect((await subject.store.commit(turnOf({ ...turn, version: 1 }))).result).toBe('repeated')
      expect(await names()).toEqual(['a.png'])
    })

    test('of a turn that another one overtook is not kept', async () => {
      await add(subject.store)
      const late = turnOf({ version: 7, pictures: [pictureOf('a.png')], outbox: [text('late')] })
      expect((await subject.store.commit(late)).result).toBe('moved')
      expect(await names()).toEqual([])
    })

    test('goes with its case, and only with that', async () => {
      await add(subject.store, { pictures: [pictureOf('a.png')] })
      await add(subject.store, {
        conversation: 'bert',
        case: caseOf({ id: 'B' }),
        pictures: [pictureOf('b.png')],
      })
      await subject.deleteCase('7K3M-9QDX')
      expect([await names(), await names('B')]).toEqual([[], ['b.png']])
    })

    test('goes with the message it came with, and stays when that is only changed', async () => {
      await add(subject.store, { activityId: 'a1', pictures: [pictureOf('a.png')] })
      await add(subject.store, { activityId: 'a2', pictures: [pictureOf('b.png')] })
      const bert = { conversation: 'bert', case: caseOf({ id: 'B' }), pictures: [pictureOf('c.png')] }
      const edited = { activityId: 'a1', text: 'changed' }
      await Promise.all(
        [turnOf({ version: 2, edited }), turnOf(bert)].map(turn => subject.store.commit(turn)),
      )
      expect(await names()).toEqual(['a.png', 'b.png'])
      await add(subject.store, { case: caseOf({ id: 'next' }), edited: { activityId: 'a1', text: '' } })
      expect(await names()).toEqual(['b.png'])
    })

    test("stays when another employee's message of the same id is deleted", async () => {
      await add(subject.store, { activityId: 'a1', pictures: [pictureOf('a.png')] })
      const bert = { conversation: 'bert', case: caseOf({ id: 'B' }) }
      await add(subject.store, { ...bert, edited: { activityId: 'a1', text: '' } })
      expect(await names()).toEqual(['a.png'])
    })
  })
}

function pictureOf(name: string, bytes: readonly number[] = [1, 0, 2]): Picture {
  return { name, mediaType: 'image/png', bytes: Uint8Array.from(bytes) }
}
