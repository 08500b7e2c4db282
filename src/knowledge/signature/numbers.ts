/** Codes written as numbers: decimal, hexadecimal with or without 0x, signed, as an HRESULT, or as a notify number. */
import type { CodeIndex } from './catalogue.ts'
import type { Code, Hit } from './code.ts'
import { type Evidence, evidence, grouped } from './evidence.ts'

import { gapAfter, type Tokens } from './tokens.ts'
import { connectors, vpnWords } from './vocabulary.ts'

/** One word of the text; `previous` is the index of the last number that was a code, or -1. */
interface Place {
  readonly index: CodeIndex
  readonly tokens: Tokens
  readonly at: number
  readonly previous: number
}

/** `kind` is the bit of the words for which `mayBeCode` holds. */
export function findNumbers(index: CodeIndex, tokens: Tokens, kind: number): Hit[] {
  const found: Hit[] = []
  let previous = -1
  for (let at = 0; at < tokens.words.length; at++) {
    if (((tokens.kinds[at] ?? 0) & kind) === 0) continue
    const codes = numberAt({ index, tokens, at, previous })
    if (codes.length === 0) continue
    found.push({ codes, at })
    previous = at
  }
  return found
}

/** Could this word be the number of a code, in any notation? Its surroundings are not asked. */
export function mayBeCode(index: CodeIndex, word: string): boolean {
  if (decimal.test(word)) {
    const value = Number(word)
    if (value > 0xffffff || index.byNumber.has(value) || index.byNotify.has(value)) return true
    if (word.length === 2) return true // the thousands of "13.801"
  }
  const digits = prefixed.exec(word)?.[1] ?? (/^[0-9a-f]{1,16}$/.test(word) ? word : undefined)
  if (digits === undefined) return false
  const value = bitsOf(digits)
  return value > 0xffff ? index.byValue.has(value) : index.byNumber.has(value)
}

/** Of 64 bits the lower half counts when the upper one is all ones or zeros. */
function bitsOf(digits: string): number {
  return Number.parseInt(digits.replace(/^(?:f{8}|0{8})(?=[0-9a-f]{8}$)/, ''), 16)
}

const decimal = /^[0-9]{1,10}$/
/** 0x329, and as typed by hand: Ox329, x800B0101. */
const prefixed = /^(?:[0o]x(?=[0-9a-f]{1,16}$)|x(?=[0-9a-f]{8}$))([0-9a-f]+)$/
const eightDigits = /^[89a-f][0-9a-f]{7}$/
const fewDigits = /^[0-9a-f]{3,4}$/

function numberAt(place: Place): readonly Code[] {
  const word = wordAt(place)
  if (word.length < 8 && decimal.test(word) && wordAt(place, -1) !== '0x') return decimalAt(place)
  const digits = prefixed.exec(word)?.[1] ?? (wordAt(place, -1) === '0x' ? word : undefined)
  const code = digits !== undefined ? prefixedValue(place, digits) : bareHexadecimal(place)
  if (code) return [code]
  return decimal.test(word) ? decimalAt(place) : []
}

function wordAt({ tokens, at }: Place, offset = 0): string {
  return tokens.words[at + offset] ?? ''
}

/** A full HRESULT needs no introduction; a small value is a code only where one is expected. */
function prefixedValue(place: Place, digits: string): Code | undefined {
  if (!/^[0-9a-f]{1,16}$/.test(digits)) return undefined
  const value = bitsOf(digits)
  if (value > 0xffff) return place.index.byValue.get(value)
  const code = place.index.byNumber.get(value)
  if (code === undefined) return undefined
  const how = evidenceAt(place)
  return fits(code, how, value) || (how === undefined && inVpnTalk(place)) ? code : undefined
}

function bareHexadecimal(place: Place): Code | undefined {
  const word = wordAt(place)
  if (eightDigits.test(word)) return bareValue(place, Number.parseInt(word, 16))
  if (!fewDigits.test(word) || decimal.test(word)) return undefined
  const code = place.index.byNumber.get(Number.parseInt(word, 16))
  return code && evidenceAt(place) === 'stated' ? code : undefined
}

/** "800B0101" has letters and is unmistakable; "80092013" could be a telephone number, "800b0101-69ae" is a GUID. */
function bareValue(place: Place, value: number): Code | undefined {
  const { tokens, at } = place
  const code = place.index.byValue.get(value)
  if (code === undefined || [gapAfter(tokens, at - 1), gapAfter(tokens, at)].includes('-')) return undefined
  return /[a-f]/.test(wordAt(place)) || evidenceAt(place) === 'stated' ? code : undefined
}

function evidenceAt({ tokens, at, previous }: Place): Evidence | undefined {
  return evidence(tokens, at, previous)
}

function inVpnTalk({ tokens, at }: Place): boolean {
  return tokens.words.slice(Math.max(0, at - 6), at + 7).some(word => vpnWords.has(word))
}

function decimalAt(place: Place): readonly Code[] {
  const { index, tokens, at } = place
  const value = Number(wordAt(place))
  const negative = tokens.text[(tokens.starts[at] ?? 0) - 1] === '-'
  if (value > 0x7fffffff || (negative && value > 0xffffff)) return signed(index, negative ? -value : value)
  const joined = grouped(tokens, at)
  const code = index.byNumber.get(joined ?? value)
  const how = code && evidenceAt(place)
  if (code && fits(code, how, joined ?? value) && (joined === undefined || how === 'stated')) return [code]
  return notifyAt(place, value)
}

/** -2146762495 and 2148204801 are the same 32 bits. */
function signed(index: CodeIndex, value: number): readonly Code[] {
  const code = index.byValue.get(value < 0 ? value + 0x100000000 : value)
  return code ? [code] : []
}

/** After "event" only an event id counts; events need more than a free-standing number of four digits. */
function fits(code: Code, how: Evidence | undefined, value: number): boolean {
  const event = code.id.startsWith('event:')
  switch (how) {
    case undefined:
      return false
    case 'event':
      return event
    case 'stated':
      return !event || value >= 4000
    case 'listed':
      return true
    case 'free':
      return event ? value >= 20000 : value >= 600 && (value < 1000 || value >= 13000)
  }
}

/** "Notify type 14": a name of IKE by its number. */
function notifyAt({ index, tokens, at }: Place, value: number): readonly Code[] {
  const codes = index.byNotify.get(value)
  if (codes === undefined) return []
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const word = tokens.words[i] ?? ''
    if (word === 'notify' || word === 'notification') return codes
    if (!connectors.has(word)) return []
  }
  return []
}
