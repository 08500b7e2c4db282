/** What the store's questions cost, through the product's own store. Milliseconds. */
import type { Store, Turn } from '../../src/store/store.ts'
import { now } from '../../test/support/clock.ts'
import { median, percentile } from '../turns/figures.ts'
import type { Drawn, Grown } from './grown.ts'
import { addressOf, type Sample } from './sample.ts'

export interface Spread {
  readonly p50: number
  readonly p99: number
}

export interface Costs {
  /** Load and commit, one turn after the other, each of another conversation: nothing of it was read lately. */
  readonly alone: Spread
  /** Load and commit with so many conversations under way, of some turns each. Marks on what was sent come on top. */
  readonly together: Spread
  readonly turnsPerSecond: number
  /** Of this process, with many at once: busy neighbours lengthen times more than this. */
  readonly cpuMsPerTurn: number
  /** Medians of what is asked now and then. */
  readonly rare: Readonly<Record<Rare, number>>
}

export const rareQuestions = [
  'takeUp',
  'dueTimers',
  'queue',
  'place',
  'case',
  'transcript',
  'deadLetters',
] as const
export type Rare = (typeof rareQuestions)[number]

export interface CostOptions {
  readonly turnsAlone: number
  readonly seconds: number
  readonly conversations: number
}

export async function costsOf(grown: Grown, sample: Sample, options: CostOptions): Promise<Costs> {
  const turn = turner(grown.store, sample)
  const drawn = await grown.draw(20_000)
  await together(drawn, turn, options.conversations, 1) // Warms up.
  const alone: number[] = []
  for (const one of (await grown.draw(options.turnsAlone)).slice(0, options.turnsAlone)) {
    alone.push(await turn(one))
  }
  const others = await grown.draw(20_000)
  const [started, cpu] = [now(), process.cpuUsage()]
  const many = await together(others, turn, options.conversations, options.seconds)
  const turnsPerSecond = (many.length / (now() - started)) * 1000
  const { user, system } = process.cpuUsage(cpu)
  return {
    alone: spread(alone),
    together: spread(many),
    turnsPerSecond,
    cpuMsPerTurn: (user + system) / 1000 / many.length,
    rare: await rareCosts(grown.store, drawn),
  }
}

type TakeTurn = (drawn: Drawn) => Promise<number>

/** Each turn takes in a message and says something with buttons, as most do; answers what load and commit took. */
function turner(store: Store, sample: Sample): TakeTurn {
  let counted = 0
  return async ({ conversation }) => {
    const activityId = `growth-${++counted}`
    const started = now()
    const loaded = await store.load(conversation, activityId)
    if (!loaded.case) throw new Error(`${conversation} is not there.`)
    const known = { conversation, version: loaded.version, case: loaded.case }
    const done = await store.commit(turnOf(known, activityId, sample))
    const took = now() - started
    if (done.result === 'committed') {
      await store.sent(done.outbox.map(row => ({ row, result: 'sent', activityId: `m-${row.id}` })))
    }
    return took
  }
}

type Known = Pick<Turn, 'conversation' | 'version' | 'case'>

function turnOf(known: Known, activityId: string, sample: Sample): Turn {
  const at = Date.now()
  const lines = sample.lines.slice(-2)
  return {
    ...known,
    activityId,
    answered: {},
    address: addressOf(known.conversation.split('|')[1] ?? ''),
    transcript: lines.map(line => ({ from: line.from, text: line.text, at })),
    outbox: [{ kind: 'say', spoken: { ...sample.card, nonce: `${activityId}-4000-8000-0123456789ab` } }],
    timers: [{ name: 'remind', at: at + 72_000_000 }],
    clearTimers: true,
    at,
  }
}

/** Each conversation goes on for so many turns, as people do. */
const turnsOfTalk = 8

async function together(
  drawn: readonly Drawn[],
  turn: TakeTurn,
  conversations: number,
  seconds: number,
): Promise<number[]> {
  const until = now() + seconds * 1000
  const took: number[] = []
  let next = 0
  const talk = async () => {
    for (;;) {
      const one = drawn[next++ % drawn.length]
      for (let i = 0; i < turnsOfTalk; i++) {
        if (!one || now() >= until) return
        took.push(await turn(one))
      }
    }
  }
  await Promise.all(Array.from({ length: conversations }, talk))
  return took
}

const repeats = 20

async function rareCosts(store: Store, drawn: readonly Drawn[]): Promise<Costs['rare']> {
  const caseId = (time: number) => drawn[time % drawn.length]?.caseId ?? ''
  const questions: Record<Rare, (time: number) => Promise<unknown>> = {
    takeUp: () => store.takeUp([]),
    dueTimers: () => store.takeTimers(Date.now(), 100),
    queue: () => store.waiting(50),
    place: () => store.placeInQueue(Date.now()),
    case: time => store.caseById(caseId(time)),
    transcript: time => store.transcript(caseId(time)),
    deadLetters: () => store.deadLetters(50),
  }
  const entries: (readonly [Rare, number])[] = []
  for (const name of rareQuestions) entries.push([name, await medianOf(questions[name])])
  return Object.fromEntries(entries) as Record<Rare, number>
}

async function medianOf(ask: (time: number) => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let time = 0; time < repeats; time++) {
    const started = now()
    await ask(time)
    took.push(now() - started)
  }
  return median(took)
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) }
}
