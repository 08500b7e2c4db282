/** Is this number an error code here? The words around it decide; a bare number is one only by itself. */
import { type Introduction, introducedBy } from './introduced.ts'
import { near } from './near.ts'
import { endOf, gapAfter, type Tokens } from './tokens.ts'
import {
  connectors,
  joiningWords,
  numberWords,
  otherThings,
  placeWords,
  unitWords,
  vpnWords,
} from './vocabulary.ts'

/**
 * stated: an error word introduces it. event: an event word does. listed: it continues a list of codes.
 * free: it stands alone in VPN talk, or is the whole message.
 */
export type Evidence = Introduction | 'listed' | 'free'

/** `previous` is the index of the last number that was taken for a code, or -1. */
export function evidence(tokens: Tokens, i: number, previous: number): Evidence | undefined {
  if (isEventData(tokens, i)) return 'stated'
  if (listed(tokens, i, previous)) return 'listed'
  const how = introducedBy(tokens, i) ?? (free(tokens, i) ? 'free' : undefined)
  return how === undefined || counted(tokens, i) || belongsElsewhere(tokens, i) ? undefined : how
}

function free(tokens: Tokens, i: number): boolean {
  return near(tokens, i) && !partOfSomething(tokens, i)
}

/** `<Data>809</Data>` in the XML of an event. */
function isEventData({ text, starts }: Tokens, i: number): boolean {
  return text.slice(Math.max(0, (starts[i] ?? 0) - 6), starts[i]).toLowerCase() === '<data>'
}

/** "809, 789 and 13801": a list goes on over commas, slashes and one connecting word. */
function listed(tokens: Tokens, i: number, previous: number): boolean {
  if (previous < 0 || i - previous > 2 || unitWords.has(tokens.words[i + 1] ?? '')) return false
  const between = tokens.text.slice(endOf(tokens, previous), tokens.starts[i] ?? 0)
  return /^(?: ?[,/;+&|] ?| ?(?:and|und|et|e|ed|or|oder|ou|o|y|then|dann|puis|poi) )$/i.test(between)
}

/** Part of an amount, a version, an address, a date, a time, a phone number or a name. */
function partOfSomething(tokens: Tokens, i: number): boolean {
  const { text, starts } = tokens
  const before = text.slice(Math.max(0, (starts[i] ?? 0) - 2), starts[i])
  const end = endOf(tokens, i)
  const behind = text.slice(end, end + 2)
  return (
    (/[.,:/ -]$/.test(before) && adjoinsNumber(tokens, i)) ||
    /[+#_@$€£\\]$|[$€£] $|[a-z0-9]\/$|^\/$|[a-z][.:]$/i.test(before) ||
    /^(?:[.,:/-][0-9]|[%°€$£_@\\]| [€$£%])/.test(behind)
  )
}

/** The number before, with one character between: "192.168", "089 809". */
function adjoinsNumber(tokens: Tokens, i: number): boolean {
  return /^[0-9]+$/.test(tokens.words[i - 1] ?? '') && gapAfter(tokens, i - 1).length === 1
}

/** "In room 809", "809 euros": the neighbours say what is named or counted. */
function counted(tokens: Tokens, i: number): boolean {
  const next = tokens.words[i + 1] ?? ''
  const close = /^[ -]{0,2}$/.test(gapAfter(tokens, i))
  if (close && (unitWords.has(next) || /^(?:호|원|명|개|층)/.test(next))) return true
  if (close && vpnWords.has(next) && unitWords.has(tokens.words[i + 2] ?? '')) return true
  return named(tokens, numberWords.has(tokens.words[i - 1] ?? '') ? i - 2 : i - 1)
}

function named(tokens: Tokens, at: number): boolean {
  const before = tokens.words[at] ?? ''
  if (!placeWords.has(before) || connectors.has(before)) return false
  return !/[:;]\s|[a-z]{3}\.\s|\n/.test(gapAfter(tokens, at))
}

/** A machine that has a certificate is a computer. */
const certificateStem = /^(?:certifica|zertifikat|.+zertifikat)/

/** The number of a printer's error, unless the same line talks about VPN. */
function belongsElsewhere(tokens: Tokens, i: number): boolean {
  const { from, to } = lineAround(tokens, i)
  const line = tokens.words.slice(from, to + 1)
  if (line.some(word => vpnWords.has(word) || certificateStem.test(word))) return false
  return tokens.words.slice(from, clauseEnd(tokens, i, to) + 1).some(word => otherThings.has(word))
}

/** The point of "on the 2. floor" does not. */
function endsSentence(tokens: Tokens, at: number): boolean {
  const gap = gapAfter(tokens, at)
  const isOrdinal = gap === '. ' && /^[0-9]{1,2}$/.test(tokens.words[at] ?? '')
  return /\n|[.!?]\s/.test(gap) && !isOrdinal
}

/** The first and the last word of the same line, at most ten on either side. */
function lineAround(tokens: Tokens, i: number): { readonly from: number; readonly to: number } {
  let from = i
  let to = i
  while (from > 0 && i - from < 10 && !endsSentence(tokens, from - 1)) from--
  while (to < tokens.words.length - 1 && to - i < 10 && !endsSentence(tokens, to)) to++
  return { from, to }
}

/** Fewer words behind a comma or an "and" only name a device: "error 809, HP printer". */
const leastOfClause = 4

/**
 * The last word of the number's own clause: "error 809, and my printer is broken, too" tells of two things. What was
 * named before the number goes on behind an "and": "the printer stops and shows error 809".
 */
function clauseEnd(tokens: Tokens, i: number, to: number): number {
  for (let at = i; at <= to - leastOfClause; at++) if (beginsClause(tokens, at)) return at
  return to
}

/** Does another clause begin behind word `at`? A further number goes on with a list. */
function beginsClause(tokens: Tokens, at: number): boolean {
  const next = tokens.words[at + 1] ?? ''
  if (/^[0-9]/.test(next)) return false
  if (/[,;]/.test(gapAfter(tokens, at))) return true
  return joiningWords.has(next) && !/^[0-9]/.test(tokens.words[at + 2] ?? '')
}

/** "13.801": the value of a number with a thousands mark, if this token and the next are one. */
export function grouped(tokens: Tokens, i: number): number | undefined {
  const [head, tail] = [tokens.words[i] ?? '', tokens.words[i + 1] ?? '']
  if (head.length !== 2 || !/^[0-9]{3}$/.test(tail)) return undefined
  return /^[.,' ]$/.test(gapAfter(tokens, i)) ? Number(head + tail) : undefined
}
