/** One message on its way: its turn in the pace, the lease, the attempts, and what became of it. */
import type { Address, Collapse, Outbound, OutboxRow, Sent, Urgency } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import type { Deliver, Delivered } from '../delivery.ts'
import { few } from './few.ts'

/** Keeps the channel's limits. */
export interface Pace {
  /** Resolves when this may be sent, which then counts; chat goes first. `urgency` is asked again while it waits. */
  turn(outbound: Outbound, address: Address, urgency?: () => Urgency): Promise<void>
  /** The far side asked for so many milliseconds of silence where this goes to; whoever sends, keeps them. */
  hold(outbound: Outbound, address: Address, ms: number): Promise<void>
}

export interface SendingParts {
  readonly store: Store
  readonly deliver: Deliver
  readonly pace?: Pace
  failed(row: OutboxRow, outcome: Delivered): void
  wait(ms: number): Promise<void>
  stopped(): boolean
}

/** It did not go out from here; we end, or another process leads the conversation. */
type NotSent = { readonly result: 'stopped' } | { readonly result: 'lost' }

/** `tried`: absent without a call. */
interface Attempt {
  readonly outcome: Delivered | NotSent
  readonly tried?: Address
}

export type Outcome = Sent | NotSent

/** Asked at each attempt. */
export interface Recipient {
  /** The employee may be heard of elsewhere meanwhile. */
  address(): Address
  /** Of the most urgent message that waits, this one or one behind it. */
  urgency(): Urgency
}

export interface Sending {
  send(row: OutboxRow, to: Recipient): Promise<Outcome>
  /** Once the reply is sent. Tidiness only: tried once, because the buttons of an answered card have no effect any more. */
  collapseWith(row: OutboxRow): Promise<void>
}

const mostAttempts = 12
const longestPause = 60_000
/** Calls at a time in conversations whose last call was never answered: they must not take all connections. */
const mostHanging = 64

export function createSending({ store, deliver, pace, failed, wait, stopped }: SendingParts): Sending {
  const hanging = few(mostHanging)

  async function send(row: OutboxRow, to: Recipient): Promise<Outcome> {
    const cardId = row.outbound.kind === 'collapse' ? await cardOf(row, row.outbound) : undefined
    if (row.outbound.kind === 'collapse' && cardId === undefined) return { row, result: 'sent' }
    let hung = false
    for (let attempt = 1; !stopped(); attempt++) {
      const { outcome, tried } = await attemptOnce(row, to, cardId, hung)
      if (outcome.result === 'stopped' || outcome.result === 'lost') return outcome
      if (outcome.result === 'sent') return { row, ...outcome }
      failed(row, outcome)
      if (outcome.result !== 'retry' || attempt >= mostAttempts) return dead(row, outcome, tried)
      hung = outcome.hung === true
      await (asksForSilence(outcome)
        ? keepSilent(row.outbound, to.address(), outcome.afterMs)
        : wait(pause(attempt)))
    }
    return { result: 'stopped' }
  }

  async function attemptOnce(
    { lease, outbound }: OutboxRow,
    { address, urgency }: Recipient,
    cardId: string | undefined,
    hung: boolean,
  ): Promise<Attempt> {
    if (isGone(outbound, address())) return { outcome: goneBefore }
    await pace?.turn(outbound, address(), urgency)
    // Not before: its turn may be an hour away.
    const leave = hung ? await hanging.enter() : undefined
    try {
      if (!(await leads(lease))) return { outcome: { result: 'lost' } }
      if (stopped()) return { outcome: { result: 'stopped' } }
      const tried = address()
      return { outcome: await deliver(outbound, tried, cardId), tried }
    } finally {
      leave?.()
    }
  }

  /** Who cannot be asked does not let us send. */
  function leads(lease: number): Promise<boolean> {
    return store.leads(lease).catch(() => false)
  }

  async function collapseWith({ outbound, ...row }: OutboxRow): Promise<void> {
    if (outbound.kind !== 'say' || !outbound.collapse) return
    const collapse = { kind: 'collapse', ...outbound.collapse } as const
    const cardId = await cardOf(row, collapse)
    if (cardId === undefined) return
    await pace?.turn(collapse, row.address)
    const outcome = await deliver(collapse, row.address, cardId)
    if (outcome.result === 'sent') return
    failed({ ...row, outbound: collapse }, outcome)
    if (asksForSilence(outcome)) await keepSilent(collapse, row.address, outcome.afterMs)
  }

  /** The next message of the conversation may be another instance's, so they are told, if they can be. */
  async function keepSilent(outbound: Outbound, address: Address, ms: number): Promise<void> {
    await pace?.hold(outbound, address, ms).catch(() => undefined)
    await wait(ms)
  }

  function cardOf(
    { conversation }: Pick<OutboxRow, 'conversation'>,
    { nonce }: Collapse,
  ): Promise<string | undefined> {
    return store.sentCard(conversation, nonce).catch(() => undefined)
  }

  return { send, collapseWith }
}

/** What the agents are told goes elsewhere, and says nothing of the employee. */
function isGone({ kind }: Outbound, { gone }: Address): boolean {
  return gone === true && kind !== 'notice'
}

function dead(
  row: OutboxRow,
  { result, reason }: Exclude<Delivered, { result: 'sent' }>,
  tried: Address | undefined,
): Sent {
  const gone = result === 'gone' && row.outbound.kind !== 'notice' ? tried : undefined
  return { row, result: 'dead', reason, ...(gone && { gone }) }
}

const goneBefore: Delivered = {
  result: 'gone',
  reason: 'the conversation is gone, until the employee is heard of again',
}

function asksForSilence(outcome: Delivered): outcome is Delivered & { readonly afterMs: number } {
  return outcome.result === 'retry' && outcome.afterMs !== undefined
}

/** 0.5 s, 1 s, 2 s … a minute, each with up to a quarter of jitter. */
function pause(attempt: number): number {
  return Math.min(500 * 2 ** (attempt - 1), longestPause) * (1 + Math.random() / 4)
}
