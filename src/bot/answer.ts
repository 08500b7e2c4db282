/** What an arrived activity leads to, and what the response to its request says. */
import type { Address, Answered } from '../store/records.ts'
import type { Deliver, Receive } from '../turn/delivery.ts'
import type { Inbound } from '../turn/inbound.ts'
import type { Arrived } from './activity.ts'
import { cardType } from './cards/elements.ts'
import { collapsed } from './cards/message.ts'
import { oncePerMinute, publicLine } from './in-public.ts'
import type { Logger } from './logger.ts'

export interface AnswerOptions {
  readonly receive: Receive
  /** The line for group chats and channels goes out directly; everything else by the outbox. */
  readonly deliver: Deliver
  /** The typing sign. */
  readonly typing: (address: Address) => Promise<void>
  /** "Please write to me in our personal chat", in the language of this locale or in the default one. Plain text. */
  readonly groupLine: (locale: string | undefined) => string
  readonly log: Pick<Logger, 'warn'>
  /** Epoch milliseconds. */
  readonly now?: () => number
}

/** The body of an adaptiveCard/action response: what replaces the pressed card, or what is shown beside it. */
export interface PressAnswer {
  readonly statusCode: 200
  readonly type: string
  readonly value: unknown
}

/** Undefined: the response needs no body. */
export type Answer = (arrived: Arrived, isInvoke: boolean) => Promise<PressAnswer | undefined>

/** A turn that takes longer than this, in milliseconds, shows the typing sign. */
const slow = 1_000

export function createAnswer(options: AnswerOptions): Answer {
  const mayBeSaid = oncePerMinute(options.now ?? Date.now)
  return async (arrived, isInvoke) => {
    switch (arrived.kind) {
      case 'nothing':
        return undefined
      case 'in-public':
        return answerInPublic(arrived, isInvoke, options, mayBeSaid)
      case 'event':
        return answerEvent(arrived.inbound, isInvoke, options)
    }
  }
}

async function answerEvent(
  inbound: Inbound,
  isInvoke: boolean,
  options: AnswerOptions,
): Promise<PressAnswer | undefined> {
  const answered = await receiveTyping(inbound, options)
  return isInvoke ? pressAnswer(answered) : undefined
}

async function receiveTyping(inbound: Inbound, { receive, typing }: AnswerOptions): Promise<Answered> {
  const { address, what } = inbound
  const expectsReply = address !== undefined && (what.kind === 'message' || what.kind === 'choice')
  const timer = expectsReply ? setTimeout(() => void typing(address), slow) : undefined
  return receive(inbound).finally(() => clearTimeout(timer))
}

/** Teams reports an error unless a press is answered with something to show. */
function pressAnswer({ collapsed: line }: Answered): PressAnswer {
  if (line === undefined) return messageAnswer('✓')
  return { statusCode: 200, type: cardType, value: collapsed(line) }
}

function messageAnswer(value: string): PressAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value }
}

/** Not awaited: the response must not wait for the connector. */
function answerInPublic(
  { address, locale }: Extract<Arrived, { kind: 'in-public' }>,
  isInvoke: boolean,
  { deliver, groupLine, log }: AnswerOptions,
  mayBeSaid: (conversationId: string) => boolean,
): PressAnswer | undefined {
  const line = groupLine(locale)
  if (isInvoke) return messageAnswer(line)
  if (!mayBeSaid(address.conversationId)) return undefined
  const spoken = publicLine(line, address, locale ?? 'en')
  deliver({ kind: 'say', spoken }, address).then(
    delivered =>
      delivered.result === 'sent' ||
      log.warn({ ...delivered }, 'The link into the personal chat was not sent.'),
    thrown => log.warn({ err: thrown }, 'The link into the personal chat was not sent.'),
  )
  return undefined
}
