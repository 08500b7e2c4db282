/** Which topics have a feature in their centre: an inverted index that finds the nearest centres of a text. */

/** Centres in eight bits: topic t has the entries starts[t] to starts[t + 1]; value = centres * centreScales[t]. */
export interface SmallCentres {
  readonly starts: Uint32Array
  readonly features: Uint32Array
  readonly centres: Uint8Array
  readonly centreScales: Float32Array
}

export interface TopicIndex {
  /** Feature f stands in the centres of topics[starts[f]] to topics[starts[f + 1]], with these values. */
  readonly starts: Uint32Array
  readonly topics: Uint16Array
  readonly values: Float32Array
  /** Scratch: the cosine with each topic, and the topics that have one. */
  readonly cosines: Float32Array
  readonly touched: Uint16Array
}

/** Features that stand in more than an eighth of the centres take most of the time and tell least. */
const commonShare = 8

export function topicIndex(small: SmallCentres, width: number): TopicIndex {
  const count = small.starts.length - 1
  const starts = startsOf(small, width, Math.max(50, count / commonShare))
  const next = starts.slice(0, width)
  const topics = new Uint16Array(starts[width] ?? 0)
  const values = new Float32Array(topics.length)
  for (let t = 0; t < count; t++)
    for (let e = small.starts[t] ?? 0; e < (small.starts[t + 1] ?? 0); e++) {
      const f = small.features[e] ?? 0
      if (small.centres[e] === 0 || starts[f + 1] === starts[f]) continue
      const at = next[f] ?? 0
      next[f] = at + 1
      topics[at] = t
      values[at] = (small.centres[e] ?? 0) * (small.centreScales[t] ?? 0)
    }
  return { starts, topics, values, cosines: new Float32Array(count), touched: new Uint16Array(count) }
}

function startsOf({ features, centres }: SmallCentres, width: number, most: number): Uint32Array {
  const counts = new Uint32Array(width)
  features.forEach((f, e) => {
    if (centres[e] !== 0) counts[f] = (counts[f] ?? 0) + 1
  })
  const starts = new Uint32Array(width + 1)
  for (let f = 0; f < width; f++) {
    const count = counts[f] ?? 0
    starts[f + 1] = (starts[f] ?? 0) + (count > most ? 0 : count)
  }
  return starts
}

/** The topics whose centres are nearest, at most `most` of them, nearest first. */
export function retrieve(
  index: TopicIndex,
  features: Uint32Array,
  values: Float32Array,
  from: number,
  to: number,
  most: number,
): readonly number[] {
  const touched = addUp(index, features, values, from, to)
  const best: number[] = []
  for (let i = 0; i < touched; i++) {
    const topic = index.touched[i] ?? 0
    const cosine = index.cosines[topic] ?? 0
    if (best.length === most && cosine <= (index.cosines[best[most - 1] ?? 0] ?? 0)) continue
    if (best.length === most) best.pop()
    insert(best, topic, index.cosines)
  }
  for (let i = 0; i < touched; i++) index.cosines[index.touched[i] ?? 0] = 0
  return best
}

/** Sums the cosines; returns how many topics have one. */
function addUp(
  { starts, topics, values: centre, cosines, touched }: TopicIndex,
  features: Uint32Array,
  values: Float32Array,
  from: number,
  to: number,
): number {
  let count = 0
  for (let k = from; k < to; k++) {
    const f = features[k] ?? 0
    const value = values[k] ?? 0
    const end = starts[f + 1] ?? 0
    for (let at = starts[f] ?? 0; at < end; at++) {
      const topic = topics[at] ?? 0
      if (cosines[topic] === 0) touched[count++] = topic
      cosines[topic] = (cosines[topic] ?? 0) + (centre[at] ?? 0) * value
    }
  }
  return count
}

function insert(best: number[], topic: number, cosines: Float32Array): void {
  const cosine = cosines[topic] ?? 0
  let at = best.length
  while (at > 0 && (cosines[best[at - 1] ?? 0] ?? 0) < cosine) at--
  best.splice(at, 0, topic)
}
