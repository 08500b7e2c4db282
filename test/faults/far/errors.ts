/**
 * The far side fails some conversations (502, 503, 504, cut, never an answer), in every other round; all others talk on.
 * What they have to wait for a reply is compared between the rounds of one run, because machines differ.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Behaviour } from '../../support/connector.ts'
import type { Misbehaves } from '../far-side.ts'
import { openStage, type Stage } from '../stage.ts'
import { post } from './post.ts'

export interface Failed {
  /** How long each call without an answer was waited for, in ms. */
  readonly hung: readonly number[]
  readonly errors: number
  readonly cuts: number
  /** From posting a message to its reply, in conversations that the far side never failed: p95 of each round, in ms. */
  readonly quiet: readonly number[]
  readonly disturbed: readonly number[]
  readonly conversations: number
  readonly lost: number
  readonly doubled: number
}

export interface Rounds {
  /** Of each kind, in turn. */
  readonly rounds: number
  readonly seconds: number
  /** New conversations in a second. */
  readonly rate: number
  /** So many more that get no answer, before each disturbed round begins. */
  readonly hanging: number
}

/** Of the conversations; of these, in a disturbed round, none is answered. */
const troubled = 1 / 3
/** What was failed is tried again after growing pauses. */
const patienceMs = 120_000

export async function failSome({ rounds, seconds, rate, hanging }: Rounds): Promise<Failed> {
  const far = failing()
  const stage = await openStage({ misbehaves: far.misbehaves, replyPatienceMs: patienceMs })
  try {
    await stage.supervisor.start()
    await round(stage, 'warm', 1, rate)
    const waits: Record<'quiet' | 'disturbed', number[]> = { quiet: [], disturbed: [] }
    const replies: Promise<unknown>[] = []
    for (let n = 0; n < rounds * 2; n++) {
      const kind = n % 2 === 0 ? 'quiet' : 'disturbed'
      far.disturb(kind === 'disturbed')
      if (kind === 'disturbed') replies.push(...(await hang(stage, n, hanging)))
      const { others, all } = await round(stage, `${kind}-${n}`, seconds, rate)
      waits[kind].push(p95(others))
      replies.push(...all)
    }
    far.disturb(false)
    const arrived = await Promise.all(replies)
    const lost = arrived.filter(message => message === undefined).length
    return { ...far.seen, ...waits, conversations: arrived.length, lost, doubled: far.doubled() }
  } finally {
    await stage.close()
  }
}

/** Answers when all are acknowledged. */
async function hang(stage: Stage, round: number, count: number): Promise<Promise<unknown>[]> {
  const names = Array.from({ length: count }, (_, n) => `bad-disturbed-hanging-${round}-${n}`)
  const talks = names.map(name => converse(stage, name))
  await Promise.all(talks.map(({ posted }) => posted))
  return talks.map(({ reply }) => reply)
}

/** Ends when all the others have their reply. */
async function round(stage: Stage, name: string, seconds: number, rate: number) {
  const others: Promise<number>[] = []
  const all: Promise<unknown>[] = []
  const began = performance.now()
  for (let n = 0; n < seconds * rate; n++) {
    const bad = n % Math.round(1 / troubled) === 0
    const talk = converse(stage, `${bad ? 'bad' : 'other'}-${name}-${n}`)
    all.push(talk.reply)
    if (!bad) others.push(talk.ms)
    await pause(Math.max(0, began + (1_000 * n) / rate - performance.now()))
  }
  return { others: await Promise.all(others), all }
}

function converse({ world }: Stage, conversation: string) {
  const began = performance.now()
  const giveUp = pause(world.replyPatienceMs, undefined, { ref: false })
  const reply = Promise.race([world.far.message(conversation, 1), giveUp])
  const posted = post(
    world,
    { says: 'vpn geht nicht von zuhause, fehler 809' },
    { conversation, activity: 'a' },
  )
  const ms = posted.then(() => reply).then(() => performance.now() - began)
  return { posted, reply: posted.then(() => reply), ms }
}

function failing() {
  const seen = { hung: [] as number[], errors: 0, cuts: 0 }
  const taken = new Map<string, number>()
  let disturbed = false
  const ways: readonly (() => Behaviour)[] = [
    () => {
      seen.errors += 1
      return { status: 502 + Math.floor(Math.random() * 3) }
    },
    () => {
      seen.cuts += 1
      return { instead: 'cut' }
    },
    () => {
      const began = performance.now()
      return { instead: 'hang', gaveUp: () => seen.hung.push(performance.now() - began) }
    },
  ]
  const misbehaves: Misbehaves = ({ conversation, activity }) => {
    if (disturbed && conversation.startsWith('bad-disturbed')) return ways[wayFor(conversation)]?.()
    if (activity?.type === 'message') taken.set(conversation, (taken.get(conversation) ?? 0) + 1)
    return undefined
  }
  return {
    misbehaves,
    seen,
    disturb: (on: boolean) => {
      disturbed = on
    },
    doubled: () => [...taken.values()].filter(count => count > 1).length,
  }
}

/** Each conversation fails in one way, so that some never get any answer. */
function wayFor(conversation: string): number {
  if (conversation.includes('hanging')) return 2
  return Math.floor(Number(conversation.split('-').at(-1)) / Math.round(1 / troubled)) % 3
}

export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0
}
