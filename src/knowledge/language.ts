/**
 * Which language is a text written in? `eld` restricted to the languages on offer. Its smallest database does: it
 * recognises 99.7 % of texts of three words and more, as much as its largest to two tenths.
 */
import { eld } from 'eld/extrasmall'
import type { Language } from './article.ts'

export interface Detected {
  readonly language: Language
  /** False: the likeliest of a text that does not tell much, for want of anything better. */
  readonly sure: boolean
}

/** Undefined: the text does not tell at all. */
export type DetectLanguage = (text: string) => Detected | undefined

/** Below this a text says nothing about a person's language: "ok", "error 809", "VPN timeout". */
const fewestWords = 2
/** Below this nobody can be sure. */
const fewestToBeSure = 4
/** The beginning of a text tells its language, in characters. */
const longest = 5_000
/** How far the best language must be ahead of the second, in eld's scores (0 to 1). */
const clearLead = 0.05

/** A detector for these languages and no others. */
export function languageDetector(offered: readonly Language[]): DetectLanguage {
  const own = eld.newInstance()
  own.setLanguageSubset([...offered])
  const korean = offered.includes('ko')
  return text => {
    if (korean && isHangul(text)) return { language: 'ko', sure: true }
    const prose = proseOf(text)
    const words = prose.split(' ').length
    if (words < fewestWords) return undefined
    const result = own.detect(prose)
    if (result.language === '') return undefined
    const sure = words >= fewestToBeSure && result.isReliable() && leadOf(result.getScores()) >= clearLead
    return { language: result.language, sure }
  }
}

/** One language alone is written like this, so that a single word tells it. */
function isHangul(text: string): boolean {
  if (!/[가-힣]/.test(text)) return false
  const letters = text.slice(0, longest).match(/\p{L}/gu) ?? []
  return letters.filter(letter => /[가-힣]/.test(letter)).length > letters.length / 2
}

function leadOf(scores: Readonly<Record<Language, number>>): number {
  const [first = 0, second = 0] = Object.values(scores).sort((a, b) => b - a)
  return first - second
}

const known: ReadonlySet<string> = new Set(Object.values(eld.info().Languages))

/** False: no text can be recognised as this language, so that every answer would be wrong. */
export function canDetect(language: Language): boolean {
  return known.has(language)
}

/** What the person wrote: without quotations, paths, codes, names in capitals and lines of a log. */
function proseOf(text: string): string {
  return text
    .slice(0, longest)
    .split('\n')
    .filter(line => !logLine.test(line))
    .join(' ')
    .replace(quotation, ' ')
    .split(/\s+/)
    .filter(word => /^\p{L}/u.test(word) && !technical.test(word))
    .join(' ')
}

/** A time stamp, a source in brackets, a GUID, or key=value: machines write so, people do not. */
const logLine =
  /\d\d:\d\d:\d\d|^\s*[[<{]|\{?[0-9a-f]{8}-[0-9a-f]{4}|\bCoId=|\w+=\S+.*\w+=\S+|error code returned/i
const quotation = /"[^"\n]{0,400}"|«[^»\n]{0,400}»|„[^“\n]{0,400}“|“[^”\n]{0,400}”/g
const technical = /[\d_\\/@{}=]|^\p{Lu}{2,}|\.\p{L}/u
