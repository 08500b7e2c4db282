/**
 * The employees: each conversation sends its next message when the reply to the last has reached the connector.
 * A process of its own; the times are taken here and in the connector, on the same steady clock.
 */
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { now } from '../../test/support/clock.ts'
import { message, press, type Sender } from './activity.ts'
import { answer } from './child.ts'
import type { Kind } from './connector.ts'
import { moveOf } from './talk.ts'
import { type Measured, measured, openWindow } from './window.ts'
import { type Client, openClient } from './wire.ts'

export type LoadQuestion =
  | { readonly kind: 'feed'; readonly port: number }
  /** Begins to talk to a bot; conversations of the same `name` go on where they were. */
  | ({
      readonly kind: 'talk'
      readonly name: string
      readonly url: string
      readonly token: string
    } & Sender & {
        readonly conversations: number
        /** From one message of a conversation to its next; absent: at once. A reply that is later delays the next. */
        readonly everyMs?: number
      })
  /** What was measured since the last question is thrown away: the window begins. */
  | { readonly kind: 'begin' }
  /** The window ends; the talk goes on. */
  | { readonly kind: 'end' }
  | { readonly kind: 'hush' }

interface Talk {
  readonly question: Extract<LoadQuestion, { kind: 'talk' }>
  readonly client: Client
  readonly headers: string
  /** Not yet answered; the reply may arrive before the answer. */
  readonly posts: Set<Promise<void>>
  going: boolean
  done: Promise<unknown>
}

const patienceMs = 30_000
const turnsOf = new Map<string, number>()
/** Of the last card with buttons, by conversation. */
const nonces = new Map<string, string>()
const waiting = new Map<string, (arrivedAt: number) => void>()
let talk: Talk | undefined
let trouble: Error | undefined
let window = openWindow()

answer<LoadQuestion, Measured>(async question => {
  switch (question.kind) {
    case 'feed':
      await readFeed(question.port)
      break
    case 'talk':
      await start(question)
      break
    case 'begin':
      window = openWindow()
      break
    case 'end':
      break
    case 'hush':
      await hush()
      break
  }
  if (trouble) throw trouble
  return measured(window)
})

function readFeed(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  createInterface({ input: socket }).on('line', line => {
    const [conversation = '', at, kind = 'other', nonce] = line.split(' ')
    if (nonce) nonces.set(conversation, nonce)
    arrived(conversation, Number(at), kind as Kind)
  })
  return new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
}

function arrived(conversation: string, at: number, kind: Kind): void {
  window.arrived[kind] += 1
  if (kind === 'card' || kind === 'text') waiting.get(conversation)?.(at)
}

async function start(question: Talk['question']): Promise<void> {
  const client = openClient(question.url)
  // Twice the conversations: the reply may arrive before the answer to its request.
  await client.open(question.conversations * 2)
  const headers = `Authorization: Bearer ${question.token}\r\nContent-Type: application/json\r\n`
  const started: Talk = { question, client, headers, posts: new Set(), going: true, done: Promise.resolve() }
  const names = Array.from({ length: question.conversations }, (_, i) => `${question.name}-${i}`)
  started.done = Promise.all(names.map((name, i) => converse(started, name, i / names.length)))
  talk = started
}

/** `phase`: which part of the pace it waits before it begins, so that not all speak at once. */
async function converse(talk: Talk, conversation: string, phase: number): Promise<void> {
  const { everyMs = 0 } = talk.question
  for (let due = now() + phase * everyMs; talk.going && !trouble; due += everyMs) {
    if (due > now()) await pause(due - now())
    await turn(talk, conversation).catch(thrown => {
      trouble ??= new Error(`${conversation}: ${thrown}`)
    })
  }
}

async function turn(talk: Talk, conversation: string): Promise<void> {
  const number = turnsOf.get(conversation) ?? 0
  turnsOf.set(conversation, number + 1)
  const reply = arrival(conversation)
  const body = bodyOf(talk, conversation, number)
  const sentAt = now()
  const posted = post(talk, body, sentAt)
    .catch(thrown => {
      trouble ??= new Error(`${conversation}: ${thrown}`)
    })
    .finally(() => talk.posts.delete(posted))
  talk.posts.add(posted)
  const took = (await reply) - sentAt
  window.replies.push(took) // Only now: the window may be another one by now.
}

function bodyOf({ question }: Talk, conversation: string, number: number): string {
  const move = moveOf(number)
  const nonce = nonces.get(conversation)
  const id = `${conversation}-${number}`
  if (move.press && nonce) return press(question, conversation, id, nonce, move.press)
  return message(question, conversation, id, move.text)
}

async function post({ client, headers }: Talk, body: string, sentAt: number): Promise<void> {
  const reply = await client.post('/api/messages', headers, body)
  if (reply.status !== 200) throw new Error(`the answer is ${reply.status}: ${reply.body}`)
  window.acks.push(now() - sentAt)
}

function arrival(conversation: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('no reply within 30 s')), patienceMs)
    waiting.set(conversation, at => {
      clearTimeout(late)
      waiting.delete(conversation)
      resolve(at)
    })
  })
}

async function hush(): Promise<void> {
  if (!talk) return
  talk.going = false
  await talk.done
  await Promise.all(talk.posts)
  talk.client.close()
  talk = undefined
}
