/** Learns the weights of a shortlist: every phrase against its own topic and those that the index takes for it. */
import { centresOf, mostFeatures } from './centres.ts'
import { clear, type Shortlist, type ShortlistRanker, shortlistRanker, spread } from './shortlist.ts'
import { retrieve } from './topic-index.ts'
import type { Vectors } from './vectors.ts'

/** Hard negatives for each phrase. */
const confused = 10
/** No topic has this number. */
const none = 0xffff
const epochs = 4
/** A phrase that moves nothing rests so many epochs. */
const rest = 1
const rate = 0.03
/** Own topics matter more than each of the many others. */
const ownWeight = 4

export function trainShortlist(vectors: Vectors, labels: Uint16Array, topics: number): Shortlist {
  const centred = centresOf(vectors, labels, topics)
  const weights = Float32Array.from(centred.values, v => 2 * v)
  const bias = new Float32Array(topics).fill(-1)
  const ranker = shortlistRanker(quantised(centred, weights, bias), vectors.width)
  const squares = new Float32Array(weights.length).fill(1e-6)
  const run = { ranker, weights, bias, squares, met: new Uint32Array(mostFeatures) }
  const rivals = rivalsOf(ranker, vectors, labels)
  const awake = new Uint8Array(labels.length)
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const n of labels.keys())
      if ((awake[n] ?? 0) <= epoch && !learn(run, vectors, n, labels[n] ?? 0, rivals))
        awake[n] = epoch + 1 + rest
  return quantised(centred, weights, bias)
}

/** By phrase, the topics that the index takes for it; `none` fills up. */
function rivalsOf({ index }: ShortlistRanker, vectors: Vectors, labels: Uint16Array): Uint16Array {
  const rivals = new Uint16Array(labels.length * confused).fill(none)
  for (let n = 0; n < labels.length; n++) {
    const [from, to] = [vectors.starts[n] ?? 0, vectors.starts[n + 1] ?? 0]
    const found = retrieve(index, vectors.features, vectors.values, from, to, confused)
    rivals.set(
      found.filter(topic => topic !== labels[n]),
      n * confused,
    )
  }
  return rivals
}

interface Run {
  readonly ranker: ShortlistRanker
  readonly weights: Float32Array
  readonly bias: Float32Array
  readonly squares: Float32Array
  readonly met: Uint32Array
}

/**
 * One phrase against its own topic and those that the index takes for it; squared hinge, AdaGrad. Tells whether any
 * of them had to move.
 */
function learn(run: Run, vectors: Vectors, n: number, label: number, rivals: Uint16Array): boolean {
  const { dense } = run.ranker
  const from = vectors.starts[n] ?? 0
  const to = vectors.starts[n + 1] ?? 0
  spread(vectors.features, vectors.values, from, to, dense)
  let moved = separate(run, label, true)
  for (let i = n * confused; i < (n + 1) * confused; i++) {
    const topic = rivals[i] ?? none
    if (topic !== none && separate(run, topic, false)) moved = true
  }
  clear(vectors.features, from, to, dense)
  return moved
}

/** Moves the weights of one topic unless the phrase is far enough on its side. */
function separate({ ranker, weights, bias, squares, met }: Run, topic: number, isOwn: boolean): boolean {
  const { shortlist, dense } = ranker
  const { starts, features } = shortlist
  const end = starts[topic + 1] ?? 0
  let score = bias[topic] ?? 0
  let count = 0
  for (let e = starts[topic] ?? 0; e < end; e++) {
    const value = dense[features[e] ?? 0] ?? 0
    if (value === 0) continue
    met[count++] = e
    score += (weights[e] ?? 0) * value
  }
  const missing = isOwn ? 1 - score : 1 + score
  if (missing <= 0) return false
  const gradient = isOwn ? -missing * ownWeight : missing
  for (let i = 0; i < count; i++) {
    const e = met[i] ?? 0
    const g = gradient * (dense[features[e] ?? 0] ?? 0)
    const sum = (squares[e] ?? 0) + g * g
    squares[e] = sum
    weights[e] = (weights[e] ?? 0) - (rate * g) / Math.sqrt(sum)
  }
  return true
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
