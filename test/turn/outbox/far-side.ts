/** What the outbox's tests stand on: a far side that answers as told, and messages of few words. */
import { onTestFinished } from 'vitest'
import type { Spoken } from '../../../src/speech/spoken.ts'
import type { Address, Outbound } from '../../../src/store/records.ts'
import { openSqlite } from '../../../src/store/sqlite.ts'
import type { Store } from '../../../src/store/store.ts'
import type { Delivered } from '../../../src/turn/delivery.ts'
import { createOutbox } from '../../../src/turn/outbox.ts'
import { caseOf, turnOf } from '../../store/turns.ts'

/** A far side that answers as told, and remembers what reached it. */
export async function farSide(
  answers: (text: string, attempt: number) => Delivered | Promise<Delivered>,
  disturbed: (store: Store) => Store = store => store,
) {
  const store = await openSqlite({ path: ':memory:', mode: 'local' })
  onTestFinished(() => store.close())
  const arrived: string[] = []
  const addresses: Address[] = []
  const waited: number[] = []
  const outbox = createOutbox({
    store: disturbed(store),
    failed: () => {},
    wait: async ms => void waited.push(ms),
    deliver: async (outbound, address) => {
      const text = textOf(outbound)
      arrived.push(text)
      addresses.push(address)
      return answers(text, arrived.filter(t => t === text).length)
    },
  })
  return { store, outbox, arrived, addresses, waited }
}

export function textOf(outbound: Outbound): string {
  return outbound.kind === 'collapse' ? outbound.line : outbound.spoken.summary
}

export function words(text: string): Spoken {
  return { language: 'en', summary: text, blocks: [], choices: [] }
}

export function say(text: string): Outbound {
  return { kind: 'say', spoken: words(text) }
}

export async function commit(store: Store, conversation: string, version: number, ...texts: string[]) {
  const done = await store.commit(
    turnOf({
      conversation,
      version,
      activityId: `${conversation}-${version}`,
      case: caseOf({ id: `case-${conversation}` }),
      outbox: texts.map(say),
    }),
  )
  if (done.result !== 'committed') throw new Error(done.result)
  return done.outbox
}

export const sent: Delivered = { result: 'sent' }

export const gone: Delivered = { result: 'gone', reason: '404' }

export const notice: Outbound = { kind: 'notice', spoken: words('a case waits') }
