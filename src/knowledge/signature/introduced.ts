/** The word that introduces a number: "error code returned on failure is 13801", "Ereignis-ID: 20227", "809 error". */
import { oneEdit } from '../distance.ts'
import { gapAfter, type Tokens } from './tokens.ts'
import {
  beforeFree,
  codeWords,
  connectors,
  errorStems,
  errorWords,
  eventWords,
  failWords,
  fillers,
  placeWords,
  sourceWords,
  vpnWords,
} from './vocabulary.ts'

/** stated: as an error. event: as an event id. */
export type Introduction = 'stated' | 'event'

/** Connecting words between the introduction and its number. */
const reach = 7

export function introducedBy(tokens: Tokens, i: number): Introduction | undefined {
  if (behindIsError(tokens, i)) return 'stated'
  for (let at = i - 1; at >= Math.max(0, i - reach); at--) {
    if (endsSentence(tokens, at)) break
    const introduction = introductionAt(tokens, at, i)
    if (introduction) return introduction
    if (!leadsOn(tokens, at)) break
  }
  const beside = sourceWords.has(tokens.words[i + 1] ?? '') && gapAfter(tokens, i) === ' '
  return beside ? 'event' : undefined
}

function introductionAt(tokens: Tokens, at: number, i: number): Introduction | undefined {
  const word = tokens.words[at] ?? ''
  if (eventWords.has(word) || (sourceWords.has(word) && i - at <= 3)) return 'event'
  if (isErrorWord(word)) return 'stated'
  if (codeWords.has(word) && isCodeOfOurs(tokens, at)) return 'stated'
  // "Failed with 809", "failed: 809"; not "failed 809 times".
  const fails = failWords.has(word) && tokens.words[at - 1] !== 'audit'
  return fails && (i - at > 1 || /[:(=]/.test(gapAfter(tokens, at))) ? 'stated' : undefined
}

function leadsOn({ words }: Tokens, at: number): boolean {
  const word = words[at] ?? ''
  return connectors.has(word) || (failWords.has(word) && words[at - 1] === 'audit')
}

/** A mark that ends a sentence; "Nr." and "no." are no ends. */
function endsSentence(tokens: Tokens, at: number): boolean {
  const gap = gapAfter(tokens, at)
  if (/[!?]\s|\n\s*\n/.test(gap)) return true
  return /\.\s/.test(gap) && (tokens.words[at] ?? '').length > 4
}

/** A value in a log: "centry:0000000000000000 status:35e9". */
const longValue = /^(?:0x)?[0-9a-f]{8,16}$/

/** "The code 809", "exit code 809"; the code of a door or of an alarm is not ours. */
function isCodeOfOurs({ words }: Tokens, at: number): boolean {
  const before = words[at - 1]
  if (before === undefined || isErrorWord(before) || longValue.test(before)) return true
  return [connectors, beforeFree, fillers, vpnWords, codeWords].some(list => list.has(before))
}

function isErrorWord(word: string): boolean {
  return (
    errorWords.has(word) ||
    koreanError(word) ||
    nearlyError(word) ||
    /fehler(?:code|meldung|nummer|nr)?$/.test(word)
  )
}

const errorBehind: ReadonlySet<string> = new Set([
  ...['error', 'fehler', 'errore', 'erreur', 'fehlermeldung', 'fehlercode'],
])
/** "Ich habe 809 Fehler im Log": a German plural looks like its singular. */
const counting: ReadonlySet<string> = new Set([
  ...['found', 'gefunden', 'im', 'in', 'total', 'insgesamt', 'handling', 'handler'],
])

/** "809 error", "der 809er Fehler", "789 L2TP error". */
function behindIsError(tokens: Tokens, i: number): boolean {
  const next = tokens.words[i + 1] ?? ''
  const at = vpnWords.has(next) || next === 'er' || next === '번' ? i + 2 : i + 1
  const word = tokens.words[at] ?? ''
  if (!/^[ \-"')]*$/.test(gapAfter(tokens, i)) || placeWords.has(tokens.words[i - 1] ?? '')) return false
  if (koreanError(word)) return true
  return errorBehind.has(word) && !counting.has(tokens.words[at + 1] ?? '') && tokens.words[i - 1] !== 'ca'
}

function koreanError(word: string): boolean {
  return /^번?(?:오류|에러)/.test(word)
}

function nearlyError(word: string): boolean {
  return word.length >= 4 && errorStems.some(stem => stem[0] === word[0] && oneEdit(word, stem))
}
