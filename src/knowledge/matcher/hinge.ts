/**
 * Every topic against all others by the squared hinge: max(0, 1 - y * score)^2 / 2, y = 1 for the topic's own phrases
 * and -1 for all others. AdaGrad. The topics do not depend on each other, so one after the other is trained, with its
 * weights in the processor's cache.
 */
import type { Linear } from './linear.ts'
import { type Random, shuffle } from './random.ts'
import type { Vectors } from './vectors.ts'

const epochs = 12
const rate = 0.05
/** The bias moves slower than the weights, which see only parts of the vectors. */
const biasRate = 0.005
/** A topic with few phrases is not asked about less often, so each of them weighs more, up to eight times. */
const mostBalance = 8
/** A phrase that is far enough on its side rests so many epochs: a fifth of the time, the same accuracy. */
const rest = 3

/** One topic's weights in training. */
interface Run {
  readonly weights: Float32Array
  readonly squares: Float32Array
  bias: number
  biasSquares: number
}

/** `labels[n]` is the topic of vector n, 0 to topics - 1. The same input gives the same weights. */
export function trainHinge(vectors: Vectors, labels: Uint16Array, topics: number, random: Random): Linear {
  const { width } = vectors
  const orders = Array.from({ length: epochs }, () => Uint32Array.from(shuffle([...labels.keys()], random)))
  const linear = { topics, weights: new Float32Array(width * topics), bias: new Float32Array(topics) }
  const run = { weights: new Float32Array(width), squares: new Float32Array(width), bias: 0, biasSquares: 0 }
  for (let t = 0; t < topics; t++) {
    trainTopic(run, vectors, labels, t, topics, orders)
    for (let f = 0; f < width; f++) linear.weights[f * topics + t] = run.weights[f] ?? 0
    linear.bias[t] = run.bias
  }
  return linear
}

function trainTopic(
  run: Run,
  vectors: Vectors,
  labels: Uint16Array,
  topic: number,
  topics: number,
  orders: readonly Uint32Array[],
): void {
  reset(run)
  const awake = new Uint8Array(labels.length)
  const own = balanceOf(labels, topic, topics)
  orders.forEach((order, epoch) => {
    for (const n of order) {
      if ((awake[n] ?? 0) > epoch) continue
      const isOwn = labels[n] === topic
      const score = scoreOf(run, vectors, n)
      const missing = isOwn ? 1 - score : 1 + score
      if (missing > 0) update(run, vectors, n, isOwn ? -missing * own : missing)
      else awake[n] = epoch + 1 + rest
    }
  })
}

/** Phrases of a topic on average over those of this one. */
function balanceOf(labels: Uint16Array, topic: number, topics: number): number {
  let own = 0
  for (const label of labels) if (label === topic) own++
  return Math.max(1 / mostBalance, Math.min(mostBalance, labels.length / topics / Math.max(1, own)))
}

function reset(run: Run): void {
  run.weights.fill(0)
  run.squares.fill(1e-6)
  run.bias = 0
  run.biasSquares = 1e-6
}

function scoreOf({ weights, bias }: Run, { starts, features, values }: Vectors, n: number): number {
  let score = bias
  const end = starts[n + 1] ?? 0
  for (let k = starts[n] ?? 0; k < end; k++) score += (weights[features[k] ?? 0] ?? 0) * (values[k] ?? 0)
  return score
}

function update(run: Run, { starts, features, values }: Vectors, n: number, gradient: number): void {
  const { weights, squares } = run
  run.biasSquares += gradient * gradient
  run.bias -= (biasRate * gradient) / Math.sqrt(run.biasSquares)
  const end = starts[n + 1] ?? 0
  for (let k = starts[n] ?? 0; k < end; k++) {
    const f = features[k] ?? 0
    const g = gradient * (values[k] ?? 0)
    const sum = (squares[f] ?? 0) + g * g
    squares[f] = sum
    weights[f] = (weights[f] ?? 0) - (rate * g) / Math.sqrt(sum)
  }
}
