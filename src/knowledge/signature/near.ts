/** A number without an introduction: the whole message, or alone in talk about errors or VPN. */
import { gapAfter, type Tokens } from './tokens.ts'
import {
  beforeFree,
  behindFree,
  errorWords,
  failWords,
  fillers,
  placePrepositions,
  placeWords,
  vpnWords,
} from './vocabulary.ts'

/** Longer texts are logs, where free numbers mean anything. */
const longestTalk = 80
const longestBare = 8

export function near(tokens: Tokens, i: number): boolean {
  const { words } = tokens
  if (words.length > longestTalk) return false
  if (wholeMessage(tokens, i)) return true
  if (numberBeside(tokens, i)) return false
  return besideError(tokens, i) || alone(tokens, i)
}

/** Beside another number, or in a row with one that was no code ("ports 789 and 809"). */
function numberBeside({ words }: Tokens, i: number): boolean {
  const inRow = /^(?:and|und|et|e|or|oder|ou|o|y|bis)$/.test(words[i - 1] ?? '')
  const before = inRow ? words[i - 2] : words[i - 1]
  return /^[0-9]/.test(before ?? '') || /^[0-9]/.test(words[i + 1] ?? '')
}

function wholeMessage(tokens: Tokens, i: number): boolean {
  const { words } = tokens
  if (words.length > longestBare || runsOn(tokens, i - 1) || runsOn(tokens, i)) return false
  return words.every((word, at) => at === i || fillers.has(word) || /^[0-9]{3,5}$/.test(word))
}

/** Two numbers with only a space or a hyphen between them are one long number. */
function runsOn(tokens: Tokens, i: number): boolean {
  const both = /^[0-9]/.test(tokens.words[i] ?? '') && /^[0-9]/.test(tokens.words[i + 1] ?? '')
  return both && /^[ -]*$/.test(gapAfter(tokens, i))
}

/** "I get an error when connecting, 809": an error word in the same sentence, and nothing else claims the number. */
function besideError(tokens: Tokens, i: number): boolean {
  const before = tokens.words[i - 1] ?? ''
  if (placePrepositions.has(before) || (placeWords.has(before) && !setOff(tokens, i))) return false
  for (let at = i - 1; at >= Math.max(0, i - 12); at--) {
    if (/[.!?]\s|\n\n/.test(gapAfter(tokens, at))) return false
    if (errorWords.has(tokens.words[at] ?? '')) return setOff(tokens, i) || !nounBehind(tokens, i)
  }
  return false
}

/** "VPN geht nicht, 809": both neighbours are small words or marks, in a message about VPN or an error. */
function alone(tokens: Tokens, i: number): boolean {
  if (!tokens.words.some(word => vpnWords.has(word) || errorWords.has(word))) return false
  const before = tokens.words[i - 1]
  const freeBefore =
    before === undefined ||
    setOff(tokens, i) ||
    beforeFree.has(before) ||
    failWords.has(before) ||
    /^[가-힣]/.test(before)
  return freeBefore && !nounBehind(tokens, i)
}

/** Set off from the word before by a mark or a line end. */
function setOff(tokens: Tokens, i: number): boolean {
  return i > 0 && /[,;:.!?(\n"“–→>=]|\s-\s/.test(gapAfter(tokens, i - 1))
}

/** A word of its own right behind the number is what it counts. */
function nounBehind(tokens: Tokens, i: number): boolean {
  const next = tokens.words[i + 1]
  return next !== undefined && /^ ?$/.test(gapAfter(tokens, i)) && !behindFree.has(next)
}
