/** Everything that is learned from a set of phrases before confidence: words, features, weights. */
import { buildSpelling, type Spelling } from '../spelling.ts'
import { trainHinge } from './hinge.ts'
import { blend, type Linear, middles } from './linear.ts'
import type { Random } from './random.ts'
import { createReader, type Reader, type Reading } from './reader.ts'
import { release } from './release.ts'
import {
  type Ranking,
  rankShortlist,
  type Shortlist,
  type ShortlistRanker,
  shortlistRanker,
} from './shortlist.ts'
import { trainShortlist } from './shortlist-training.ts'
import { trainSoftmax } from './softmax.ts'
import { compress, type Sparse, scoreAll } from './sparse.ts'
import { type Vectors, vectorsOf } from './vectors.ts'
import { createWeigher, learnVocabulary } from './vocabulary.ts'

/** Phrases as words, with the number of their topic. */
export interface Phrases {
  readonly documents: readonly (readonly string[])[]
  readonly labels: Uint16Array
  readonly topics: number
}

/** What is kept of the weights: those of every topic, or those of the shortlist for many topics. */
export type Weights =
  | { readonly kind: 'all'; readonly sparse: Sparse }
  | { readonly kind: 'shortlist'; readonly shortlist: Shortlist }

export interface Ranker {
  readonly reader: Reader
  readonly weights: Weights
  readonly shortlist?: ShortlistRanker
  /** Scratch: every topic and its score. */
  readonly all: Ranking
}

/** From this many phrases on, a feature that occurs once is chance. */
const manyPhrases = 5000
/** From this many topics on, a weight for each feature and topic takes too much room. */
export const manyTopics = 300
/**
 * With fewer phrases a topic their middle steadies the weights against unseen wording; with more it blurs them, and
 * the softmax adds what the hinge misses.
 */
const manyPhrasesEach = 40
const middlesShare = 0.15

export function trainRanker(phrases: Phrases, random: Random): Ranker {
  const { documents, topics } = phrases
  const { vocabulary, entries } = learnVocabulary(documents, documents.length >= manyPhrases ? 2 : 1)
  const vectors = vectorsOf(documents, createWeigher(vocabulary), vocabulary.hashes.length, entries)
  const weights = trainWeights(vectors, phrases, random)
  release(vectors.starts, vectors.features, vectors.values)
  return createRanker(createReader(spellingOf(documents), vocabulary), weights, topics)
}

export function createRanker(reader: Reader, weights: Weights, topics: number): Ranker {
  const all = { topics: Uint16Array.from({ length: topics }, (_, t) => t), scores: new Float32Array(topics) }
  if (weights.kind === 'all') return { reader, weights, all }
  const width = reader.vocabulary.hashes.length
  return { reader, weights, all, shortlist: shortlistRanker(weights.shortlist, width) }
}

function trainWeights(vectors: Vectors, phrases: Phrases, random: Random): Weights {
  const { labels, topics } = phrases
  if (topics > manyTopics)
    return { kind: 'shortlist', shortlist: trainShortlist(vectors, labels, topics, random) }
  return { kind: 'all', sparse: compress(trainAll(vectors, phrases, random), vectors) }
}

function trainAll(vectors: Vectors, { documents, labels, topics }: Phrases, random: Random): Linear {
  const hinge = trainHinge(vectors, labels, topics, random)
  return documents.length / topics < manyPhrasesEach
    ? blend(hinge, middles(vectors, labels, topics), middlesShare, vectors)
    : blend(hinge, trainSoftmax(vectors, labels, topics, random), 1, vectors)
}

function spellingOf(documents: readonly (readonly string[])[]): Spelling {
  const counts = new Map<string, number>()
  for (const words of documents) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return buildSpelling([...counts.keys()], Uint32Array.from(counts.values()))
}

/** The topics that a text may be about, all or the best; valid until the next call. */
export function rank({ weights, shortlist, all }: Ranker, { vector }: Reading): Ranking {
  if (shortlist) return rankShortlist(shortlist, vector)
  if (weights.kind === 'all') scoreAll(weights.sparse, vector, all.scores)
  return all
}
