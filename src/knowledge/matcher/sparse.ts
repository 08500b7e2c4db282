/**
 * A linear classifier made small. Each feature has a base, the middle of its weights, which moves all topics alike;
 * only what deviates from it is listed, in eight bits. A tenth of the weights then ranks as well as all of them.
 */
import type { Linear } from './linear.ts'
import type { Vectors } from './vectors.ts'
import type { Vector } from './vocabulary.ts'

export interface Sparse {
  /** By feature; base = value * baseScale. */
  readonly bases: Int8Array
  readonly baseScale: number
  /** Feature f has the entries starts[f] to starts[f + 1]. */
  readonly starts: Uint32Array
  readonly owners: Uint16Array
  /** Weight of an entry = base + value * scales[owner]. */
  readonly values: Int8Array
  /** By topic. */
  readonly scales: Float32Array
  readonly bias: Float32Array
}

/**
 * Bounds the model's size: two bytes an entry, eight a feature. With 77 topics and 8,000 phrases 300,000 entries rank
 * as well as all 1.9 million, 200,000 cost half a point.
 */
const mostBytes = 900_000

export function compress(linear: Linear, vectors: Vectors): Sparse {
  const { topics } = linear
  const { bases, baseScale, weights } = withoutBases(linear)
  const scales = scalesOf(weights, topics)
  const importance = importanceOf(vectors)
  const mostEntries = Math.max(0, mostBytes - 8 * importance.length) / 2
  const least = leastImportance(weights, topics, scales, importance, mostEntries)
  const starts = new Uint32Array(bases.length + 1)
  const owners: number[] = []
  const values: number[] = []
  for (let f = 0; f < bases.length; f++) {
    for (let t = 0; t < topics; t++) {
      const weight = weights[f * topics + t] ?? 0
      const value = Math.round(weight / (scales[t] || 1))
      if (value === 0 || Math.abs(weight) * (importance[f] ?? 0) < least) continue
      owners.push(t)
      values.push(value)
    }
    starts[f + 1] = owners.length
  }
  return {
    bases,
    baseScale,
    starts,
    owners: Uint16Array.from(owners),
    values: Int8Array.from(values),
    scales,
    bias: linear.bias,
  }
}

function withoutBases({ topics, weights }: Linear) {
  const middles = middlesOf(weights, topics)
  const baseScale = middles.reduce((highest, m) => Math.max(highest, Math.abs(m)), 0) / 127
  const bases = Int8Array.from(middles, m => Math.round(m / (baseScale || 1)))
  const rest = weights.map((weight, i) => weight - (bases[Math.floor(i / topics)] ?? 0) * baseScale)
  return { bases, baseScale, weights: rest }
}

function middlesOf(weights: Float32Array, topics: number): Float32Array {
  const middles = new Float32Array(weights.length / topics)
  const row = new Float32Array(topics)
  for (let f = 0; f < middles.length; f++) {
    row.set(weights.subarray(f * topics, (f + 1) * topics))
    middles[f] = row.sort()[topics >> 1] ?? 0
  }
  return middles
}

function scalesOf(weights: Float32Array, topics: number): Float32Array {
  const highest = new Float32Array(topics)
  weights.forEach((weight, i) => {
    const t = i % topics
    if (Math.abs(weight) > (highest[t] ?? 0)) highest[t] = Math.abs(weight)
  })
  return highest.map(h => h / 127)
}

/** What a feature moves in all phrases together; its square root, because rare features decide new texts, too. */
function importanceOf({ features, values, width }: Vectors): Float32Array {
  const squares = new Float32Array(width)
  features.forEach((f, k) => {
    squares[f] = (squares[f] ?? 0) + (values[k] ?? 0) ** 2
  })
  return squares.map(sum => sum ** 0.25)
}

/** Weight times importance above which `mostEntries` lie; by a histogram, sorting millions takes long. */
function leastImportance(
  weights: Float32Array,
  topics: number,
  scales: Float32Array,
  importance: Float32Array,
  mostEntries: number,
): number {
  const bins = new Uint32Array(1 << 14)
  weights.forEach((weight, i) => {
    if (Math.abs(weight) < 0.5 * (scales[i % topics] ?? 0)) return
    const bin = binOf(Math.abs(weight) * (importance[Math.floor(i / topics)] ?? 0), bins.length)
    bins[bin] = (bins[bin] ?? 0) + 1
  })
  let left = mostEntries
  for (let bin = bins.length - 1; bin >= 0; bin--) {
    left -= bins[bin] ?? 0
    if (left < 0) return 2 ** ((bin + 1) / binsPerOctave - lowestOctave)
  }
  return 0
}

const binsPerOctave = 256
const lowestOctave = 40

function binOf(value: number, bins: number): number {
  const bin = Math.floor((Math.log2(value) + lowestOctave) * binsPerOctave)
  return Math.max(0, Math.min(bins - 1, bin))
}

/** Scores of a text for every topic. */
export function scoreAll(sparse: Sparse, vector: Vector, into: Float32Array): void {
  const { bases, baseScale, starts, owners, values, scales, bias } = sparse
  into.fill(0)
  let base = 0
  for (let k = 0; k < vector.length; k++) {
    const feature = vector.features[k] ?? 0
    const value = vector.values[k] ?? 0
    base += (bases[feature] ?? 0) * value
    const end = starts[feature + 1] ?? 0
    for (let e = starts[feature] ?? 0; e < end; e++) {
      const t = owners[e] ?? 0
      into[t] = (into[t] ?? 0) + (values[e] ?? 0) * value
    }
  }
  base *= baseScale
  for (let t = 0; t < into.length; t++) into[t] = (into[t] ?? 0) * (scales[t] ?? 0) + (bias[t] ?? 0) + base
}
