/**
 * Spelling repair over the topics' own words by a delete-index (SymSpell): two words within one edit of each other
 * share a form with one letter deleted, so near words are found by look-up instead of by comparing with all.
 *
 *   zertfiikat  ->  deletes of both sides meet  ->  zertifikat
 *
 * Only unknown words are touched, never codes. Three typed letters only gain a missing one or swap two (crd, hte):
 * a substitution would turn one acronym into another (vps, vpn).
 */
import { isCode, likeness } from './text.ts'

export interface Spelling {
  readonly words: readonly string[]
  /** How often each word occurs in the phrases. */
  readonly counts: Uint32Array
  readonly index: ReadonlyMap<string, number>
  readonly deletes: Deletes
}

/** Bucket b holds the words `entries[starts[b]..starts[b + 1]]`; a bucket may hold strangers, the distance tells. */
interface Deletes {
  readonly starts: Uint32Array
  readonly entries: Uint32Array
}

const shortest = 3
/** From this length two edits are allowed; chosen on development splits of the training data. */
const twoEditsFrom = 6
/** Deletes are taken from the first letters only: a third of the entries, and nothing lost on the same splits. */
const prefix = 7

export function buildSpelling(words: readonly string[], counts: Uint32Array): Spelling {
  const index = new Map(words.map((word, i) => [word, i]))
  return { words, counts, index, deletes: buildDeletes(words) }
}

/** The word as the topics spell it, or the word itself when none is near or it is known. */
export function repair(spelling: Spelling, word: string): string {
  if (spelling.index.has(word) || word.length < shortest || isCode(word)) return word
  const allowed = word.length >= twoEditsFrom ? 2 : 1
  let best = -1
  let bestDistance = allowed + 1
  for (const candidate of candidatesOf(spelling, word, allowed)) {
    const known = spelling.words[candidate] ?? ''
    if (!isTrusted(word, known)) continue
    const distance = editDistance(word, known, Math.min(allowed, bestDistance))
    if (distance > bestDistance || distance > allowed) continue
    if (distance === bestDistance && !isBetter(spelling, word, candidate, best)) continue
    best = candidate
    bestDistance = distance
  }
  return spelling.words[best] ?? word
}

function isTrusted(typed: string, known: string): boolean {
  if (typed.length === shortest) return known.length === shortest + 1 || isSwap(typed, known)
  return known.length > shortest || typed.length === shortest + 1
}

function isSwap(typed: string, known: string): boolean {
  return known.length === typed.length && [...typed].sort().join() === [...known].sort().join()
}

/** Equally near: the more frequent word, then the one that looks more like it. */
function isBetter(spelling: Spelling, typed: string, candidate: number, best: number): boolean {
  const frequency = (spelling.counts[candidate] ?? 0) - (spelling.counts[best] ?? 0)
  if (frequency !== 0) return frequency > 0
  return likeness(typed, spelling.words[candidate] ?? '') > likeness(typed, spelling.words[best] ?? '')
}

function candidatesOf({ deletes }: Spelling, word: string, edits: number): ReadonlySet<number> {
  const candidates = new Set<number>()
  const mask = deletes.starts.length - 2
  for (const hash of deletesOf(word, edits)) {
    const bucket = hash & mask
    const to = deletes.starts[bucket + 1] ?? 0
    for (let at = deletes.starts[bucket] ?? 0; at < to; at++) candidates.add(deletes.entries[at] ?? 0)
  }
  return candidates
}

/** Counting sort into a power of two of buckets. */
function buildDeletes(words: readonly string[]): Deletes {
  const pairs = words.map(word =>
    word.length < shortest || isCode(word) ? [] : deletesOf(word, word.length >= twoEditsFrom - 1 ? 2 : 1),
  )
  const total = pairs.reduce((sum, hashes) => sum + hashes.length, 0)
  const buckets = 2 ** Math.ceil(Math.log2(Math.max(2, total * 2)))
  const starts = new Uint32Array(buckets + 1)
  for (const hashes of pairs) for (const hash of hashes) bump(starts, (hash & (buckets - 1)) + 1)
  for (let b = 0; b < buckets; b++) starts[b + 1] = (starts[b + 1] ?? 0) + (starts[b] ?? 0)
  const entries = new Uint32Array(total)
  const next = starts.slice()
  pairs.forEach((hashes, word) => {
    for (const hash of hashes) entries[bump(next, hash & (buckets - 1)) - 1] = word
  })
  return { starts, entries }
}

function bump(counts: Uint32Array, at: number): number {
  const value = (counts[at] ?? 0) + 1
  counts[at] = value
  return value
}

/** Hashes of the word's beginning with up to `edits` letters left out. */
function deletesOf(word: string, edits: number): readonly number[] {
  const length = Math.min(word.length, prefix)
  const hashes = [hashWithout(word, length, -1, -1)]
  for (let i = 0; i < length; i++) {
    hashes.push(hashWithout(word, length, i, -1))
    if (edits > 1) for (let j = i + 1; j < length; j++) hashes.push(hashWithout(word, length, i, j))
  }
  return hashes
}

function hashWithout(word: string, length: number, i: number, j: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < length; at++)
    if (at !== i && at !== j) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

const widest = 42
const rows = [new Uint8Array(widest), new Uint8Array(widest), new Uint8Array(widest)] as const

/**
 * Edits between two words of at most 40 letters: insert, delete, replace, swap neighbours (optimal string
 * alignment). More than `limit` is reported as limit + 1.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let [before, last, row]: readonly [Uint8Array, Uint8Array, Uint8Array] = rows
  for (let j = 0; j <= b.length; j++) last[j] = j
  for (let i = 1; i <= a.length; i++) {
    row[0] = i
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && isSwapped(a, b, i, j)) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    ;[before, last, row] = [last, row, before]
  }
  return last[b.length] ?? 0
}

function isSwapped(a: string, b: string, i: number, j: number): boolean {
  return a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
}
