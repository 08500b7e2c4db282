/** The features that the phrases have, how telling each is, and the vector of a text over them. */
import { createFeatures, type Features, readFeatures } from '../features.ts'
import { add, createHashTable, find, type HashTable, hashTableOf } from './hash-table.ts'

export interface Vocabulary {
  /** By number of the feature. */
  readonly hashes: Uint32Array
  /** Inverse document frequency in 255 steps, from 1 (everywhere) to `rarest`. */
  readonly rarity: Uint8Array
  readonly rarest: number
  readonly table: HashTable
  /** `rarity` as numbers. */
  readonly idf: Float32Array
}

/** Reused for every text; what it holds is valid until the next one is weighed. */
export interface Vector {
  readonly features: Uint32Array
  readonly values: Float32Array
  length: number
}

/** Words tell less than characters once both have length 1; chosen on development splits with unseen wording. */
const wordsWeight = 0.7

export function vocabularyOf(hashes: Uint32Array, rarity: Uint8Array, rarest: number): Vocabulary {
  const idf = Float32Array.from(rarity, step => 1 + (step / 255) * (rarest - 1))
  return { hashes, rarity, rarest, table: hashTableOf(hashes), idf }
}

export interface Learned {
  readonly vocabulary: Vocabulary
  /** How many features the documents have together, each counted once a document. */
  readonly entries: number
}

/** Counts in how many documents each feature occurs and keeps those with at least `minimum`. */
export function learnVocabulary(documents: readonly (readonly string[])[], minimum: number): Learned {
  const features = createFeatures()
  const table = createHashTable(1 << 12)
  const seen: number[] = []
  const counts: number[] = []
  documents.forEach((words, document) => {
    readFeatures(words, features)
    for (let i = 0; i < features.length; i++) {
      const number = add(table, features.hashes[i] ?? 0)
      if (seen[number] === document) continue
      seen[number] = document
      counts[number] = (counts[number] ?? 0) + 1
    }
  })
  return kept(table, counts, documents.length, minimum)
}

function kept(table: HashTable, counts: readonly number[], documents: number, minimum: number): Learned {
  const hashes = new Uint32Array(counts.length)
  table.keys.forEach((hash, slot) => {
    if (hash !== 0) hashes[table.numbers[slot] ?? 0] = hash
  })
  const chosen = counts.flatMap((count, number) => (count >= minimum ? [number] : []))
  const spread = Math.log(1 + documents)
  const rarity = chosen.map(n => Math.round(255 * (1 - Math.log(1 + (counts[n] ?? 0)) / spread)))
  const chosenHashes = Uint32Array.from(chosen, n => hashes[n] ?? 0)
  return {
    vocabulary: vocabularyOf(chosenHashes, Uint8Array.from(rarity), 1 + spread),
    entries: chosen.reduce((sum, n) => sum + (counts[n] ?? 0), 0),
  }
}

export interface Weigher {
  readonly vector: Vector
  /** Fills `vector`: sublinear TF-IDF, each block of length 1 times its weight. Unknown features are left out. */
  weigh(words: readonly string[]): Vector
}

/** Scratch memory for one vocabulary; single-threaded use. */
export function createWeigher(vocabulary: Vocabulary): Weigher {
  const features = createFeatures()
  const size = Math.min(features.hashes.length, vocabulary.hashes.length)
  const vector: Vector = {
    features: new Uint32Array(size),
    values: new Float32Array(size),
    length: 0,
  }
  const counts = new Uint16Array(vocabulary.hashes.length)
  return { vector, weigh: words => weigh(words, vocabulary, features, vector, counts) }
}

function weigh(
  words: readonly string[],
  vocabulary: Vocabulary,
  features: Features,
  vector: Vector,
  counts: Uint16Array,
): Vector {
  readFeatures(words, features)
  vector.length = 0
  addBlock(0, features.split, wordsWeight, vocabulary, features, vector, counts)
  addBlock(features.split, features.length, 1, vocabulary, features, vector, counts)
  return vector
}

/** Appends one block of features. */
function addBlock(
  from: number,
  to: number,
  weight: number,
  vocabulary: Vocabulary,
  features: Features,
  vector: Vector,
  counts: Uint16Array,
): void {
  const start = vector.length
  for (let i = from; i < to; i++) {
    const number = find(vocabulary.table, features.hashes[i] ?? 0)
    if (number >= 0 && bump(counts, number) === 1) vector.features[vector.length++] = number
  }
  let squares = 0
  for (let k = start; k < vector.length; k++) {
    const number = vector.features[k] ?? 0
    const value = (1 + Math.log(counts[number] ?? 1)) * (vocabulary.idf[number] ?? 0)
    counts[number] = 0
    vector.values[k] = value
    squares += value * value
  }
  const scale = squares > 0 ? weight / Math.sqrt(squares) : 0
  for (let k = start; k < vector.length; k++) vector.values[k] = (vector.values[k] ?? 0) * scale
}

function bump(counts: Uint16Array, at: number): number {
  const count = (counts[at] ?? 0) + 1
  counts[at] = count
  return count
}
