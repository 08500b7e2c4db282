/**
 * Which topic is a text about? Learned from the articles' phrases, one model for all languages; pure, no I/O.
 *
 *   phrases -> words -> spelling, vocabulary -> vectors -> one linear classifier over all topics
 *           -> rehearsal on held-back phrases -> confidence and the "don't know" gate
 *   text    -> words -> repaired -> vector -> scores -> best five with confidence, and whether it is ours at all
 *
 * The same phrases give the same matcher on every machine. What the numbers lead to is decided in understand.ts.
 */
import type { Language, TopicId } from './article.ts'
import { fitSharpness } from './matcher/calibration.ts'
import { fitGate, open } from './matcher/gate.ts'
import { groundsOf, withoutFamiliar } from './matcher/grounds.ts'
import { exponentials } from './matcher/linear.ts'
import type { Model } from './matcher/model.ts'
import { seeded } from './matcher/random.ts'
import { type Phrases, rank, trainRanker } from './matcher/ranker.ts'
import { read } from './matcher/reader.ts'
import { rehearse } from './matcher/rehearsal.ts'
import { bestOf, signalsOf } from './matcher/signals.ts'
import { tellingWordsOf } from './text.ts'
import type { Candidate } from './understanding.ts'

export { loadModel as loadMatcher, type Model as Matcher, serialize } from './matcher/model.ts'

export interface Example {
  readonly text: string
  readonly topic: TopicId
  readonly language: Language
}

export interface Matched {
  /** Best first, at most five. Confidence is that of the topic, given that the text is about one of ours. */
  readonly candidates: readonly Candidate[]
  /** Probability that the text is about one of the topics at all, 0 to 1. */
  readonly known: number
  /** How common its most common telling word is among the phrases, 0 to 1: does it name what the topics share? */
  readonly familiar: number
}

const mostCandidates = 5

export function trainMatcher(examples: readonly Example[], options: { readonly seed?: number } = {}): Model {
  const random = seeded(options.seed ?? 1)
  const topics = [...new Set(examples.map(({ topic }) => topic))]
  const phrases = phrasesOf(examples, topics)
  const languages = examples.map(({ language }) => language)
  const rehearsal = rehearse(phrases, languages, random)
  return {
    topics,
    ranker: trainRanker(phrases, random),
    sharpness: fitSharpness(rehearsal.own),
    gate: fitGate(rehearsal),
  }
}

function phrasesOf(examples: readonly Example[], topics: readonly TopicId[]): Phrases {
  const numbers = new Map(topics.map((topic, i) => [topic, i]))
  const shared = sharing()
  return {
    documents: examples.map(({ text }) => tellingWordsOf(text).map(shared)),
    labels: Uint16Array.from(examples, ({ topic }) => numbers.get(topic) ?? 0),
    topics: topics.length,
  }
}

/** Gives each word as the same string every time: in thousands of phrases the copies take most of the memory. */
function sharing(): (word: string) => string {
  const words = new Map<string, string>()
  return word => {
    const known = words.get(word)
    if (known === undefined) words.set(word, word)
    return known ?? word
  }
}

/** Microseconds for a sentence; not to be called from two threads with the same matcher. */
export function classify(matcher: Model, text: string): Matched {
  const { ranker, topics, sharpness, gate } = matcher
  const reading = read(ranker.reader, text)
  const { topics: found, scores } = rank(ranker, reading)
  const known = reading.telling > 0 ? open(gate, signalsOf(scores, reading), reading.elsewhere) : 0
  const total = exponentials(scores, sharpness)
  return {
    candidates: candidatesOf(scores, total, at => topics[found[at] ?? 0] ?? ''),
    known,
    familiar: reading.familiar,
  }
}

/** How many different words of the text tell of topics; chance words of any office and any computer do not. */
export function countGrounds({ ranker }: Model, text: string): number {
  return groundsOf(ranker.reader, text).size
}

/** How much the text speaks for this topic without the words that are at least as common (`familiar`) as `least`. */
export function confidenceWithout(matcher: Model, text: string, topic: TopicId, least: number): number {
  const { candidates } = classify(matcher, withoutFamiliar(matcher.ranker.reader, text, least))
  return candidates.find(candidate => candidate.topic === topic)?.confidence ?? 0
}

/** Takes the best out of the scores one after the other. */
function candidatesOf(shares: Float32Array, total: number, topicAt: (at: number) => TopicId): Candidate[] {
  const candidates: Candidate[] = []
  while (candidates.length < Math.min(mostCandidates, shares.length)) {
    const best = bestOf(shares, -1)
    candidates.push({ topic: topicAt(best), confidence: (shares[best] ?? 0) / total })
    shares[best] = -1
  }
  return candidates
}
