/** Turns as the store gets them, with only what a test is about written out. */
import type { Case } from '../../src/dialogs/types.ts'
import type { Address, Outbound, OutboxRow, Sent } from '../../src/store/records.ts'
import type { Store, Turn } from '../../src/store/store.ts'

export const address: Address = {
  serviceUrl: 'https://smba.example/emea/',
  channelId: 'msteams',
  conversationId: 'a:1',
  botId: '28:bot',
  employeeId: '29:anna',
  tenantId: 'contoso',
}

export function caseOf(fields: Partial<Case> = {}): Case {
  return {
    id: '7K3M-9QDX',
    openedAt: 1000,
    language: 'en',
    languageFrom: 'default',
    owner: 'bot',
    stage: { kind: 'new' },
    signatures: [],
    notThese: [],
    steps: [],
    words: [],
    later: [],
    misses: 0,
    settled: [],
    ...fields,
  }
}

export function waitingCase(id: string, since: number): Case {
  return caseOf({ id, owner: 'waiting', handOver: { reason: 'asked', since, told: false } })
}

export function turnOf(fields: Partial<Turn> = {}): Turn {
  return {
    conversation: 'anna',
    version: 0,
    answered: {},
    address,
    case: caseOf(),
    transcript: [],
    outbox: [],
    timers: [],
    clearTimers: false,
    at: 1000,
    ...fields,
  }
}

/** Commits a turn on top of whatever is there. */
export async function add(store: Store, fields: Partial<Turn> = {}) {
  const turn = turnOf(fields)
  const { version } = await store.load(turn.conversation)
  return store.commit({ ...turn, version })
}

/** Commits a turn that says these things; answers their rows. */
export async function say(
  store: Store,
  outbox: readonly Outbound[],
  fields: Partial<Turn> = {},
): Promise<readonly OutboxRow[]> {
  const done = await add(store, { ...fields, outbox })
  if (done.result !== 'committed') throw new Error(`the turn was ${done.result}`)
  return done.outbox
}

export function text(summary: string, nonce?: string): Outbound {
  const spoken = { language: 'en', summary, blocks: [], choices: [] }
  return { kind: 'say', spoken: nonce === undefined ? spoken : { ...spoken, nonce } }
}

/** What became of a row that the test knows to be there. */
export function marked(row: OutboxRow | undefined, what: Omit<Sent, 'row'>): Sent {
  if (!row) throw new Error('the turn wrote no such row')
  return { ...what, row }
}
