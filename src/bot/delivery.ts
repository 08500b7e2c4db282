/**
 * Sends what the outbox holds to the Bot Connector and says what became of it. What is to be done about a failure is the
 * outbox's business.
 */
import type { Config, Identity } from '../config.ts'
import type { Spoken } from '../speech/spoken.ts'
import type { Address, Outbound } from '../store/records.ts'
import type { Deliver, Delivered } from '../turn/delivery.ts'
import { fitted, messageBudget } from './cards/fit.ts'
import { cardMessage, collapsed, messageFor, showsCards, spokenCard } from './cards/message.ts'
import type { Tokens } from './credentials.ts'
import { createSender, type Send } from './delivery/send.ts'
import { rememberSilence } from './delivery/silence.ts'

export interface DeliveryOptions {
  /** Says to which addresses messages, and with them the token, may go. */
  readonly identity: Identity
  readonly tokens: Tokens
  /** The agents' channel: notices go there, whatever conversation they are about. Absent: they are refused. */
  readonly agents?: Config['agents']
  /** Time limit of one call in milliseconds; 10,000 unless told. */
  readonly timeoutMs?: number
}

export interface Delivery {
  readonly deliver: Deliver
  /** The typing sign. Best effort: nothing happens when it fails, or while the far side has asked for silence there. */
  typing(address: Address): Promise<void>
  /** Waits two seconds for the calls under way. */
  close(): Promise<void>
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { send: call, close } = createSender(options)
  const silence = rememberSilence()
  const send: Send = async what => {
    const sending = await call(what)
    silence.heard(what.address.conversationId, sending)
    return sending
  }
  return {
    deliver: (outbound, address, cardId) =>
      dispatch(outbound, address, cardId, { send, agents: options.agents }).catch(notUnderstood),
    typing: async address => {
      if (silence.isAsked(address.conversationId)) return
      await send({ method: 'POST', address, body: JSON.stringify({ type: 'typing', ...envelope(address) }) })
    },
    close,
  }
}

interface Way {
  readonly send: Send
  readonly agents: Config['agents']
}

async function dispatch(
  outbound: Outbound,
  address: Address,
  cardId: string | undefined,
  { send, agents }: Way,
): Promise<Delivered> {
  switch (outbound.kind) {
    case 'say':
      return say(outbound.spoken, address, send)
    case 'notice':
      return notify(outbound.spoken, address, agents, send)
    case 'collapse':
      return collapse(outbound.line, address, cardId, send)
    default:
      throw new Error('A newer version has another kind of message.')
  }
}

/**
 * What the store holds may be another version's. It must not end the process, which would find it again at its next
 * start; while an upgrade goes on, an instance that can send it may take over.
 */
function notUnderstood(thrown: unknown): Delivered {
  const name = thrown instanceof Error ? thrown.name : typeof thrown
  return { result: 'retry', reason: `the stored message is not understood: ${name}` }
}

function say(spoken: Spoken, address: Address, send: Send): Promise<Delivered> {
  const frame = { ...envelope(address), locale: spoken.language }
  return post(spoken, address, send, words => ({ ...messageFor(words, address.channelId), ...frame }))
}

/** Says nothing of whose conversation it is about. */
async function notify(
  spoken: Spoken,
  about: Address,
  agents: Config['agents'],
  send: Send,
): Promise<Delivered> {
  if (agents === undefined) return { result: 'refused', reason: 'there is no channel for agents' }
  const address = { ...about, ...agents }
  const { recipient: _, ...frame } = envelope(address)
  return post(spoken, address, send, words => ({
    ...cardMessage(spokenCard(words), words.summary),
    ...frame,
    locale: spoken.language,
  }))
}

/** A message that is too large (413) is shortened once, to half of what it was at most; if it can be. */
async function post(
  spoken: Spoken,
  address: Address,
  send: Send,
  message: (spoken: Spoken) => object,
): Promise<Delivered> {
  const within = (budget: number) => fitted(spoken, budget, words => JSON.stringify(message(words)))
  const body = within(messageBudget)
  const first = await send({ method: 'POST', address, body })
  if (first.status !== 413) return first.delivered
  const shorter = within(Math.min(messageBudget / 4, Buffer.byteLength(body) / 2))
  if (shorter.length >= body.length) return first.delivered
  return (await send({ method: 'POST', address, body: shorter })).delivered
}

/** A card that is not there any more says nothing about the conversation, so that one does not count as gone. */
async function collapse(
  line: string,
  address: Address,
  cardId: string | undefined,
  send: Send,
): Promise<Delivered> {
  if (cardId === undefined || !showsCards(address.channelId)) return { result: 'sent' }
  const body = JSON.stringify({ ...cardMessage(collapsed(line), line), ...envelope(address), id: cardId })
  const { delivered } = await send({ method: 'PUT', address, activityId: cardId, body })
  return delivered.result === 'gone' ? { result: 'refused', reason: delivered.reason } : delivered
}

function envelope(address: Address) {
  return {
    channelId: address.channelId,
    serviceUrl: address.serviceUrl,
    from: { id: address.botId },
    recipient: { id: address.employeeId },
    conversation: { id: address.conversationId },
  }
}
