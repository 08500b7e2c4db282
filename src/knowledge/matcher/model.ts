/** A trained matcher, and the bytes that it is kept in. */
import type { TopicId } from '../article.ts'
import { buildSpelling } from '../spelling.ts'
import type { Gate } from './gate.ts'
import { type Packed, pack, unpack } from './pack.ts'
import { createRanker, type Ranker, type Weights } from './ranker.ts'
import { createReader } from './reader.ts'
import { vocabularyOf } from './vocabulary.ts'

/** Not shared between threads: classifying uses scratch memory inside. */
export interface Model {
  readonly topics: readonly TopicId[]
  readonly ranker: Ranker
  readonly sharpness: number
  readonly gate: Gate
}

interface About {
  readonly topics: readonly TopicId[]
  readonly sharpness: number
  readonly gate: Gate
  readonly rarest: number
  readonly baseScale: number
  readonly kind: Weights['kind']
}

/** Changes with every change of the features, the training or the form of the file. */
const version = 3

export function serialize(model: Model): Uint8Array {
  const { topics, ranker, sharpness, gate } = model
  const { spelling, vocabulary } = ranker.reader
  const { weights } = ranker
  const about: About = {
    topics,
    sharpness,
    gate,
    rarest: vocabulary.rarest,
    baseScale: weights.kind === 'all' ? weights.sparse.baseScale : 0,
    kind: weights.kind,
  }
  return pack(version, about, {
    hashes: vocabulary.hashes,
    rarity: vocabulary.rarity,
    words: new TextEncoder().encode(spelling.words.join('\n')),
    counts: narrowed(spelling.counts),
    ...(weights.kind === 'all' ? allArrays(weights) : shortlistArrays(weights)),
  })
}

function allArrays({ sparse }: Extract<Weights, { kind: 'all' }>): Record<string, Packed> {
  const { bases, starts, owners, values, scales, bias } = sparse
  return { bases, sizes: narrowed(sizesOf(starts)), owners: narrowed(owners), values, scales, bias }
}

function shortlistArrays({ shortlist }: Extract<Weights, { kind: 'shortlist' }>): Record<string, Packed> {
  const { starts, features, centres, centreScales, values, scales, bias } = shortlist
  return { sizes: narrowed(sizesOf(starts)), features, centres, centreScales, values, scales, bias }
}

/** The model, or undefined when the bytes are not one of this version. */
export function loadModel(bytes: Uint8Array): Model | undefined {
  const unpacked = unpack(version, bytes)
  if (!unpacked) return undefined
  const about = unpacked.about as About
  const array = (name: string): Packed => unpacked.arrays.get(name) ?? new Uint8Array()
  const words = new TextDecoder().decode(array('words') as Uint8Array).split('\n')
  const spelling = buildSpelling(words, Uint32Array.from(array('counts')))
  const vocabulary = vocabularyOf(array('hashes') as Uint32Array, array('rarity') as Uint8Array, about.rarest)
  const ranker = createRanker(
    createReader(spelling, vocabulary),
    weightsOf(about, array),
    about.topics.length,
  )
  return { topics: about.topics, ranker, sharpness: about.sharpness, gate: about.gate }
}

function weightsOf({ kind, baseScale }: About, array: (name: string) => Packed): Weights {
  const common = {
    starts: startsOf(array('sizes')),
    values: array('values') as Int8Array,
    scales: array('scales') as Float32Array,
    bias: array('bias') as Float32Array,
  }
  if (kind === 'all') {
    const bases = array('bases') as Int8Array
    return { kind, sparse: { ...common, bases, baseScale, owners: Uint16Array.from(array('owners')) } }
  }
  const features = array('features') as Uint32Array
  const centres = array('centres') as Uint8Array
  const centreScales = array('centreScales') as Float32Array
  return { kind, shortlist: { ...common, features, centres, centreScales } }
}

function sizesOf(starts: Uint32Array): Uint32Array {
  return starts.slice(1).map((end, i) => end - (starts[i] ?? 0))
}

function startsOf(sizes: Packed): Uint32Array {
  const starts = new Uint32Array(sizes.length + 1)
  sizes.forEach((size, i) => {
    starts[i + 1] = (starts[i] ?? 0) + size
  })
  return starts
}

/** The same numbers in as few bytes as they need. */
function narrowed(numbers: Uint16Array | Uint32Array): Packed {
  let highest = 0
  for (const number of numbers) highest = Math.max(highest, number)
  if (highest < 1 << 8) return Uint8Array.from(numbers)
  return highest < 1 << 16 ? Uint16Array.from(numbers) : numbers
}
