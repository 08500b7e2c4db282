/** The Bot Connector of a crash test: writes every message down, and answers as late as a far place does. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Arrival, type Behaviour, startConnector } from '../support/connector.ts'
import type { FarEvent, History } from './history.ts'
import { caseIdIn } from './walks.ts'

export interface FarSide {
  readonly url: string
  /** Gives this file to whoever fetches it, once it is there; answers its address. */
  gives(file: Promise<Buffer>): string
  /** Resolves with the newest when the conversation has got that many different messages. */
  message(conversation: string, count: number): Promise<Message>
  /** Resolves when the agents have got a card for each case that was named in this conversation. */
  told(conversation: string): Promise<void>
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
  /** Cases. */
  readonly named: Set<string>
  waiting: { readonly count: number; readonly tell: (newest: Message) => void }[]
}

/** The conversation in which the helpdesk's agents are told of a hand-over. */
export const agentsChannel = 'agents'

/** Decides about an arrival; undefined: it is taken, as usual. What is not taken is not written down. */
export type Misbehaves = (arrival: Arrival) => Behaviour | undefined

export async function openFarSide(
  history: History<FarEvent>,
  misbehaves: Misbehaves = () => undefined,
  farMs = 45,
): Promise<FarSide> {
  const chats = new Map<string, Chat>()
  const noted = new Set<string>()
  let open = true
  const connector = await startConnector({
    keep: false,
    behave(arrival) {
      const behaviour = misbehaves(arrival)
      if (behaviour) return behaviour
      if (arrival.activity?.type === 'message' && arrival.method === 'POST') {
        if (arrival.conversation === agentsChannel) noted.add(noticed(history, arrival))
        else arrived(history, chatOf(chats, arrival.conversation), arrival)
      }
      return { delayMs: farMs * (0.1 + 0.9 * Math.random()) }
    },
  })
  return {
    url: connector.url,
    gives: connector.gives,
    message: (conversation, count) => whenThere(chatOf(chats, conversation), count),
    async told(conversation) {
      const { named } = chatOf(chats, conversation)
      while (open && [...named].some(caseId => !noted.has(caseId))) await pause(20, undefined, { ref: false })
    },
    left: connector.left,
    close() {
      open = false
      return connector.close()
    },
  }
}

function noticed(history: History<FarEvent>, { activity }: Arrival): string {
  const words = wordsIn(activity).join(' | ')
  const caseId = caseIdIn(words) ?? `no case: ${words}`
  history.write({ event: 'noticed', caseId })
  return caseId
}

function arrived(history: History<FarEvent>, chat: Chat, { conversation, activity }: Arrival): void {
  const nonce = nonceIn(activity)
  const says = wordsIn(activity).join(' | ')
  history.write({ event: 'arrived', conversation, says, ...(nonce !== undefined && { nonce }) })
  const message = { body: activity, ...(nonce !== undefined && { nonce }) }
  // An older one that comes again is not what the employee answers.
  if (!chat.different.has(`${nonce} ${says}`)) chat.newest = message
  chat.different.add(`${nonce} ${says}`)
  const caseId = caseIdIn(says)
  if (caseId !== undefined) chat.named.add(caseId)
  const reached = chat.waiting.filter(({ count }) => chat.different.size >= count)
  chat.waiting = chat.waiting.filter(waiter => !reached.includes(waiter))
  for (const { tell } of reached) tell(chat.newest ?? message)
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
  const chat = chats.get(conversation) ?? { different: new Set(), named: new Set(), waiting: [] }
  chats.set(conversation, chat)
  return chat
}
