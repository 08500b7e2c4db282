/** What employees really write, asked through the front door: `npm run -s bench -- nlu --helpdesk`. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Mind, understand } from '../../src/knowledge/understand.ts'
import { calibrationError, percent } from './figures.ts'

/** A text in words that no article has; without a topic it is about something else. */
export interface Asked {
  readonly language: string
  readonly topic?: string
  readonly text: string
}

/** What the bot would do: begin with a topic, ask among the best three, or say that it did not understand. */
export interface Reaction {
  readonly kind: 'started' | 'asked' | 'lost'
  readonly topics: readonly string[]
  readonly confidence: number
}

/** `development`: may be looked at. `held`: only counted, so that somebody tells how it is with texts never seen. */
export function readAsked(set: 'development' | 'held' = 'development'): readonly Asked[] {
  const name = set === 'held' ? './held.json' : './helpdesk.json'
  const file = fileURLToPath(new URL(name, import.meta.url))
  const topics: Record<string, Record<string, string[]>> = JSON.parse(readFileSync(file, 'utf8'))
  return Object.entries(topics).flatMap(([language, byTopic]) =>
    Object.entries(byTopic).flatMap(([topic, texts]) =>
      texts.map(text => ({ language, text, ...(topic !== 'none' && { topic }) })),
    ),
  )
}

export function reactionTo(mind: Mind, { text, language }: Asked): Reaction {
  const { decided, candidates, band } = understand(mind, text, { language })
  const confidence = candidates[0]?.confidence ?? 0
  if (decided.length > 0) return { kind: 'started', topics: decided, confidence: 1 }
  const topics = candidates.map(({ topic }) => topic)
  switch (band) {
    case 'sure':
    case 'likely':
      return { kind: 'started', topics, confidence }
    case 'unsure':
      return { kind: 'asked', topics, confidence }
    case 'none':
      return { kind: 'lost', topics, confidence }
  }
}

/** Shares, 0 to 1. */
export interface Helped {
  readonly own: number
  readonly foreign: number
  /** The best topic is the right one. */
  readonly right: number
  /** Started with the right one, or asked with it among the three. */
  readonly amongThree: number
  readonly startedWrong: number
  readonly lost: number
  /** A text about something else was given a topic; was asked about topics. */
  readonly given: number
  readonly askedForeign: number
}

export function countHelp(mind: Mind, asked: readonly Asked[]): Helped {
  const own = asked.filter(({ topic }) => topic !== undefined)
  const foreign = asked.filter(({ topic }) => topic === undefined)
  const of = (texts: readonly Asked[], is: (reaction: Reaction, topic: string) => boolean) =>
    texts.filter(text => is(reactionTo(mind, text), text.topic ?? '')).length / Math.max(1, texts.length)
  return {
    own: own.length,
    foreign: foreign.length,
    right: of(own, ({ topics }, topic) => topics[0] === topic),
    amongThree: of(own, isHelped),
    startedWrong: of(own, ({ kind, topics }, topic) => kind === 'started' && topics[0] !== topic),
    lost: of(own, ({ kind }) => kind === 'lost'),
    given: of(foreign, ({ kind }) => kind === 'started'),
    askedForeign: of(foreign, ({ kind }) => kind === 'asked'),
  }
}

function isHelped({ kind, topics }: Reaction, topic: string): boolean {
  switch (kind) {
    case 'started':
      return topics[0] === topic
    case 'asked':
      return topics.slice(0, 3).includes(topic)
    case 'lost':
      return false
  }
}

export async function runHelpdesk(): Promise<void> {
  const { readContent } = await import('../../src/content.ts')
  const { mind } = readContent()
  const all = readAsked()
  console.log('own texts: % with the right topic first; right one started or among three asked; a wrong one')
  console.log('started; not understood. Texts about something else: % given a topic; asked about topics.\n')
  console.log('              own  right  among 3  wrong  lost   else  given  asked    ECE')
  const held = readAsked('held')
  for (const language of new Set(all.map(asked => asked.language))) {
    const theirs = (asked: readonly Asked[]) => asked.filter(text => text.language === language)
    console.log(lineOf(language, mind, theirs(all)))
    console.log(lineOf(`${language}, held`, mind, theirs(held)))
  }
  console.log(lineOf('all', mind, all))
  console.log(lineOf('all, held', mind, held))
  console.log(`\n${wrongOnes(mind, all).join('\n')}`)
}

function lineOf(name: string, mind: Mind, asked: readonly Asked[]): string {
  const { own, foreign, ...shares } = countHelp(mind, asked)
  const { right, amongThree, startedWrong, lost, given, askedForeign } = shares
  const cell = (share: number, width: number) => percent(share).padStart(width)
  return [
    name.padEnd(12),
    String(own).padStart(5),
    cell(right, 7) + cell(amongThree, 9) + cell(startedWrong, 7) + cell(lost, 6),
    String(foreign).padStart(5),
    cell(given, 7) + cell(askedForeign, 7) + cell(errorOfConfidence(mind, asked), 7),
  ].join('')
}

/** Of the texts that no code decides. */
function errorOfConfidence(mind: Mind, asked: readonly Asked[]): number {
  const answered = asked
    .map(text => ({ text, reaction: reactionTo(mind, text) }))
    .filter(({ reaction }) => reaction.confidence < 1)
  return calibrationError(
    answered.map(({ reaction }) => reaction.confidence),
    answered.map(({ text, reaction }) => reaction.topics[0] === text.topic),
  )
}

function wrongOnes(mind: Mind, asked: readonly Asked[]): readonly string[] {
  return asked.flatMap(text => {
    const reaction = reactionTo(mind, text)
    const { kind, topics, confidence } = reaction
    const isFine = text.topic === undefined ? kind !== 'started' : isHelped(reaction, text.topic)
    const line = `${confidence.toFixed(2)}  ${kind.padEnd(7)}  ${text.topic ?? 'else'} -> ${topics[0]}: ${text.text.slice(0, 80)}`
    return isFine ? [] : [line.replaceAll('\n', ' ')]
  })
}
