/**
 * Ranking among hundreds to thousands of topics, where one weight for each feature and topic would not fit.
 *
 *   index     feature -> topics whose phrases have it; the cosine with each topic's centre gives the best
 *   weights   topic -> its most telling features, learned against the phrases of the topics nearest to it
 */
import { once } from '../once.ts'
import type { Centres } from './centres.ts'
import { retrieve, type TopicIndex, topicIndex } from './topic-index.ts'
import type { Vector } from './vocabulary.ts'

export interface Shortlist extends Centres {
  /** Weight of an entry = value * scales[topic]. */
  readonly values: Int8Array
  readonly scales: Float32Array
  readonly bias: Float32Array
}

/** The topics that were ranked, by number, and their scores. */
export interface Ranking {
  readonly topics: Uint16Array
  readonly scores: Float32Array
}

/** A shortlist ready for use; the rest is scratch. */
export interface ShortlistRanker {
  readonly shortlist: Shortlist
  /** Built when it is first asked: what is only trained and written never needs it. */
  readonly index: () => TopicIndex
  readonly dense: Float32Array
  readonly ranking: Ranking
}

/** Thirty rank as well as fifty on held-back phrases; with twenty the confidences are a little off. */
const ranked = 30

export function shortlistRanker(shortlist: Shortlist, width: number): ShortlistRanker {
  const ranking = { topics: new Uint16Array(ranked), scores: new Float32Array(ranked) }
  const index = once(() => topicIndex(shortlist, width))
  return { shortlist, index, dense: new Float32Array(width), ranking }
}

/** Ranks the topics that the index finds; valid until the next call. */
export function rankShortlist(ranker: ShortlistRanker, vector: Vector): Ranking {
  const { index, dense, ranking } = ranker
  const { features, values, length } = vector
  const found = retrieve(index(), { features, values, from: 0, to: length }, ranked)
  for (let k = 0; k < length; k++) dense[features[k] ?? 0] = values[k] ?? 0
  for (const [i, topic] of found.entries()) {
    ranking.topics[i] = topic
    ranking.scores[i] = scoreOf(ranker.shortlist, topic, dense)
  }
  for (let k = 0; k < length; k++) dense[features[k] ?? 0] = 0
  return {
    topics: ranking.topics.subarray(0, found.length),
    scores: ranking.scores.subarray(0, found.length),
  }
}

/** `dense` holds the text's vector by feature. */
function scoreOf(
  { starts, features, values, scales, bias }: Shortlist,
  t: number,
  dense: Float32Array,
): number {
  let sum = 0
  const end = starts[t + 1] ?? 0
  for (let e = starts[t] ?? 0; e < end; e++) sum += (values[e] ?? 0) * (dense[features[e] ?? 0] ?? 0)
  return sum * (scales[t] ?? 0) + (bias[t] ?? 0)
}
