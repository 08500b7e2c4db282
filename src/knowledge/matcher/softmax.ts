/** All topics at once by the cross entropy of their softmax. AdaGrad. */
import { exponentials, type Linear, score } from './linear.ts'
import { type Random, shuffle } from './random.ts'
import type { Vectors } from './vectors.ts'

const epochs = 8
const rate = 0.1
const biasRate = 0.01
/** Gradients below this move nothing and are skipped. */
const smallest = 1e-3
/** A phrase whose topic is as likely as this rests for so many epochs. */
const likelyEnough = 0.8
const rest = 2

interface Run {
  readonly linear: Linear
  readonly squares: Float32Array
  readonly biasSquares: Float32Array
  /** Scores first, then their gradient. */
  readonly gradient: Float32Array
  /** The topics that move. */
  readonly active: Uint32Array
}

/** `labels[n]` is the topic of vector n, 0 to topics - 1. The same input gives the same weights. */
export function trainSoftmax(vectors: Vectors, labels: Uint16Array, topics: number, random: Random): Linear {
  const run = createRun(vectors.width, topics)
  const order = [...labels.keys()]
  const awake = new Uint8Array(labels.length)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const n of order) {
      if ((awake[n] ?? 0) > epoch) continue
      const likelihood = learn(run, vectors, n, labels[n] ?? 0)
      if (likelihood > likelyEnough) awake[n] = epoch + 1 + rest
    }
  }
  return run.linear
}

function createRun(width: number, topics: number): Run {
  return {
    linear: { topics, weights: new Float32Array(width * topics), bias: new Float32Array(topics) },
    squares: new Float32Array(width * topics).fill(1e-6),
    biasSquares: new Float32Array(topics).fill(1e-6),
    gradient: new Float32Array(topics),
    active: new Uint32Array(topics),
  }
}

/** One step; returns how likely the right topic was before it. */
function learn(run: Run, vectors: Vectors, n: number, label: number): number {
  const { linear, gradient, active } = run
  score(linear, vectors, n, gradient)
  const sum = exponentials(gradient, 1)
  const likelihood = (gradient[label] ?? 0) / sum
  let count = 0
  for (let t = 0; t < gradient.length; t++) {
    const g = (gradient[t] ?? 0) / sum - (t === label ? 1 : 0)
    if (Math.abs(g) < smallest) continue
    gradient[t] = g
    active[count++] = t
  }
  updateBias(run, count)
  updateWeights(run, vectors, n, count)
  return likelihood
}

function updateBias({ linear, biasSquares, gradient, active }: Run, count: number): void {
  for (let a = 0; a < count; a++) {
    const t = active[a] ?? 0
    const g = gradient[t] ?? 0
    const sum = (biasSquares[t] ?? 0) + g * g
    biasSquares[t] = sum
    linear.bias[t] = (linear.bias[t] ?? 0) - (biasRate * g) / Math.sqrt(sum)
  }
}

function updateWeights(
  { linear, squares, gradient, active }: Run,
  vectors: Vectors,
  n: number,
  count: number,
): void {
  const { topics, weights } = linear
  const end = vectors.starts[n + 1] ?? 0
  for (let k = vectors.starts[n] ?? 0; k < end; k++) {
    const row = (vectors.features[k] ?? 0) * topics
    const value = vectors.values[k] ?? 0
    for (let a = 0; a < count; a++) {
      const t = active[a] ?? 0
      const g = (gradient[t] ?? 0) * value
      const sum = (squares[row + t] ?? 0) + g * g
      squares[row + t] = sum
      weights[row + t] = (weights[row + t] ?? 0) - (rate * g) / Math.sqrt(sum)
    }
  }
}
