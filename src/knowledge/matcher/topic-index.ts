/** Which topics have a feature in their centre: an inverted index that finds the nearest centres of a text. */
import type { Centres } from './centres.ts'
import { release } from './release.ts'

export interface TopicIndex {
  /** Feature f finds topics[starts[f]] to topics[starts[f + 1]], in whose centres it has these values. */
  readonly starts: Uint32Array
  readonly topics: Uint16Array
  readonly values: Float32Array
  /** Scratch: the cosine with each topic, and the topics that have one. */
  readonly cosines: Float32Array
  readonly touched: Uint16Array
}

/**
 * A feature finds the topics in whose centres it weighs most. One that stands in more of them tells little and would
 * take most of the time; leaving the others out cost 0.1 points on held-back phrases.
 */
const mostTopics = 100

export function topicIndex(centres: Centres, width: number): TopicIndex {
  const count = centres.starts.length - 1
  const all = inverted(centres, width)
  const starts = new Uint32Array(width + 1)
  let end = 0
  for (let f = 0; f < width; f++) {
    keepStrongest(all, f)
    const [from, to] = [all.starts[f] ?? 0, all.starts[f + 1] ?? 0]
    const kept = Math.min(to - from, mostTopics)
    all.topics.copyWithin(end, from, from + kept)
    all.values.copyWithin(end, from, from + kept)
    end += kept
    starts[f + 1] = end
  }
  const [topics, values] = [all.topics.slice(0, end), all.values.slice(0, end)]
  release(all.starts, all.topics, all.values)
  return { starts, topics, values, cosines: new Float32Array(count), touched: new Uint16Array(count) }
}

type Inverted = Pick<TopicIndex, 'starts' | 'topics' | 'values'>

function inverted({ starts: of, features, centres, centreScales }: Centres, width: number): Inverted {
  const starts = new Uint32Array(width + 1)
  for (const f of features) starts[f + 1] = (starts[f + 1] ?? 0) + 1
  for (let f = 0; f < width; f++) starts[f + 1] = (starts[f + 1] ?? 0) + (starts[f] ?? 0)
  const next = starts.slice()
  const topics = new Uint16Array(features.length)
  const values = new Float32Array(features.length)
  for (let t = 0; t < centreScales.length; t++)
    for (let e = of[t] ?? 0; e < (of[t + 1] ?? 0); e++) {
      const f = features[e] ?? 0
      const at = next[f] ?? 0
      next[f] = at + 1
      topics[at] = t
      values[at] = (centres[e] ?? 0) * (centreScales[t] ?? 0)
    }
  return { starts, topics, values }
}

/** Brings the strongest entries of a feature that has too many to the front, of equals the first. */
function keepStrongest({ starts, topics, values }: Inverted, f: number): void {
  const from = starts[f] ?? 0
  const to = starts[f + 1] ?? 0
  if (to - from <= mostTopics) return
  const sorted = values.slice(from, to).sort()
  const least = sorted[sorted.length - mostTopics] ?? 0
  let equals = mostTopics - (sorted.length - 1 - sorted.lastIndexOf(least))
  let end = from
  for (let at = from; at < to; at++) {
    const value = values[at] ?? 0
    if (value < least || (value === least && equals-- <= 0)) continue
    topics[end] = topics[at] ?? 0
    values[end++] = value
  }
}

/** A vector: the entries `from` to `to` of long arrays. */
export interface Part {
  readonly features: Uint32Array
  readonly values: Float32Array | Uint8Array
  readonly from: number
  readonly to: number
}

/** The topics whose centres are nearest, at most `most` of them, nearest first. */
export function retrieve(index: TopicIndex, part: Part, most: number): readonly number[] {
  const touched = addUp(index, part)
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
function addUp({ starts, topics, values: centre, cosines, touched }: TopicIndex, part: Part): number {
  const { features, values, from, to } = part
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
