/**
 * How the ranker does on texts it has not seen, learned from the phrases alone: some are held back, the rest is
 * trained, and the held-back ones are asked.
 *
 *   own         phrases of trained topics: how much is a score worth?
 *   nearMisses  phrases of topics that were held back as a whole: same domain, but not ours
 *   elsewhere   phrases whose telling words were exchanged for everyday ones
 */
import type { Language } from '../article.ts'
import { functionWords, isCode } from '../text.ts'
import { everydayWords } from './everyday.ts'
import { type Random, shuffle } from './random.ts'
import { manyTopics, type Phrases, type Ranker, rank, trainRanker } from './ranker.ts'
import { readWords } from './reader.ts'
import type { Ranking } from './shortlist.ts'
import { type Signals, signalsOf } from './signals.ts'

export interface Own {
  /** How far each topic that was ranked lies above the right one. */
  readonly leads: Float32Array
  readonly signals: Signals
}

export interface Rehearsal {
  readonly own: readonly Own[]
  readonly nearMisses: readonly Signals[]
  readonly elsewhere: readonly Signals[]
}

/** One training: without a part of the phrases, without a group of topics, or both. */
interface Trial {
  readonly part?: number
  readonly group?: number
}

const parts = 5
const small = 2000
const mostAsked = 2000
/** With many topics asking takes long, and half as many answers say the same. */
const mostAskedOfMany = 1000
const mostTopics = 2000
/** A no as sure as the classifier ever says: topics below it are left out, and one that was not ranked has it. */
const notRanked = -3
/** Least share of the telling words that becomes everyday words. */
const leastExchanged = 0.5

/**
 * Small sets are held back in turn until every phrase and every topic was asked; of larger ones a fifth says enough.
 * Phrases and topics are held back together, which halves the training.
 */
function trialsFor({ documents, topics }: Phrases): readonly Trial[] {
  const count = documents.length > small ? 1 : parts
  return Array.from({ length: count }, (_, n) => (topics > 1 ? { part: n, group: n } : { part: n }))
}

export function rehearse(all: Phrases, allLanguages: readonly Language[], random: Random): Rehearsal {
  const chosen = rehearsed(all, random)
  const phrases = only(all, chosen)
  const languages = chosen.map(n => allLanguages[n] ?? '')
  const own: Own[] = []
  const nearMisses: Signals[] = []
  const elsewhere: Signals[] = []
  const partOf = dealOut(phrases.labels, random)
  const groupOf = shuffle([...Array(phrases.topics).keys()], random).map(place => place % parts)
  for (const { part, group } of trialsFor(phrases)) {
    const isForeign = (n: number) => groupOf[phrases.labels[n] ?? 0] === group
    const isHeld = (n: number) => partOf[n] === part
    const ranker = trainRanker(
      without(phrases, n => isForeign(n) || isHeld(n)),
      random,
    )
    for (const n of some(phrases, isForeign, random))
      nearMisses.push(ask(ranker, phrases.documents[n] ?? []).signals)
    for (const n of some(phrases, n => isHeld(n) && !isForeign(n), random)) {
      own.push(askOwn(ranker, phrases.documents[n] ?? [], phrases.labels[n] ?? 0))
      const changed = exchange(phrases.documents[n] ?? [], languages[n] ?? '', ranker, random)
      if (changed) elsewhere.push(ask(ranker, changed).signals)
    }
  }
  return { own, nearMisses, elsewhere }
}

/** Of thousands of topics some say as much as all, by chance. */
function rehearsed({ labels, topics }: Phrases, random: Random): readonly number[] {
  if (topics <= mostTopics) return [...labels.keys()]
  const chosen = new Set(shuffle([...Array(topics).keys()], random).slice(0, mostTopics))
  return [...labels.keys()].filter(n => chosen.has(labels[n] ?? 0))
}

/** The part of each phrase, such that every topic is spread evenly over all parts. */
function dealOut(labels: Uint16Array, random: Random): Uint8Array {
  const part = new Uint8Array(labels.length)
  const given = new Map<number, number>()
  for (const n of shuffle([...labels.keys()], random)) {
    const label = labels[n] ?? 0
    const next = given.get(label) ?? Math.floor(random() * parts)
    part[n] = next % parts
    given.set(label, next + 1)
  }
  return part
}

/** The topics keep their numbers; one without phrases never wins. */
function without(phrases: Phrases, drops: (n: number) => boolean): Phrases {
  return only(
    phrases,
    [...phrases.labels.keys()].filter(n => !drops(n)),
  )
}

function only({ documents, labels, topics }: Phrases, kept: readonly number[]): Phrases {
  return {
    documents: kept.map(n => documents[n] ?? []),
    labels: Uint16Array.from(kept, n => labels[n] ?? 0),
    topics,
  }
}

function some({ labels, topics }: Phrases, which: (n: number) => boolean, random: Random): readonly number[] {
  const most = topics > manyTopics ? mostAskedOfMany : mostAsked
  return shuffle([...labels.keys()].filter(which), random).slice(0, most)
}

function ask(ranker: Ranker, words: readonly string[]): { ranking: Ranking; signals: Signals } {
  const reading = readWords(ranker.reader, [...words])
  const ranking = rank(ranker, reading)
  return { ranking, signals: signalsOf(ranking.scores, reading) }
}

function askOwn(ranker: Ranker, words: readonly string[], label: number): Own {
  const { ranking, signals } = ask(ranker, words)
  const right = ranking.scores[ranking.topics.indexOf(label)] ?? notRanked
  const others = ranking.scores.filter((score, i) => score > notRanked && ranking.topics[i] !== label)
  return { leads: Float32Array.of(right, ...others).map(score => score - right), signals }
}

/** Some of the telling words become everyday words; undefined when the topics know all of those. */
function exchange(
  words: readonly string[],
  language: Language,
  ranker: Ranker,
  random: Random,
): readonly string[] | undefined {
  const known = ranker.reader.spelling.index
  const offered = everydayWords(language).filter(word => !known.has(word))
  const telling = [...words.keys()].filter(i => !functionWords.has(words[i] ?? ''))
  if (offered.length === 0 || telling.length === 0) return undefined
  const share = leastExchanged + random() * (1 - leastExchanged)
  const exchanged = new Set(shuffle(telling, random).slice(0, Math.ceil(share * telling.length)))
  return words.flatMap((word, i) => {
    if (!exchanged.has(i)) return [word]
    return isCode(word) ? [] : [offered[Math.floor(random() * offered.length)] ?? word]
  })
}
