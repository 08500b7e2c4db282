/** The Bot Connector of a crash test: writes every message down, and answers as late as a far place does. */
import { type Arrival, startConnector } from '../support/connector.ts'
import type { FarEvent, History } from './history.ts'

export interface FarSide {
  readonly url: string
  /** Resolves with the newest when the conversation has got that many different messages. */
  message(conversation: string, count: number): Promise<Message>
  /** Resolves when everything that a dead process still sent has arrived. */
  left(): Promise<void>
  close(): Promise<void>
}

export interface Message {
  readonly body: unknown
  readonly nonce?: string
}

interface Chat {
  newest?: Message
  /** The same message sent again is not another one. */
  readonly different: Set<string>
  waiting: { readonly count: number; readonly tell: (newest: Message) => void }[]
}

export async function openFarSide(history: History<FarEvent>): Promise<FarSide> {
  const chats = new Map<string, Chat>()
  const connector = await startConnector({
    keep: false,
    behave(arrival) {
      if (arrival.activity?.type === 'message' && arrival.method === 'POST') {
        arrived(history, chatOf(chats, arrival.conversation), arrival)
      }
      return { delayMs: 5 + Math.random() * 40 }
    },
  })
  return {
    url: connector.url,
    message: (conversation, count) => whenThere(chatOf(chats, conversation), count),
    left: connector.left,
    close: connector.close,
  }
}

function arrived(history: History<FarEvent>, chat: Chat, { conversation, activity }: Arrival): void {
  const nonce = nonceIn(activity)
  const says = wordsIn(activity).join(' | ')
  history.write({ event: 'arrived', conversation, says, ...(nonce !== undefined && { nonce }) })
  chat.newest = { body: activity, ...(nonce !== undefined && { nonce }) }
  chat.different.add(`${nonce} ${says}`)
  const reached = chat.waiting.filter(({ count }) => chat.different.size >= count)
  chat.waiting = chat.waiting.filter(waiter => !reached.includes(waiter))
  for (const { tell } of reached) tell(chat.newest)
}

/** Everything a reader sees, in order; not what buttons carry. */
function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'data' || key === 'fallback' || key === 'summary') return []
    const visible = key === 'text' || key === 'title' || key === 'value'
    return visible && typeof inner === 'string' ? [inner] : wordsIn(inner)
  })
}

function nonceIn(activity: unknown): string | undefined {
  return /"nonce":"([^"]+)"/.exec(JSON.stringify(activity))?.[1]
}

function whenThere({ newest, different, waiting }: Chat, count: number): Promise<Message> {
  if (newest && different.size >= count) return Promise.resolve(newest)
  return new Promise(tell => waiting.push({ count, tell }))
}

function chatOf(chats: Map<string, Chat>, conversation: string): Chat {
  const chat = chats.get(conversation) ?? { different: new Set(), waiting: [] }
  chats.set(conversation, chat)
  return chat
}
