/** One employee's conversation without a channel: the same turn, the same store, replies caught where Teams would be. */
import { randomUUID } from 'node:crypto'
import type { Case } from '../dialogs/types.ts'
import type { Spoken } from '../speech/spoken.ts'
import type { Address } from '../store/records.ts'
import { openSqlite } from '../store/sqlite.ts'
import type { Store } from '../store/store.ts'
import type { Content } from '../turn/decide.ts'
import type { Deliver, Receive } from '../turn/delivery.ts'
import type { Inbound } from '../turn/inbound.ts'
import { createLanes } from '../turn/lane.ts'
import { createOutbox, type Outbox } from '../turn/outbox.ts'
import { fireDue } from '../turn/timers.ts'
import { createTurn, type Observed } from '../turn/turn.ts'

export interface ConversationOptions {
  readonly content: Content
  /** File of the database; a conversation under the same file goes on. */
  readonly path: string
  readonly locale?: string | undefined
  /** The clock, epoch milliseconds. */
  now?(): number
  observe?(observed: Observed): void
}

export interface Conversation {
  /** Each resolves with what was said in this turn. */
  joins(): Promise<readonly Spoken[]>
  says(text: string): Promise<readonly Spoken[]>
  /** By id, label or number of the last question; anything else is taken as typed words. */
  presses(choice: string): Promise<readonly Spoken[]>
  /** Any other event. */
  sends(what: Inbound['what']): Promise<readonly Spoken[]>
  /** Everything that came due by now. */
  timersFire(): Promise<readonly Spoken[]>
  /** As if the process had ended and come back. */
  restarts(): Promise<void>
  case(): Promise<Case | undefined>
  /** Cards for the agents' channel and lines of collapsed cards, in order. */
  readonly notices: readonly Spoken[]
  readonly collapsed: readonly string[]
  readonly store: Store
  close(): Promise<void>
}

const conversation = 'terminal'
const address: Address = {
  serviceUrl: 'http://127.0.0.1/',
  channelId: 'terminal',
  conversationId: conversation,
  botId: 'deskhand',
  employeeId: 'employee',
}

interface Running {
  readonly store: Store
  readonly outbox: Outbox
  readonly receive: Receive
}

export async function openConversation(options: ConversationOptions): Promise<Conversation> {
  const { locale, now = Date.now } = options
  const said: Spoken[] = []
  const notices: Spoken[] = []
  const collapsed: string[] = []
  let last: Spoken | undefined
  const deliver: Deliver = async outbound => {
    if (outbound.kind === 'collapse') collapsed.push(outbound.line)
    else if (outbound.kind === 'notice') notices.push(outbound.spoken)
    else said.push(outbound.spoken)
    return { result: 'sent', activityId: randomUUID() }
  }
  let running = await run(options, deliver)

  async function turn(work: () => Promise<unknown>): Promise<readonly Spoken[]> {
    said.length = 0
    await work()
    await running.outbox.idle()
    last = said.findLast(({ nonce }) => nonce) ?? last
    return [...said]
  }
  const sends = (what: Inbound['what']) =>
    turn(() =>
      running.receive({
        conversation,
        activityId: randomUUID(),
        address,
        at: now(),
        what,
        ...(locale && { locale }),
      }),
    )

  return {
    joins: () => sends({ kind: 'joined' }),
    says: text => sends({ kind: 'message', text }),
    presses: choice => sends(pressed(last, choice)),
    sends,
    timersFire: () => turn(() => fireDue(running.store, running.receive, now())),
    async restarts() {
      await stop(running)
      running = await run(options, deliver)
      await running.outbox.replay()
    },
    case: async () => (await running.store.load(conversation)).case,
    notices,
    collapsed,
    get store() {
      return running.store
    },
    close: () => stop(running),
  }
}

async function run(
  { content, path, observe = () => {} }: ConversationOptions,
  deliver: Deliver,
): Promise<Running> {
  const store = await openSqlite({ path, mode: 'local' })
  const outbox = createOutbox({ store, deliver, failed: () => {} })
  const agentsLanguage = content.defaultLanguage
  const receive = createTurn({
    store,
    outbox,
    lanes: createLanes(),
    content: () => content,
    agentsLanguage,
    observe,
  })
  return { store, outbox, receive }
}

async function stop({ outbox, store }: Running): Promise<void> {
  outbox.stop()
  await store.close()
}

function pressed(last: Spoken | undefined, choice: string): Inbound['what'] {
  const wanted = choice.trim().toLowerCase()
  const found = last?.choices.find(
    ({ id, label }, index) => id === choice || label.toLowerCase() === wanted || String(index + 1) === wanted,
  )
  if (!found || !last?.nonce) return { kind: 'message', text: choice }
  return { kind: 'choice', choice: found.id, nonce: last.nonce, answerable: false }
}
