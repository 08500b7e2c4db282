/** The middle of each topic's phrases: its most telling features, as a vector of length 1 in eight bits. */
import type { Members } from './members.ts'
import type { Vectors } from './vectors.ts'

/** Topic t has the entries starts[t] to starts[t + 1], by rising feature; value = centres * centreScales[t]. */
export interface Centres {
  readonly starts: Uint32Array
  readonly features: Uint32Array
  readonly centres: Uint8Array
  readonly centreScales: Float32Array
}

/** Features kept of a topic. */
export const mostFeatures = 500

export function centresOf(vectors: Vectors, members: Members): Centres {
  const topics = members.starts.length - 1
  const starts = new Uint32Array(topics + 1)
  const features = new Uint32Array(topics * mostFeatures)
  const centres = new Uint8Array(topics * mostFeatures)
  const centreScales = new Float32Array(topics)
  const sums = new Float32Array(vectors.width)
  for (let t = 0; t < topics; t++) {
    const touched = sumUp(vectors, members.phrases.subarray(members.starts[t], members.starts[t + 1]), sums)
    const chosen = highest(touched, sums)
    const scale = highestOf(chosen, sums) / 255
    const from = starts[t] ?? 0
    features.set(chosen, from)
    for (const [i, f] of chosen.entries()) centres[from + i] = Math.round((sums[f] ?? 0) / scale)
    centreScales[t] = scale / (lengthOf(chosen, sums) || 1)
    starts[t + 1] = from + chosen.length
    for (const f of touched) sums[f] = 0
  }
  const end = starts[topics] ?? 0
  return { starts, features: features.slice(0, end), centres: centres.slice(0, end), centreScales }
}

/** Adds the vectors up in `sums` and returns the features that they have. */
function sumUp({ starts, features, values }: Vectors, phrases: Uint32Array, sums: Float32Array): Uint32Array {
  const touched: number[] = []
  for (const n of phrases)
    for (let k = starts[n] ?? 0; k < (starts[n + 1] ?? 0); k++) {
      const f = features[k] ?? 0
      if (sums[f] === 0) touched.push(f)
      sums[f] = (sums[f] ?? 0) + (values[k] ?? 0)
    }
  return Uint32Array.from(touched).sort()
}

/** The features with the highest sums; of equals the first. Sorting the bare sums is many times faster than pairs. */
function highest(features: Uint32Array, sums: Float32Array): Uint32Array {
  if (features.length <= mostFeatures) return features
  const sorted = new Float32Array(features.length)
  for (let i = 0; i < features.length; i++) sorted[i] = sums[features[i] ?? 0] ?? 0
  const least = sorted.sort()[sorted.length - mostFeatures] ?? 0
  let equals = mostFeatures - (sorted.length - 1 - sorted.lastIndexOf(least))
  const chosen = new Uint32Array(mostFeatures)
  let count = 0
  for (const f of features) {
    const sum = sums[f] ?? 0
    if (sum > least || (sum === least && equals-- > 0)) chosen[count++] = f
  }
  return chosen
}

function highestOf(features: Uint32Array, sums: Float32Array): number {
  let top = 0
  for (const f of features) top = Math.max(top, sums[f] ?? 0)
  return top || 1
}

function lengthOf(features: Uint32Array, sums: Float32Array): number {
  let squares = 0
  for (const f of features) squares += (sums[f] ?? 0) ** 2
  return Math.sqrt(squares)
}
