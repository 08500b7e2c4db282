/** Many sparse vectors in one block of memory: vector n is `features` and `values` from starts[n] to starts[n + 1]. */
import type { Vector, Weigher } from './vocabulary.ts'

export interface Vectors {
  readonly starts: Uint32Array
  readonly features: Uint32Array
  readonly values: Float32Array
  /** How many different features there are. */
  readonly width: number
}

/** `expected` entries together; two blocks that share a hash have a few more. */
export function vectorsOf(
  documents: readonly (readonly string[])[],
  weigher: Weigher,
  width: number,
  expected: number,
): Vectors {
  const starts = new Uint32Array(documents.length + 1)
  let features = new Uint32Array(expected)
  let values = new Float32Array(expected)
  documents.forEach((words, n) => {
    const from = starts[n] ?? 0
    const vector = weigher.weigh(words)
    const end = from + vector.length
    if (end > features.length) {
      features = grown(features, new Uint32Array(Math.ceil(end * 1.1)))
      values = grown(values, new Float32Array(features.length))
    }
    append(vector, from, features, values)
    starts[n + 1] = end
  })
  const end = starts[documents.length] ?? 0
  return { starts, features: features.subarray(0, end), values: values.subarray(0, end), width }
}

function append(vector: Vector, at: number, features: Uint32Array, values: Float32Array): void {
  features.set(vector.features.subarray(0, vector.length), at)
  values.set(vector.values.subarray(0, vector.length), at)
}

function grown<T extends Uint32Array | Float32Array>(from: T, into: T): T {
  into.set(from)
  return into
}
