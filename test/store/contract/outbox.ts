import { describe, expect, test } from 'vitest'
import { urgencyOf } from '../../../src/store/records.ts'
import { add, address, caseOf, marked, say, text } from '../turns.ts'
import type { Subject } from './subject.ts'

export function outbox(subject: Subject): void {
  describe('the outbox', () => {
    test('keeps what is to be sent, in order, until it is sent', async () => {
      const first = await say(subject.store, [{ kind: 'collapse', nonce: 'n1', line: 'Done' }, text('one')])
      const second = await say(subject.store, [text('two')])
      expect(first.map(row => row.outbound)).toEqual([
        { kind: 'collapse', nonce: 'n1', line: 'Done' },
        text('one'),
      ])
      expect(await subject.store.pending()).toEqual([...first, ...second])
      await subject.store.sent(first.map(row => ({ row, result: 'sent' })))
      expect(await subject.store.pending()).toEqual(second)
    })

    test('numbers rise, and no number is given twice', async () => {
      const [first] = await say(subject.store, [text('one')])
      await subject.store.sent([marked(first, { result: 'sent' })])
      const [second] = await say(subject.store, [text('two')])
      expect(second?.id).toBeGreaterThan(first?.id ?? Number.POSITIVE_INFINITY)
    })

    test('knows afterwards what is chat and what nobody has asked for', async () => {
      const reminder = { ...text('still there?'), urgency: 'notice' } as const
      await say(subject.store, [text('one'), reminder])
      const waiting = await subject.store.waitingIn('anna')
      expect(waiting.map(({ outbound }) => urgencyOf(outbound))).toEqual(['chat', 'notice'])
    })

    test('sends to the latest address', async () => {
      await say(subject.store, [text('one')])
      await add(subject.store, { address: { ...address, serviceUrl: 'https://moved.example/' } })
      expect((await subject.store.pending())[0]?.address.serviceUrl).toBe('https://moved.example/')
    })

    test('takes a mark twice without harm', async () => {
      const [row] = await say(subject.store, [text('one', 'n1')])
      const mark = marked(row, { result: 'dead', reason: 'gone', activityId: 's1' })
      await subject.store.sent([mark, mark])
      await subject.store.sent([mark])
      expect(await subject.store.deadLetters(9)).toHaveLength(1)
    })

    test('has nothing to do for an empty list of marks', async () => {
      await subject.store.sent([])
      expect(subject.store.stats().batches).toBe(0)
    })

    test('sets aside what cannot be sent, with the reason, for the operator', async () => {
      const [one, two] = await say(subject.store, [text('one'), text('two')], { at: 5000 })
      await subject.store.sent([
        marked(one, { result: 'dead', reason: '403 the bot is blocked' }),
        marked(two, { result: 'dead', reason: '413' }),
      ])
      expect(await subject.store.pending()).toEqual([])
      const letter = { conversation: 'anna', at: 5000 }
      expect(await subject.store.deadLetters(9)).toEqual([
        { ...letter, id: two?.id, outbound: text('two'), reason: '413' },
        { ...letter, id: one?.id, outbound: text('one'), reason: '403 the bot is blocked' },
      ])
      expect(await subject.store.deadLetters(1)).toHaveLength(1)
    })

    test('keeps, with the mark of a message, that its conversation is gone', async () => {
      const [row] = await say(subject.store, [text('one'), text('two')])
      await subject.store.sent([marked(row, { result: 'dead', reason: '404', gone: address })])
      const expected = { ...address, gone: true }
      expect((await subject.store.load('anna')).address).toEqual(expected)
      expect((await subject.store.waitingIn('anna')).map(waiting => waiting.address)).toEqual([expected])
      const store = await subject.reopen()
      expect((await store.load('anna')).address).toEqual(expected)
    })

    test('knows of no other conversation that it is gone', async () => {
      const [row] = await say(subject.store, [text('one')])
      await say(subject.store, [text('two')], { conversation: 'bert', case: caseOf({ id: 'B' }) })
      await subject.store.sent([marked(row, { result: 'dead', reason: '404', gone: address })])
      expect((await subject.store.load('bert')).address).toEqual(address)
    })

    test('sends again as soon as the employee is heard of, also when a mark comes late', async () => {
      const [early, late] = await say(subject.store, [text('one'), text('two')])
      await subject.store.sent([marked(early, { result: 'dead', reason: '404', gone: address })])
      const heard = { ...address, heard: 2 }
      await add(subject.store, { address: heard })
      await subject.store.sent([marked(late, { result: 'dead', reason: '404', gone: address })])
      expect((await subject.store.load('anna')).address).toEqual(heard)
      expect(await subject.store.deadLetters(9)).toHaveLength(2)
    })

    test('tries it again when an operator wants a message sent again, but not because of what the agents are told', async () => {
      const spoken = { language: 'en', summary: 'a case', blocks: [], choices: [] }
      const [row, told] = await say(subject.store, [text('one'), { kind: 'notice', spoken }])
      await subject.store.sent([
        marked(row, { result: 'dead', reason: '404', gone: address }),
        marked(told, { result: 'dead', reason: '404' }),
      ])
      await subject.store.resend([told?.id ?? 0])
      expect((await subject.store.load('anna')).address).toEqual({ ...address, gone: true })
      await subject.store.resend([row?.id ?? 0])
      expect((await subject.store.load('anna')).address).toEqual(address)
    })

    test('takes a mark for the second time without harm to who was heard of in between', async () => {
      const [row] = await say(subject.store, [text('one')])
      const mark = marked(row, { result: 'dead', reason: '404', gone: address })
      await subject.store.sent([mark])
      await add(subject.store, { address })
      await subject.store.sent([mark])
      expect((await subject.store.load('anna')).address).toEqual(address)
    })

    test('remembers which sent message carries which card', async () => {
      const [card, plain] = await say(subject.store, [text('choose', 'n1'), text('plain')])
      await subject.store.sent([
        marked(card, { result: 'sent', activityId: 'sent-1' }),
        marked(plain, { result: 'sent', activityId: 'sent-2' }),
      ])
      expect(await subject.store.sentCard('anna', 'n1')).toBe('sent-1')
      expect(await subject.store.sentCard('anna', 'n2')).toBeUndefined()
      expect(await subject.store.sentCard('bert', 'n1')).toBeUndefined()
    })

    test('forgets old cards together with old answers', async () => {
      const [old] = await say(subject.store, [text('choose', 'old')], { at: 1000 })
      const [young] = await say(subject.store, [text('choose', 'young')], { at: 2000 })
      await subject.store.sent([
        marked(old, { result: 'sent', activityId: 's1' }),
        marked(young, { result: 'sent', activityId: 's2' }),
      ])
      expect(await subject.store.forgetAnswers(1500)).toBe(1)
      expect(await subject.store.sentCard('anna', 'old')).toBeUndefined()
      expect(await subject.store.sentCard('anna', 'young')).toBe('s2')
    })

    test('names the conversations in which something waits, but for those that are held already', async () => {
      await say(subject.store, [text('one')])
      await say(subject.store, [text('two')], { conversation: 'bert', case: caseOf({ id: 'B' }) })
      expect([...(await subject.store.takeUp([]))].sort()).toEqual(['anna', 'bert'])
      expect(await subject.store.takeUp(['anna'])).toEqual(['bert'])
    })

    test('shows what waits in one conversation, in order', async () => {
      const rows = [
        ...(await say(subject.store, [text('one')])),
        ...(await say(subject.store, [text('two')])),
      ]
      await say(subject.store, [text('other')], { conversation: 'bert', case: caseOf({ id: 'B' }) })
      expect(await subject.store.waitingIn('anna')).toEqual(rows)
      expect(await subject.store.waitingIn('nobody')).toEqual([])
    })

    test('is led by the process that wrote into it, and marked by it', async () => {
      const [row] = await say(subject.store, [text('one')])
      expect(await subject.store.leads(row?.lease ?? -1)).toBe(true)
      expect(await subject.store.sent([marked(row, { result: 'sent' })])).toEqual([])
    })

    test('gets a dead letter back, at its end and under a new number', async () => {
      const [dead] = await say(subject.store, [text('dead')], { at: 5000 })
      await subject.store.sent([marked(dead, { result: 'dead', reason: '404' })])
      const [later] = await say(subject.store, [text('later')])
      expect(await subject.store.resend([dead?.id ?? 0, 4711])).toEqual([dead?.id])
      expect(await subject.store.resend([dead?.id ?? 0])).toEqual([])
      const rows = await subject.store.pending()
      expect(rows.map(({ outbound }) => outbound)).toEqual([text('later'), text('dead')])
      expect(rows[1]?.id).toBeGreaterThan(later?.id ?? Number.POSITIVE_INFINITY)
      expect(await subject.store.deadLetters(9)).toEqual([])
    })

    test('can set a message aside twice, with the reason of the second time', async () => {
      const [row] = await say(subject.store, [text('dead')])
      await subject.store.sent([marked(row, { result: 'dead', reason: '404' })])
      await subject.store.resend([row?.id ?? 0])
      const [again] = await subject.store.pending()
      await subject.store.takeUp([])
      const [ours] = await subject.store.waitingIn('anna')
      expect(ours?.id).toBe(again?.id)
      await subject.store.sent([marked(ours, { result: 'dead', reason: '403' })])
      expect((await subject.store.deadLetters(9)).map(({ reason }) => reason)).toEqual(['403'])
    })
  })
}
