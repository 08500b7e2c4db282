/**
 * A room to rehearse in: the real turn on a database that is gone afterwards. Many conversations go on beside each
 * other; each has a clock of its own and is alone in the queue.
 */
import { randomUUID } from 'node:crypto'
import type { Case } from '../dialogs/types.ts'
import type { Spoken, SpokenChoice } from '../speech/spoken.ts'
import type { OutboxRow } from '../store/records.ts'
import { openSqlite } from '../store/sqlite.ts'
import type { Store } from '../store/store.ts'
import type { Content } from '../turn/decide.ts'
import type { Inbound } from '../turn/inbound.ts'
import { createLanes } from '../turn/lane.ts'
import type { Outbox } from '../turn/outbox.ts'
import { fireDue } from '../turn/timers.ts'
import { createTurn } from '../turn/turn.ts'

/** What one line of the employee led to. */
export interface Heard {
  readonly replies: readonly Spoken[]
  readonly before: Case | undefined
  readonly case: Case | undefined
  /** The label of the button, where one was pressed. */
  readonly pressed?: string
}

export interface Employee {
  says(text: string): Promise<Heard>
  /** By label, id or number of the last question's buttons. Undefined: there is no such button. */
  presses(label: string): Promise<Heard | undefined>
  /** Time passes, and what came due happens. */
  waits(ms: number): Promise<Heard>
  /** Labels of the buttons that are offered now. */
  readonly buttons: readonly string[]
}

export interface Room {
  /** `content` may differ from conversation to conversation. */
  enter(locale: string, content: Content): Employee
  close(): Promise<void>
}

/** A Monday morning; only spans of time matter. */
const morning = Date.parse('2026-03-02T09:00:00Z')
/** Between two lines of an employee. */
const pause = 60_000
const all = 100_000

export async function openRoom(): Promise<Room> {
  const store = await openSqlite({ path: ':memory:', mode: 'local' })
  return {
    enter: (locale, content) => enter(store, locale, content),
    close: () => store.close(),
  }
}

function enter(shared: Store, locale: string, content: Content): Employee {
  const conversation = randomUUID()
  const store = alone(shared, conversation)
  const address = { serviceUrl: 'http://127.0.0.1/', channelId: 'rehearsal', conversationId: conversation }
  const said: Spoken[] = []
  const receive = createTurn({
    store,
    outbox: listeningWith(said),
    lanes: createLanes(),
    content: () => content,
    agentsLanguage: undefined,
    observe: ({ error }) => {
      failure ??= error
    },
  })
  let failure: unknown
  let now = morning
  let last: Spoken | undefined

  async function turn(work: () => Promise<unknown>): Promise<Heard> {
    const { case: before } = await store.load(conversation)
    said.length = 0
    now += pause
    await work()
    if (failure !== undefined) throw failure
    const { case: after } = await store.load(conversation)
    last = after?.open && (said.findLast(({ nonce }) => nonce) ?? last)
    return { replies: [...said], before, case: after }
  }
  const send = (what: Inbound['what']) =>
    turn(() =>
      receive({
        conversation,
        activityId: randomUUID(),
        address: { ...address, botId: 'deskhand', employeeId: 'employee' },
        at: now,
        locale,
        what,
      }),
    )

  return {
    says: text => send({ kind: 'message', text }),
    async presses(label) {
      const choice = last && choiceOf(last, label)
      if (!choice || !last?.nonce) return undefined
      const heard = await send({ kind: 'choice', choice: choice.id, nonce: last.nonce, answerable: false })
      return { ...heard, pressed: choice.label }
    },
    waits: ms => {
      now += ms
      return turn(() => fireDue(store, receive, now))
    },
    get buttons() {
      return last?.choices.map(({ label }) => label) ?? []
    },
  }
}

/** The shared store as one conversation sees it: nobody else waits, nobody else's timers come due. */
function alone(store: Store, own: string): Store {
  return {
    ...store,
    placeInQueue: async () => 1,
    takeTimers: async now =>
      (await store.takeTimers(now, all)).filter(({ conversation }) => conversation === own),
  }
}

/** Where the channel would be: what was committed is heard at once. */
function listeningWith(said: Spoken[]): Outbox {
  return {
    take(rows: readonly OutboxRow[]) {
      for (const { outbound } of rows) if (outbound.kind === 'say') said.push(outbound.spoken)
    },
    room: async () => {},
    idle: async () => {},
    replay: async () => 0,
    stop() {},
    backlog: 0,
  }
}

function choiceOf({ choices }: Spoken, wanted: string): SpokenChoice | undefined {
  const folded = wanted.trim().toLowerCase()
  return choices.find(
    ({ id, label }, index) =>
      id === wanted ||
      id === `answer:${wanted}` ||
      label.trim().toLowerCase() === folded ||
      String(index + 1) === wanted,
  )
}
