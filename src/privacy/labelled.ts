/** "Passwort: …", "mon psk c'est …", "la password è …", a label on one line and its value on the next. */
import type { Seen } from './clues.ts'
import { copulas, labels, leadIn, ofWhat } from './labels.ts'
import { type Line, linesWith } from './lines.ts'
import type { Finder, Secret, SecretKind } from './secrets.ts'
import { endsHere, type Value, valueAt } from './value-at.ts'
import {
  isAssigned,
  isDigits,
  isHarmless,
  isPlainCandidate,
  isQuotedCandidate,
  looksSecret,
} from './values.ts'

/** How the label leads to its value, from the surest to the loosest. */
type Link = 'assigned' | 'sign' | 'is' | 'next-line' | 'apart' | 'beside'

const labelForm = new RegExp(labels.map(formOf).join('|'), 'giu')

function formOf({ any, word }: (typeof labels)[number], i: number): string {
  const whole = word && `(?<![\\p{L}\\p{N}])(?:${word})(?![\\p{Script=Latin}\\p{N}])`
  return `(?<l${i}>${[any, whole].filter(Boolean).join('|')})`
}

/** "für das VPN", "of the user anna". */
const of = `(?:[ ]${ofWhat}(?:[\\p{L}\\p{N}@._'’-]{1,30}[ ]){0,3}?(?:[\\p{L}\\p{N}@._'’-]{1,30}))?`
const head = `^s?["'”»)\\]*_\`]{0,3}(?:[ ]?\\([^()\\n]{1,30}\\))?`
const link = `(?:(?<sign>[:=]|->|=>|→|\\|)|(?<is>[-–—](?=[ \\t])|(?<![\\p{L}\\p{N}])${copulas}(?![\\p{L}\\p{N}])))`
const lead = `[ \\t]{0,20}(?:${leadIn}[ :]{1,3})?[:=]?[ \\t]{0,20}(?<line>\\r?\\n[ \\t>*•-]{0,10})?`
const linked = new RegExp(`${head}${of}[ \\t]{0,20}${link}${lead}`, 'iu')
/** "Password wifi: …": words without a link between; only a value that cannot be a word counts behind them. */
const apart = new RegExp(`${head}(?<apart>(?:[ ][\\p{L}\\p{N}_-]{2,20}){1,2})[ ]?[:=][ \\t]{0,20}`, 'iu')
const unlinked = new RegExp(`${head}[ \\t]{0,20}(?<line>\\r?\\n[ \\t>*•-]{0,10})?`, 'iu')
const korean = /^(?:는|은|이|가|를)?[ ]?/

export const labelled: Finder = {
  clues: labels.flatMap(({ any, word }) => [any ?? '', word ?? '']),
  find: (text, seen) => linesWith(text, labelPlaces(text, seen)).flatMap(line => inLine(text, line)),
}

/** Where a label may begin, rising. */
function labelPlaces(text: string, seen: readonly (readonly Seen[])[]): readonly Seen[] {
  return labels
    .flatMap((_, i) => [
      ...(seen[2 * i] ?? []),
      ...(seen[2 * i + 1] ?? []).filter(place => mayBeWord(text, place)),
    ])
    .sort((a, b) => a.start - b.start)
}

/** Part of a longer word is no word; only a first look, the form decides. */
function mayBeWord(text: string, { start, end }: Seen): boolean {
  return !isPlainLetter(text, start - 1) && (end === undefined || !isPlainLetter(text, end))
}

function isPlainLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)
}

function inLine(text: string, line: Line): readonly Secret[] {
  const found: Secret[] = []
  for (const match of line.text.matchAll(labelForm)) {
    const start = line.start + match.index
    if (text[start - 1] === '⟨') continue
    const kind = kindOf(match.groups ?? {})
    const secret = before(text, start, kind) ?? after(text, start + match[0].length, kind)
    if (secret) found.push(secret)
  }
  return found
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): SecretKind {
  return labels.find((_, i) => groups[`l${i}`] !== undefined)?.kind ?? 'password'
}

/** Is the label's end a word's end? "passwordless" and "Passwort-Manager" are other words. */
function goesOn(text: string, at: number): boolean {
  return /^(?:[\p{Script=Latin}\p{N}](?<!s)|[-_]\p{Script=Latin}{2})/u.test(text.slice(at, at + 4))
}

function after(text: string, at: number, kind: SecretKind): Secret | undefined {
  if (goesOn(text, at)) return undefined
  const near = text.slice(at, at + 400).replace(korean, particle => ' '.repeat(particle.length))
  const found = linked.exec(near) ?? apart.exec(near) ?? unlinked.exec(near)
  const how = linkOf(found?.groups ?? {}, near)
  if (how === 'next-line' && found?.groups?.sign === undefined && !aloneOnLine(text, at)) return undefined
  const value = valueAt(text, at + (found?.[0].length ?? 0), kind)
  return value && isValue(value, how, kind) ? { start: value.start, end: value.end, kind } : undefined
}

function linkOf(groups: Readonly<Record<string, string | undefined>>, near: string): Link {
  if (groups.line !== undefined) return 'next-line'
  if (groups.apart !== undefined) return 'apart'
  if (/^=[^\s=]/.test(near)) return 'assigned'
  if (groups.sign !== undefined) return 'sign'
  return groups.is !== undefined ? 'is' : 'beside'
}

function aloneOnLine(text: string, at: number): boolean {
  const line = text.slice(Math.max(0, text.lastIndexOf('\n', at - 1) + 1), at)
  return line.length <= 40
}

function isValue(value: Value, how: Link, kind: SecretKind): boolean {
  const { text, quoted } = value
  switch (kind) {
    case 'pin':
      return new RegExp(`^\\d{${how === 'beside' ? 4 : 3},8}$`).test(text)
    case 'national-id':
      return how !== 'next-line' && /^(?=(?:.*\d){5})[\p{L}\p{N}./-]{6,25}$/u.test(text) && !isHarmless(text)
    case 'token':
      return looksSecret(text) && text.length >= (quoted ? 4 : how === 'beside' ? 16 : 8)
    case 'password':
    case 'psk':
      return isPassword(value, how)
    case 'private-key':
    case 'cookie':
    case 'card':
    case 'iban':
      return false
  }
}

function isPassword(value: Value, how: Link): boolean {
  const { text, quoted } = value
  if (isHarmless(text)) return false
  const loose = how === 'beside' || how === 'apart'
  if (looksSecret(text)) return !loose || (text.length >= 5 && (how === 'beside' || /\d/.test(text)))
  if (loose) return false
  if (isDigits(text, 4, 40) || (how === 'assigned' && isAssigned(text))) return true
  if (quoted) return isQuotedCandidate(text, 3)
  return isPlainCandidate(text, how === 'is' ? 5 : 3) && endsHere(value)
}

/** "Winter2026! ist mein Passwort": the value before its label. */
const reversed =
  /(?:^|[\s"'„“«(])(?<value>[^\s"'„“”«»]{6,100})["'”»]?\s{1,3}(?:is|was|ist|war|lautet|est|è|era|es|as|als|comme|come|como|for|für|pour|per|para)\s{1,3}(?:(?:my|the|our|mein|das|unser|der|mon|le|notre|la|il|mia|nostra|mi|el|nuestra)\s{1,3})?(?:(?:vpn|wlan|wifi|windows|new|neues|old|altes|nouveau|nuova|nueva)[- ]{0,3})?$/iu

function before(text: string, at: number, kind: SecretKind): Secret | undefined {
  if (kind !== 'password' && kind !== 'psk') return undefined
  const from = Math.max(0, at - 140)
  const match = reversed.exec(text.slice(from, at))
  const value = match?.groups?.value ?? ''
  if (match === null || !looksSecret(value) || !/\d/.test(value)) return undefined
  const start = from + match.index + match[0].indexOf(value)
  return { start, end: start + value.length, kind }
}
