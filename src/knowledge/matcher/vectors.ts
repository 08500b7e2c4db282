/** Many sparse vectors in one block of memory: vector n is `features` and `values` from starts[n] to starts[n + 1]. */
import type { Vector, Weigher } from './vocabulary.ts'

export interface Vectors {
  readonly starts: Uint32Array
  readonly features: Uint32Array
  readonly values: Float32Array
  /** How many different features there are. */
  readonly width: number
}

export function vectorsOf(
  documents: readonly (readonly string[])[],
  weigher: Weigher,
  width: number,
): Vectors {
  const starts = new Uint32Array(documents.length + 1)
  let features = new Uint32Array(documents.length * 128 + 1024)
  let values = new Float32Array(features.length)
  documents.forEach((words, n) => {
    const from = starts[n] ?? 0
    const vector = weigher.weigh(words)
    if (from + vector.length > features.length) {
      features = grown(features, new Uint32Array((from + vector.length) * 2))
      values = grown(values, new Float32Array(features.length))
    }
    append(vector, from, features, values)
    starts[n + 1] = from + vector.length
  })
  const end = starts[documents.length] ?? 0
  return { starts, features: features.slice(0, end), values: values.slice(0, end), width }
}

function append(vector: Vector, at: number, features: Uint32Array, values: Float32Array): void {
  features.set(vector.features.subarray(0, vector.length), at)
  values.set(vector.values.subarray(0, vector.length), at)
}

function grown<T extends Uint32Array | Float32Array>(from: T, into: T): T {
  into.set(from)
  return into
}
