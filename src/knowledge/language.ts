/**
 * Which language is a text written in? `eld` restricted to the languages on offer. Its smallest database does for
 * texts of four words and more (99.7 % of sentences, as much as its largest to two tenths), and shorter ones do not
 * change a conversation's language anyway.
 */
import { eld } from 'eld/extrasmall'
import type { Language } from './article.ts'

/** Undefined: the text does not tell. */
export type DetectLanguage = (text: string) => Language | undefined

/** Below this a text says nothing about a person's language: "ok", "error 809", "VPN timeout". */
const fewestWords = 4
/** How far the best language must be ahead of the second, in eld's scores (0 to 1). */
const clearLead = 0.05

/** A detector for these languages and no others. */
export function languageDetector(offered: readonly Language[]): DetectLanguage {
  const own = eld.newInstance()
  own.setLanguageSubset([...offered])
  return text => {
    const prose = proseOf(text)
    if (prose.split(' ').length < fewestWords) return undefined
    const result = own.detect(prose)
    const [first = 0, second = 0] = Object.values(result.getScores()).sort((a, b) => b - a)
    return result.isReliable() && first - second >= clearLead ? result.language : undefined
  }
}

const known: ReadonlySet<string> = new Set(Object.values(eld.info().Languages))

/** False: no text can be recognised as this language, so that every answer would be wrong. */
export function canDetect(language: Language): boolean {
  return known.has(language)
}

/** What the person wrote: without quotations, paths, codes, names in capitals and lines of a log. */
function proseOf(text: string): string {
  return text
    .slice(0, 5_000)
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
