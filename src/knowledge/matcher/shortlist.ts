/**
 * Ranking among hundreds to thousands of topics, where one weight for each feature and topic would not fit.
 *
 *   index     feature -> topics whose phrases have it; the cosine with each topic's centre gives the best 50
 *   weights   topic -> its most telling features, learned against the topics that the index confuses with it
 */
import { centresOf } from './centres.ts'
import { retrieve, type SmallCentres, type TopicIndex, topicIndex } from './topic-index.ts'
import type { Vectors } from './vectors.ts'
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
/** Hard negatives for each phrase. */
const confused = 10
const epochs = 4
const rate = 0.03
/** Own topics matter more than each of the many others. */
const ownWeight = 4

export function trainShortlist(vectors: Vectors, labels: Uint16Array, topics: number): Shortlist {
  const centred = centresOf(vectors, labels, topics)
  const weights = Float32Array.from(centred.values, v => 2 * v)
  const bias = new Float32Array(topics).fill(-1)
  const untrained = quantised(centred, weights, bias)
  const ranker = shortlistRanker(untrained, vectors.width)
  const squares = new Float32Array(weights.length).fill(1e-6)
  for (let epoch = 0; epoch < epochs; epoch++)
    for (let n = 0; n < labels.length; n++) learn(ranker, weights, bias, squares, vectors, n, labels[n] ?? 0)
  return quantised(centred, weights, bias)
}

export function shortlistRanker(shortlist: Shortlist, width: number): ShortlistRanker {
  return { shortlist, index: topicIndex(shortlist, width), dense: new Float32Array(width) }
}

/** Scores of the best 50 topics, the others far below. */
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

/** One phrase against its own topic and those that the index takes for it; squared hinge, AdaGrad. */
function learn(
  { shortlist, index, dense }: ShortlistRanker,
  weights: Float32Array,
  bias: Float32Array,
  squares: Float32Array,
  vectors: Vectors,
  n: number,
  label: number,
): void {
  const { starts, features } = shortlist
  const from = vectors.starts[n] ?? 0
  const to = vectors.starts[n + 1] ?? 0
  spread(vectors.features, vectors.values, from, to, dense)
  const found = retrieve(index, vectors.features, vectors.values, from, to, confused)
  for (const topic of found.includes(label) ? found : [...found, label]) {
    let score = bias[topic] ?? 0
    const end = starts[topic + 1] ?? 0
    for (let e = starts[topic] ?? 0; e < end; e++) score += (weights[e] ?? 0) * (dense[features[e] ?? 0] ?? 0)
    const missing = topic === label ? 1 - score : 1 + score
    if (missing <= 0) continue
    const gradient = topic === label ? -missing * ownWeight : missing
    for (let e = starts[topic] ?? 0; e < end; e++) {
      const g = gradient * (dense[features[e] ?? 0] ?? 0)
      if (g === 0) continue
      const sum = (squares[e] ?? 0) + g * g
      squares[e] = sum
      weights[e] = (weights[e] ?? 0) - (rate * g) / Math.sqrt(sum)
    }
  }
  clear(vectors.features, from, to, dense)
}

function spread(
  features: Uint32Array,
  values: Float32Array,
  from: number,
  to: number,
  dense: Float32Array,
): void {
  for (let k = from; k < to; k++) dense[features[k] ?? 0] = values[k] ?? 0
}

function clear(features: Uint32Array, from: number, to: number, dense: Float32Array): void {
  for (let k = from; k < to; k++) dense[features[k] ?? 0] = 0
}

function quantised(
  { starts, features, values: centre }: ReturnType<typeof centresOf>,
  weights: Float32Array,
  bias: Float32Array,
): Shortlist {
  const centreScales = scalesOf(starts, centre, 255)
  const scales = scalesOf(starts, weights, 127)
  const centres = new Uint8Array(centre.length)
  const values = new Int8Array(weights.length)
  for (let t = 0; t + 1 < starts.length; t++)
    for (let e = starts[t] ?? 0; e < (starts[t + 1] ?? 0); e++) {
      centres[e] = Math.round((centre[e] ?? 0) / (centreScales[t] || 1))
      values[e] = Math.round((weights[e] ?? 0) / (scales[t] || 1))
    }
  return { starts, features, centres, centreScales, values, scales, bias: bias.slice() }
}

function scalesOf(starts: Uint32Array, values: Float32Array, steps: number): Float32Array {
  const scales = new Float32Array(starts.length - 1)
  for (let t = 0; t < scales.length; t++) {
    let highest = 0
    for (let e = starts[t] ?? 0; e < (starts[t + 1] ?? 0); e++)
      highest = Math.max(highest, Math.abs(values[e] ?? 0))
    scales[t] = highest / steps
  }
  return scales
}
