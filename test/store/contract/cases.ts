import { describe, expect, test } from 'vitest'
import type { Case } from '../../../src/dialogs/types.ts'
import { add, caseOf, turnOf } from '../turns.ts'
import type { Subject } from './subject.ts'

export function cases(subject: Subject): void {
  describe('a case', () => {
    test('comes back with every value it had', async () => {
      const full: Case = caseOf({
        topic: { id: 'bad-spi', confidence: 0.123456789, how: 'signature' },
        stage: { kind: 'step', step: 'other-network' },
        open: { nonce: 'n1', choices: ['fixed', 'answer:works'], step: 'other-network' },
        signatures: ['ras:809', 'hresult:0x800B0101'],
        steps: [
          { topic: 'bad-spi', step: 's', outcome: 'no-change', how: 'claimed', words: 'no', at: 1.7e12 },
        ],
        settled: [{ nonce: 'n0', choice: 'yes' }],
        handOver: { reason: 'asked', since: 1.7e12, told: true },
        helpful: false,
      })
      await add(subject.store, { case: full })
      expect((await subject.store.load('anna')).case).toEqual(full)
    })

    test('keeps words in any writing, and characters that nobody can see', async () => {
      const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('')
      const words = [
        '👩‍💻🇩🇪',
        '안녕하세요',
        'Ünïcödé',
        controls,
        '\u007f\u2028\u202e\ufeff\uffff',
        `'";--`,
        '',
      ]
      await add(subject.store, { case: caseOf({ words }) })
      expect((await subject.store.load('anna')).case?.words).toEqual(words)
    })

    test('that holds the name of a prototype pollutes nothing', async () => {
      const hostile = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')
      await add(subject.store, { case: { ...caseOf(), words: [hostile] } })
      const [found] = (await subject.store.load('anna')).case?.words ?? []
      expect(JSON.stringify(found)).toBe(JSON.stringify(hostile))
      expect({}).not.toHaveProperty('polluted')
    })

    test('is found by its id, with its conversation', async () => {
      await add(subject.store)
      expect(await subject.store.caseById('7K3M-9QDX')).toEqual({ case: caseOf(), conversation: 'anna' })
      expect(await subject.store.caseById('none')).toBeUndefined()
    })

    test('makes way for the next of the same employee, and stays as it was', async () => {
      await add(subject.store, { case: caseOf({ id: 'first', owner: 'closed' }) })
      await add(subject.store, { case: caseOf({ id: 'second' }) })
      expect((await subject.store.load('anna')).case?.id).toBe('second')
      expect((await subject.store.caseById('first'))?.case.owner).toBe('closed')
    })

    test("is never written over by another employee's of the same id", async () => {
      await add(subject.store, { case: caseOf({ id: 'X', words: ["Anna's"] }) })
      const bert = turnOf({
        conversation: 'bert',
        activityId: 'b1',
        case: caseOf({ id: 'X', words: ["Bert's"] }),
      })
      expect(await subject.store.commit(bert)).toEqual({ result: 'moved' })
      expect((await subject.store.caseById('X'))?.case.words).toEqual(["Anna's"])
      expect(await subject.store.load('bert', 'b1')).toEqual({ version: 0 })
    })
  })
}
