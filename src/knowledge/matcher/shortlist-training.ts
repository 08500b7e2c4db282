/**
 * Learns the weights of a shortlist, one topic after the other: its own phrases against those of the topics whose
 * centres are nearest, the only ones that a shortlist can confuse it with. Only the features of the topic's centre
 * have weights, so all that is written fits into the processor's nearest memory.
 */
import { type Centres, centresOf, mostFeatures } from './centres.ts'
import { type Members, membersOf } from './members.ts'
import { type Random, shuffle } from './random.ts'
import { release } from './release.ts'
import type { Shortlist } from './shortlist.ts'
import { type Part, retrieve, type TopicIndex, topicIndex } from './topic-index.ts'
import type { Vectors } from './vectors.ts'

const neighbours = 20
const epochs = 4
const rate = 0.03
/** Of 255. */
const leastOfStrongest = 64
/** A topic starts from its centre: a foreign text scores -1, one that is its centre +1. */
const firstBias = -1
const firstFactor = 2
/** A phrase that is far enough on its side rests so many epochs. */
const rest = 3
/** The many foreign phrases need not go quite as far. */
const foreignSlack = 0.3
/** Own phrases matter more than each of the many others. */
const ownWeight = 4

export function trainShortlist(
  vectors: Vectors,
  labels: Uint16Array,
  topics: number,
  random: Random,
): Shortlist {
  const members = membersOf(labels, topics)
  const centres = centresOf(vectors, members)
  const index = topicIndex(centres, vectors.width)
  const run = createRun(vectors.width)
  const values = new Int8Array(centres.features.length)
  const scales = new Float32Array(topics)
  for (let t = 0; t < topics; t++) {
    const phrases = phrasesNear(index, centres, members, t)
    trainTopic(run, centres, vectors, labels, t, shuffle(phrases, random))
    const from = centres.starts[t] ?? 0
    scales[t] = keep(run.weights, values.subarray(from, centres.starts[t + 1]))
  }
  release(index.starts, index.topics, index.values)
  return { ...centres, values, scales, bias: new Float32Array(topics).fill(firstBias) }
}

/** The phrases of a topic and of its neighbours. */
function phrasesNear(index: TopicIndex, centres: Centres, members: Members, topic: number): number[] {
  const near = retrieve(index, strongest(centres, topic), neighbours + 1).filter(t => t !== topic)
  return [topic, ...near].flatMap(t => [
    ...members.phrases.subarray(members.starts[t], members.starts[t + 1]),
  ])
}

/** What a centre is made of for the most part: the rest finds no other neighbours, and takes most of the time. */
function strongest({ starts, features, centres }: Centres, topic: number): Part {
  const chosen: number[] = []
  for (let e = starts[topic] ?? 0; e < (starts[topic + 1] ?? 0); e++)
    if ((centres[e] ?? 0) >= leastOfStrongest) chosen.push(e)
  return {
    features: Uint32Array.from(chosen, e => features[e] ?? 0),
    values: Uint8Array.from(chosen, e => centres[e] ?? 0),
    from: 0,
    to: chosen.length,
  }
}

/** One topic's weights in training; slot 0 is no feature of its own. */
interface Run {
  /** By feature. */
  readonly slots: Uint16Array
  readonly weights: Float32Array
  readonly squares: Float32Array
  readonly short: Short
}

/** Phrase i of a topic's training: slots and values from ends[i - 1] to ends[i]. */
interface Short {
  ends: Uint32Array
  slots: Uint16Array
  values: Float32Array
}

function createRun(width: number): Run {
  const size = mostFeatures + 1
  return {
    slots: new Uint16Array(width),
    weights: new Float32Array(size),
    squares: new Float32Array(size),
    short: { ends: new Uint32Array(0), slots: new Uint16Array(1 << 15), values: new Float32Array(1 << 15) },
  }
}

/** Squared hinge, AdaGrad. */
function trainTopic(
  run: Run,
  centres: Centres,
  vectors: Vectors,
  labels: Uint16Array,
  topic: number,
  phrases: readonly number[],
): void {
  prepare(run, centres, topic)
  shorten(run, vectors, phrases)
  const awake = new Uint8Array(phrases.length)
  for (let epoch = 0; epoch < epochs; epoch++)
    for (let i = 0; i < phrases.length; i++) {
      if ((awake[i] ?? 0) > epoch) continue
      const isOwn = labels[phrases[i] ?? 0] === topic
      const score = scoreOf(run, i)
      const missing = isOwn ? 1 - score : 1 + score
      if (missing > (isOwn ? 0 : foreignSlack)) update(run, i, isOwn ? -missing * ownWeight : missing)
      else awake[i] = epoch + 1 + rest
    }
  forget(run, centres, topic)
}

/** Of each phrase only what the topic's centre has: three quarters of its features do not come up again. */
function shorten(run: Run, { starts, features, values }: Vectors, phrases: readonly number[]): void {
  const { slots, short } = run
  if (short.ends.length < phrases.length) short.ends = new Uint32Array(phrases.length)
  let length = 0
  for (let i = 0; i < phrases.length; i++) {
    const n = phrases[i] ?? 0
    const end = starts[n + 1] ?? 0
    for (let k = starts[n] ?? 0; k < end; k++) {
      const slot = slots[features[k] ?? 0] ?? 0
      if (slot === 0) continue
      if (length === short.slots.length) grow(short)
      short.slots[length] = slot
      short.values[length++] = values[k] ?? 0
    }
    short.ends[i] = length
  }
}

function prepare({ slots, weights, squares }: Run, centres: Centres, topic: number): void {
  const from = centres.starts[topic] ?? 0
  const factor = firstFactor * (centres.centreScales[topic] ?? 0)
  weights.fill(0)
  squares.fill(1e-6)
  for (let e = from; e < (centres.starts[topic + 1] ?? 0); e++) {
    const slot = e - from + 1
    slots[centres.features[e] ?? 0] = slot
    weights[slot] = factor * (centres.centres[e] ?? 0)
  }
}

function forget({ slots }: Run, { starts, features }: Centres, topic: number): void {
  for (const f of features.subarray(starts[topic], starts[topic + 1])) slots[f] = 0
}

function grow(short: Short): void {
  const { slots, values } = short
  short.slots = new Uint16Array(slots.length * 2)
  short.slots.set(slots)
  short.values = new Float32Array(values.length * 2)
  short.values.set(values)
}

function scoreOf({ weights, short: { ends, slots, values } }: Run, i: number): number {
  let score = firstBias
  const end = ends[i] ?? 0
  for (let k = i === 0 ? 0 : (ends[i - 1] ?? 0); k < end; k++)
    score += (weights[slots[k] ?? 0] ?? 0) * (values[k] ?? 0)
  return score
}

function update(
  { weights, squares, short: { ends, slots, values } }: Run,
  i: number,
  gradient: number,
): void {
  const end = ends[i] ?? 0
  for (let k = i === 0 ? 0 : (ends[i - 1] ?? 0); k < end; k++) {
    const slot = slots[k] ?? 0
    const g = gradient * (values[k] ?? 0)
    const sum = (squares[slot] ?? 0) + g * g
    squares[slot] = sum
    weights[slot] = (weights[slot] ?? 0) - (rate * g) / Math.sqrt(sum)
  }
}

/** Writes the weights in eight bits; returns their scale. */
function keep(weights: Float32Array, into: Int8Array): number {
  const scale = weights.reduce((top, w) => Math.max(top, Math.abs(w)), 0) / 127
  for (let i = 0; i < into.length; i++) into[i] = Math.round((weights[i + 1] ?? 0) / (scale || 1))
  return scale
}
