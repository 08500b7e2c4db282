/**
 * One clean form of a text for matching: what people paste out of PDFs, chats and terminals looks the same but
 * is not (full-width digits, zero-width characters, right-to-left marks, Cyrillic look-alikes, stacked accents).
 */

/** Letters without a decomposition of their own. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  ı: 'i',
}

/** Cyrillic and Greek letters that look like Latin ones; none of the languages on offer is written with them. */
const lookAlikes = pairs(
  'аААсСеЕеіІјЈоОрРѕЅхХуУһНВМТКԁԛԝοΟαΑΕΙκΚΜΝΡτΤΥΧνυρε',
  'aAAcCeEeiIjJoOpPsSxXyYhHBMTKdqwoOaAEIkKMNPtTYXvupe',
)

const dashes = /[‐-―−﹘﹣－]/g
const quotes = /[‘’‚‛′´ʼ]/g
const doubleQuotes = /[“”„‟″«»]/g
const invisible = /[\p{Cf}\p{Mn}\p{Me}\u115F\u1160\u3164\uFFA0]/gu
/** Control characters, line ends apart. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\0-\t\v-\x1f\x7f-\x9f]/g
const spaces = /[^\S\n]/g
const isStrange = /[\u0080-\uffff]/
const strange = /[\u0080-\uffff]+/g
const otherLetters = /[ßẞæÆœŒøØłŁđı\u0370-\u03ff\u0400-\u052f]/g
const otherDigits = /(?![0-9])\p{Nd}/gu

/** Letters without accents, ASCII digits, dashes, quotes and spaces; keeps the case and the line ends. Linear time. */
export function clean(text: string): string {
  const visible = text.replace(controls, c => (/\s/.test(c) ? ' ' : ''))
  return isStrange.test(visible) ? visible.replaceAll('`', "'").replace(strange, cleanRun) : visible
}

/** As `clean`, in lower case. */
export function fold(text: string): string {
  return clean(text).toLowerCase()
}

/** A log has the same few accents and quotes thousands of times. */
const cleaned = new Map<string, string>()
const mostKept = 2_000
const longestKept = 8

function cleanRun(run: string): string {
  if (run.length > longestKept) return cleanStrange(run)
  const known = cleaned.get(run)
  if (known !== undefined) return known
  const clean = cleanStrange(run)
  if (cleaned.size >= mostKept) cleaned.clear()
  cleaned.set(run, clean)
  return clean
}

/** Characters beyond ASCII, in a row: what stands around them changes nothing, as marks are taken away. */
function cleanStrange(run: string): string {
  return run
    .toWellFormed()
    .replace(quotes, "'")
    .normalize('NFKD')
    .replace(invisible, '')
    .normalize('NFC')
    .replace(otherLetters, letter => plainLetters[letter] ?? lookAlikes.get(letter) ?? letter)
    .replace(otherDigits, asciiDigit)
    .replace(dashes, '-')
    .replace(doubleQuotes, '"')
    .replace(spaces, ' ')
}

/** Every script's ten digits stand in a row that begins at a code point ending in 0 or in 6. */
function asciiDigit(digit: string): string {
  const low = (digit.codePointAt(0) ?? 0) % 16
  const rowStartsAtZero = /\p{Nd}/u.test(String.fromCodePoint((digit.codePointAt(0) ?? 0) - low))
  return String(rowStartsAtZero ? low : low - 6)
}

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  return new Map([...from].map((letter, i) => [letter, to[i] ?? letter]))
}
