/**
 * Linear classifiers over sparse vectors, trained by AdaGrad: one weight for each feature and topic.
 *
 * hinge    every topic against all others by the squared hinge; the better one with few phrases a topic
 * softmax  all topics at once; adds its share where each topic has dozens of phrases
 */
import type { Random } from './random.ts'
import { shuffle } from './random.ts'
import type { Vectors } from './vectors.ts'

/** weights[feature * topics + topic]; score = bias[topic] + sum of value * weight. */
export interface Linear {
  readonly topics: number
  readonly weights: Float32Array
  readonly bias: Float32Array
}

export type Loss = 'hinge' | 'softmax'

export interface Training {
  readonly loss: Loss
  readonly epochs: number
  readonly random: Random
}

/** Step sizes of AdaGrad, chosen on development splits. */
const rates = { hinge: 0.05, softmax: 0.1 } as const
/** How much more a missed right topic weighs than a wrongly claimed one: there are many wrong topics. */
const ownWeight = 2
/** Gradients below this move nothing and are skipped. */
const smallest = 1e-3
/** The bias moves slower than the weights, which see only parts of the vectors. */
const biasShare = 0.1

/** State of one training run. `gradient` holds the scores first, then what the loss says of them. */
interface Run {
  readonly model: Linear
  readonly squares: Float32Array
  readonly biasSquares: Float32Array
  readonly gradient: Float32Array
  readonly active: Uint32Array
}

/** `labels[n]` is the topic of vector n, 0 to topics - 1. The same input gives the same weights. */
export function trainLinear(
  vectors: Vectors,
  labels: Uint16Array,
  topics: number,
  training: Training,
): Linear {
  const run = createRun(vectors.width, topics)
  const order = Array.from(labels.keys())
  for (let epoch = 0; epoch < training.epochs; epoch++) {
    shuffle(order, training.random)
    for (const n of order) learn(run, vectors, n, labels[n] ?? 0, training.loss)
  }
  return run.model
}

function createRun(width: number, topics: number): Run {
  return {
    model: { topics, weights: new Float32Array(width * topics), bias: new Float32Array(topics) },
    squares: new Float32Array(width * topics).fill(1e-6),
    biasSquares: new Float32Array(topics).fill(1e-6),
    gradient: new Float32Array(topics),
    active: new Uint32Array(topics),
  }
}

function learn(run: Run, vectors: Vectors, n: number, label: number, loss: Loss): void {
  const { model, gradient } = run
  score(model, vectors, n, gradient)
  const active = loss === 'hinge' ? hinge(gradient, label, run.active) : softmax(gradient, label, run.active)
  if (active > 0) update(run, vectors, n, active, rates[loss])
}

/** Scores of vector n for every topic. */
export function score(model: Linear, vectors: Vectors, n: number, into: Float32Array): void {
  const { topics, weights } = model
  into.set(model.bias)
  const end = vectors.starts[n + 1] ?? 0
  for (let k = vectors.starts[n] ?? 0; k < end; k++) {
    const row = (vectors.features[k] ?? 0) * topics
    const value = vectors.values[k] ?? 0
    for (let t = 0; t < topics; t++) into[t] = (into[t] ?? 0) + (weights[row + t] ?? 0) * value
  }
}

/** Derivative of max(0, 1 - y * score)^2 / 2, in place; returns how many topics it moves, listed in `active`. */
function hinge(scores: Float32Array, label: number, active: Uint32Array): number {
  let count = 0
  for (let t = 0; t < scores.length; t++) {
    const missing = t === label ? 1 - (scores[t] ?? 0) : 1 + (scores[t] ?? 0)
    if (missing <= 0) continue
    scores[t] = t === label ? -missing * ownWeight : missing
    active[count++] = t
  }
  return count
}

/** Derivative of the cross entropy, in place. */
function softmax(scores: Float32Array, label: number, active: Uint32Array): number {
  const sum = exponentials(scores, 1)
  let count = 0
  for (let t = 0; t < scores.length; t++) {
    const gradient = (scores[t] ?? 0) / sum - (t === label ? 1 : 0)
    if (Math.abs(gradient) < smallest) continue
    scores[t] = gradient
    active[count++] = t
  }
  return count
}

/** Replaces each score by exp(sharpness * (score - highest)) and returns their sum. */
export function exponentials(scores: Float32Array, sharpness: number): number {
  let highest = Number.NEGATIVE_INFINITY
  for (let t = 0; t < scores.length; t++) highest = Math.max(highest, scores[t] ?? 0)
  let sum = 0
  for (let t = 0; t < scores.length; t++) {
    const value = Math.exp(sharpness * ((scores[t] ?? 0) - highest))
    scores[t] = value
    sum += value
  }
  return sum
}

function update(run: Run, vectors: Vectors, n: number, count: number, rate: number): void {
  const { model, squares, gradient, active } = run
  updateBias(run, count, rate * biasShare)
  const end = vectors.starts[n + 1] ?? 0
  for (let k = vectors.starts[n] ?? 0; k < end; k++) {
    const row = (vectors.features[k] ?? 0) * model.topics
    const value = vectors.values[k] ?? 0
    for (let a = 0; a < count; a++) {
      const t = active[a] ?? 0
      const g = (gradient[t] ?? 0) * value
      const sum = (squares[row + t] ?? 0) + g * g
      squares[row + t] = sum
      model.weights[row + t] = (model.weights[row + t] ?? 0) - (rate * g) / Math.sqrt(sum)
    }
  }
}

function updateBias({ model, biasSquares, gradient, active }: Run, count: number, rate: number): void {
  for (let a = 0; a < count; a++) {
    const t = active[a] ?? 0
    const g = gradient[t] ?? 0
    const sum = (biasSquares[t] ?? 0) + g * g
    biasSquares[t] = sum
    model.bias[t] = (model.bias[t] ?? 0) - (rate * g) / Math.sqrt(sum)
  }
}

/** The sum of each topic's vectors, at length 1, as its weights: the score is the cosine with the topic's middle. */
export function centresAsWeights(vectors: Vectors, labels: Uint16Array, topics: number): Linear {
  const weights = new Float32Array(vectors.width * topics)
  labels.forEach((t, n) => {
    for (let k = vectors.starts[n] ?? 0; k < (vectors.starts[n + 1] ?? 0); k++) {
      const at = (vectors.features[k] ?? 0) * topics + t
      weights[at] = (weights[at] ?? 0) + (vectors.values[k] ?? 0)
    }
  })
  const squares = new Float32Array(topics)
  weights.forEach((w, i) => {
    squares[i % topics] = (squares[i % topics] ?? 0) + w * w
  })
  const normed = weights.map((w, i) => w / (Math.sqrt(squares[i % topics] ?? 0) || 1))
  return { topics, weights: normed, bias: new Float32Array(topics) }
}

/** a + share * b, with b brought to a's spread of scores on these vectors first. */
export function blend(a: Linear, b: Linear, share: number, vectors: Vectors): Linear {
  const factor = (share * spread(a, vectors)) / (spread(b, vectors) || 1)
  return {
    topics: a.topics,
    weights: a.weights.map((w, i) => w + factor * (b.weights[i] ?? 0)),
    bias: a.bias.map((w, i) => w + factor * (b.bias[i] ?? 0)),
  }
}

/** Standard deviation of the scores around their mean, over at most 300 vectors. */
function spread(model: Linear, vectors: Vectors): number {
  const count = vectors.starts.length - 1
  const stride = Math.max(1, Math.floor(count / 300))
  const scores = new Float32Array(model.topics)
  let squares = 0
  let seen = 0
  for (let n = 0; n < count; n += stride) {
    score(model, vectors, n, scores)
    const mean = scores.reduce((sum, s) => sum + s, 0) / scores.length
    for (const s of scores) squares += (s - mean) ** 2
    seen += scores.length
  }
  return Math.sqrt(squares / Math.max(1, seen))
}
