/** A linear classifier over sparse vectors: one weight for each feature and topic. */
import type { Vectors } from './vectors.ts'

/** score(topic) = bias[topic] + sum over features of value * weights[feature * topics + topic]. */
export interface Linear {
  readonly topics: number
  readonly weights: Float32Array
  readonly bias: Float32Array
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

/** The sum of each topic's vectors, at length 1, as its weights: the score is the cosine with the topic's middle. */
export function middles(vectors: Vectors, labels: Uint16Array, topics: number): Linear {
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
  const unit = weights.map((w, i) => w / (Math.sqrt(squares[i % topics] ?? 0) || 1))
  return { topics, weights: unit, bias: new Float32Array(topics) }
}

/** a + share * b, with b brought to a's spread of scores on these vectors first. */
export function blend(a: Linear, b: Linear, share: number, vectors: Vectors): Linear {
  const factor = (share * spreadOf(a, vectors)) / (spreadOf(b, vectors) || 1)
  return {
    topics: a.topics,
    weights: a.weights.map((w, i) => w + factor * (b.weights[i] ?? 0)),
    bias: a.bias.map((w, i) => w + factor * (b.bias[i] ?? 0)),
  }
}

/** Standard deviation of the scores around their mean, over at most 600 vectors. */
function spreadOf(model: Linear, vectors: Vectors): number {
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
