/** The small grammar of the phrases in words.json. */

export type Piece =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'slot'; readonly name: string }
  /** One of these sequences; an optional group has an empty one, too. */
  | { readonly kind: 'choice'; readonly of: readonly Sequence[] }

export type Sequence = readonly Piece[]

const mark = /[()[\]{}|]/
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']' }

interface Reading {
  readonly pattern: string
  at: number
}

/**
 * `(a|b c)` is one of these, `[a|b]` one of these or nothing, `{name}` a slot, `#` any number; groups may nest.
 * Throws an Error that says what is wrong; the caller knows file and key.
 */
export function parsePattern(pattern: string): Sequence {
  const reading = { pattern, at: 0 }
  const [sequence, ...others] = alternatives(reading)
  if (reading.at < pattern.length) throw new Error(`has a "${pattern[reading.at]}" that nothing opened`)
  if (sequence === undefined || others.length > 0) throw new Error('has a "|" outside of brackets')
  return sequence
}

/** The names of its slots. Throws as parsePattern for one that is not among `slots`. */
export function checkSlots(sequence: Sequence, slots: Readonly<Record<string, unknown>>): void {
  for (const piece of sequence) {
    if (piece.kind === 'slot' && !Object.hasOwn(slots, piece.name))
      throw new Error(`has an unknown slot {${piece.name}}`)
    if (piece.kind === 'choice') for (const alternative of piece.of) checkSlots(alternative, slots)
  }
}

function alternatives(reading: Reading): readonly Sequence[] {
  const found = [sequenceOf(reading)]
  while (reading.pattern[reading.at] === '|') {
    reading.at++
    found.push(sequenceOf(reading))
  }
  return found
}

function sequenceOf(reading: Reading): Sequence {
  const pieces: Piece[] = []
  for (;;) {
    const next = reading.pattern[reading.at]
    if (next === undefined || next === '|' || next === ')' || next === ']') return pieces
    if (next === '(' || next === '[') pieces.push(group(reading, next))
    else if (next === '{') pieces.push(slot(reading))
    else pieces.push(...literal(reading))
  }
}

function group(reading: Reading, opening: string): Piece {
  reading.at++
  const of = alternatives(reading)
  if (reading.pattern[reading.at] !== closing[opening]) throw new Error(`does not close its "${opening}"`)
  reading.at++
  return { kind: 'choice', of: opening === '[' ? [...of, []] : of }
}

function slot(reading: Reading): Piece {
  const end = reading.pattern.indexOf('}', reading.at)
  if (end < 0) throw new Error('does not close its "{"')
  const name = reading.pattern.slice(reading.at + 1, end)
  reading.at = end + 1
  return { kind: 'slot', name }
}

function literal(reading: Reading): readonly Piece[] {
  const from = reading.at
  while (reading.at < reading.pattern.length && !mark.test(reading.pattern[reading.at] ?? '')) reading.at++
  const words = reading.pattern.slice(from, reading.at).split(/\s+/)
  return words.filter(word => word !== '').map(word => ({ kind: 'word', word }))
}
