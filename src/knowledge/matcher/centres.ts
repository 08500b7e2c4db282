/** The middle of each topic's phrases: its most telling features, as a vector of length 1. */
import type { Vectors } from './vectors.ts'

export interface Centres {
  /** Topic t has the entries starts[t] to starts[t + 1]. */
  readonly starts: Uint32Array
  readonly features: Uint32Array
  readonly values: Float32Array
}

/** Features kept of a topic. */
export const mostFeatures = 500

export function centresOf(vectors: Vectors, labels: Uint16Array, topics: number): Centres {
  const members = membersOf(labels, topics)
  const sums = new Float32Array(vectors.width)
  const starts = new Uint32Array(topics + 1)
  const features = new Uint32Array(topics * mostFeatures)
  const values = new Float32Array(topics * mostFeatures)
  for (let t = 0; t < topics; t++) {
    const from = starts[t] ?? 0
    const touched = sumUp(vectors, members[t] ?? [], sums)
    const chosen = touched.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0)).slice(0, mostFeatures)
    const norm = Math.sqrt(chosen.reduce((sum, f) => sum + (sums[f] ?? 0) ** 2, 0)) || 1
    chosen.forEach((f, i) => {
      features[from + i] = f
      values[from + i] = (sums[f] ?? 0) / norm
    })
    starts[t + 1] = from + chosen.length
    for (const f of touched) sums[f] = 0
  }
  const end = starts[topics] ?? 0
  return { starts, features: features.slice(0, end), values: values.slice(0, end) }
}

function membersOf(labels: Uint16Array, topics: number): readonly (readonly number[])[] {
  const members: number[][] = Array.from({ length: topics }, () => [])
  labels.forEach((t, n) => {
    members[t]?.push(n)
  })
  return members
}

/** Adds the vectors up in `sums` and returns the features that they have. */
function sumUp(
  { starts, features, values }: Vectors,
  members: readonly number[],
  sums: Float32Array,
): number[] {
  const touched: number[] = []
  for (const n of members)
    for (let k = starts[n] ?? 0; k < (starts[n + 1] ?? 0); k++) {
      const f = features[k] ?? 0
      if (sums[f] === 0) touched.push(f)
      sums[f] = (sums[f] ?? 0) + (values[k] ?? 0)
    }
  return touched
}
