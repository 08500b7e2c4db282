/** Rows of the first version of the tables, such as a service leaves behind. */
import type { Kysely } from 'kysely'
import type { Tables } from '../../../src/store/schema.ts'
import { address, caseOf, text } from '../../store/turns.ts'

export interface Rows {
  readonly conversations: number
  /** Where the unsent messages go to. */
  readonly serviceUrl: string
  readonly tenantId: string
}

/** One conversation in so many has a message that was not sent yet. */
const unsentEvery = 10
const [began, week] = [Date.now() - 3_600_000, 7 * 86_400_000]
/** SQLite takes so many values in one statement. */
const together = 100

export function unsentOf({ conversations }: Pick<Rows, 'conversations'>): number {
  return Math.ceil(conversations / unsentEvery)
}

export async function insertRows(db: Kysely<Tables>, rows: Rows): Promise<void> {
  const all = Array.from({ length: rows.conversations }, (_, index) => index)
  for (let from = 0; from < all.length; from += together) {
    await insertSome(db, rows, all.slice(from, from + together))
  }
}

async function insertSome(db: Kysely<Tables>, rows: Rows, some: readonly number[]): Promise<void> {
  const values = conversations(rows, some)
  const made = await db.insertInto('conversations').values(values).returning(['id', 'case_id']).execute()
  const ids = made.map(({ id }) => Number(id))
  await db.insertInto('cases').values(cases(made)).execute()
  await db
    .insertInto('transcript')
    .values(made.map(({ case_id }) => line(case_id)))
    .execute()
  const inbox = ids.map(conversation => ({ conversation, activity_id: 'a-1', answered: '{}', at: began }))
  await db.insertInto('inbox').values(inbox).execute()
  const cards = ids.map(conversation => ({ conversation, nonce: 'n', activity_id: 'm-1', at: began }))
  await db.insertInto('sent_cards').values(cards).execute()
  const timers = ids.map(conversation => ({ conversation, name: 'close', at: began + week }))
  await db.insertInto('timers').values(timers).execute()
  const waiting = ids.filter((_, index) => index % unsentEvery === 0)
  const outbound = JSON.stringify(text('Unsent when the program was exchanged'))
  const unsent = waiting.map(conversation => ({ conversation, outbound, at: began }))
  await db.insertInto('outbox').values(unsent).execute()
  const dead = waiting.map(id => ({
    id: 1_000_000 + id,
    conversation: id,
    outbound,
    reason: 'gone',
    at: began,
  }))
  await db.insertInto('dead_letters').values(dead).execute()
}

function conversations({ serviceUrl, tenantId }: Rows, some: readonly number[]) {
  return some.map(index => {
    const where = { ...address, serviceUrl, tenantId, conversationId: `c${index}` }
    return { key: `c${index}`, version: 1, address: JSON.stringify(where), case_id: `case ${index}` }
  })
}

function cases(made: readonly { readonly id: number; readonly case_id: string }[]) {
  return made.map(({ id, case_id }) => {
    const state = JSON.stringify(caseOf({ id: case_id, openedAt: began }))
    const open = { owner: 'bot', topic: null, language: 'en', waiting_since: null }
    return { id: case_id, conversation: id, ...open, opened_at: began, updated_at: began, state }
  })
}

function line(case_id: string) {
  return { case_id, from: 'employee', text: 'my vpn says no', activity_id: 'a-1', at: began }
}
