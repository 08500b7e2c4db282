/**
 * Ranking among hundreds to thousands of topics, where one weight for each feature and topic would not fit.
 *
 *   index     feature -> topics whose phrases have it; the cosine with each topic's centre gives the best
 *   weights   topic -> its most telling features, learned against the topics that the index confuses with it
 */
import { retrieve, type SmallCentres, type TopicIndex, topicIndex } from './topic-index.ts'
import type { Vector } from './vocabulary.ts'

export interface Shortlist extends SmallCentres {
  /** Weight of an entry = value * scales[topic]. */
  readonly values: Int8Array
  readonly scales: Float32Array
  readonly bias: Float32Array
}

/** A shortlist ready for use; `dense` is scratch. */
export interface ShortlistRanker {
  readonly shortlist: Shortlist
  readonly index: TopicIndex
  readonly dense: Float32Array
}

/** Score of the topics that the index leaves out: as sure a no as the classifier ever says. */
export const notRanked = -3
const ranked = 50

export function shortlistRanker(shortlist: Shortlist, width: number): ShortlistRanker {
  return { shortlist, index: topicIndex(shortlist, width), dense: new Float32Array(width) }
}

/** Scores of the best topics, the others far below. */
export function scoreShortlist(ranker: ShortlistRanker, vector: Vector, into: Float32Array): void {
  const { shortlist, index, dense } = ranker
  const { starts, features, values, scales, bias } = shortlist
  into.fill(notRanked)
  spread(vector.features, vector.values, 0, vector.length, dense)
  const found = retrieve(index, vector.features, vector.values, 0, vector.length, ranked)
  for (const topic of found) {
    let sum = 0
    const end = starts[topic + 1] ?? 0
    for (let e = starts[topic] ?? 0; e < end; e++) sum += (values[e] ?? 0) * (dense[features[e] ?? 0] ?? 0)
    into[topic] = sum * (scales[topic] ?? 0) + (bias[topic] ?? 0)
  }
  clear(vector.features, 0, vector.length, dense)
}

/** Lays a vector out by feature, to be looked up in. */
export function spread(
  features: Uint32Array,
  values: Float32Array,
  from: number,
  to: number,
  dense: Float32Array,
): void {
  for (let k = from; k < to; k++) dense[features[k] ?? 0] = values[k] ?? 0
}

export function clear(features: Uint32Array, from: number, to: number, dense: Float32Array): void {
  for (let k = from; k < to; k++) dense[features[k] ?? 0] = 0
}
