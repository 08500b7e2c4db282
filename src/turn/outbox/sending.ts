/** One message on its way: its turn in the pace, the lease, the attempts, and what became of it. */
import type { Address, Collapse, Outbound, OutboxRow, Sent, Store } from '../../store/store.ts'
import type { Deliver, Delivered } from '../delivery.ts'

/** Keeps the channel's limits. */
export interface Pace {
  /** Resolves when this may be sent, which then counts; the more urgent goes first. */
  turn(outbound: Outbound, address: Address): Promise<void>
}

export interface SendingParts {
  readonly store: Store
  readonly deliver: Deliver
  readonly pace?: Pace
  failed(row: OutboxRow, outcome: Delivered): void
  wait(ms: number): Promise<void>
  stopped(): boolean
}

/** stopped, lost: it did not go out from here; we end, or another process leads the conversation. */
export type Outcome = Sent | { readonly result: 'stopped' | 'lost' }

export interface Sending {
  /** `address` is asked at each attempt: the employee may be heard of elsewhere meanwhile. */
  send(row: OutboxRow, address: () => Address): Promise<Outcome>
  /** Once the reply is sent. Tidiness only: tried once, because the buttons of an answered card have no effect any more. */
  collapseWith(row: OutboxRow): Promise<void>
}

const mostAttempts = 12
const longestPause = 60_000

export function createSending({ store, deliver, pace, failed, wait, stopped }: SendingParts): Sending {
  async function send(row: OutboxRow, address: () => Address): Promise<Outcome> {
    const cardId = row.outbound.kind === 'collapse' ? await cardOf(row, row.outbound) : undefined
    if (row.outbound.kind === 'collapse' && cardId === undefined) return { row, result: 'sent' }
    for (let attempt = 1; !stopped(); attempt++) {
      await pace?.turn(row.outbound, address())
      if (!(await leads(row))) return { result: 'lost' }
      if (stopped()) break
      const outcome = await deliver(row.outbound, address(), cardId)
      if (outcome.result === 'sent') return { row, ...outcome }
      failed(row, outcome)
      if (outcome.result !== 'retry' || attempt >= mostAttempts) {
        return { row, result: 'dead', reason: outcome.reason }
      }
      await wait(outcome.afterMs ?? pause(attempt))
    }
    return { result: 'stopped' }
  }

  /** Who cannot be asked does not let us send. */
  function leads({ lease }: OutboxRow): Promise<boolean> {
    return store.leads(lease).catch(() => false)
  }

  async function collapseWith({ outbound, ...row }: OutboxRow): Promise<void> {
    if (outbound.kind !== 'say' || !outbound.collapse) return
    const collapse = { kind: 'collapse', ...outbound.collapse } as const
    const cardId = await cardOf(row, collapse)
    if (cardId === undefined) return
    await pace?.turn(collapse, row.address)
    const outcome = await deliver(collapse, row.address, cardId)
    if (outcome.result !== 'sent') failed({ ...row, outbound: collapse }, outcome)
  }

  function cardOf(
    { conversation }: Pick<OutboxRow, 'conversation'>,
    { nonce }: Collapse,
  ): Promise<string | undefined> {
    return store.sentCard(conversation, nonce).catch(() => undefined)
  }

  return { send, collapseWith }
}

/** 0.5 s, 1 s, 2 s … a minute, each with up to a quarter of jitter. */
function pause(attempt: number): number {
  return Math.min(500 * 2 ** (attempt - 1), longestPause) * (1 + Math.random() / 4)
}
