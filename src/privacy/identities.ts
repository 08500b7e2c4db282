/** National identity numbers that carry their own proof: a form, and check digits where the country has them. */
import { type Line, linesLike } from './lines.ts'
import type { Finder, Secret } from './secrets.ts'

interface Identity {
  readonly form: RegExp
  /** Gets the number without marks, in capitals. */
  readonly isOne: (id: string) => boolean
}

const kinds: readonly Identity[] = [
  {
    form: form('[12] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}'),
    isOne: isFrench,
  },
  { form: form('[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z]'), isOne: isItalian },
  { form: form('(?:\\d{8}|[XYZ]\\d{7})-?[A-Z]'), isOne: isSpanish },
  { form: form('\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])-[1-8]\\d{6}'), isOne: () => true },
  { form: form('756\\.\\d{4}\\.\\d{4}\\.\\d{2}'), isOne: isSwiss },
  { form: form('\\d{2} ?[0-3]\\d(?:0[1-9]|1[0-2])\\d{2} ?[A-Z] ?\\d{3}'), isOne: isGermanPension },
  { form: form('(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}'), isOne: () => true },
  {
    form: form('(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?\\d{2}){3} ?[A-D]'),
    isOne: () => true,
  },
]

/**
 * How every kind begins: a first look that is quick over a long log, the kinds decide. The long s and the kelvin sign
 * count as letters.
 */
const beginning =
  /(?<![A-Za-z0-9._-])(?:\d(?:(?: ?\d){7}|\d\d-\d\d-|56\.\d|\d{5}-\d)|[12](?: ?\d){4,6} ?2[ABab]|[XYZxyz]\d{7}|[A-Za-zſ\u212a]{6}\d\d[A-Za-zſ]\d\d|[A-Za-zſ\u212a]{2} ?\d\d ?\d\d ?\d\d ?[A-Da-d])/g

export const identities: Finder = {
  clues: [],
  find: text => linesLike(text, beginning).flatMap(line => kinds.flatMap(kind => inLine(kind, line))),
}

function inLine({ form, isOne }: Identity, { text, start }: Line): readonly Secret[] {
  return [...text.matchAll(form)]
    .filter(match => isOne(match[0].replace(/[ .-]/g, '').toUpperCase()))
    .map(match => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
      kind: 'national-id' as const,
    }))
}

function form(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}._-])${source}(?![\\p{L}\\p{N}]|[-.]\\d)`, 'giu')
}

/** NIR: the last two digits are 97 less the number modulo 97; Corsica's letters count as 19 and 18. */
function isFrench(id: string): boolean {
  const digits = id.replace('2A', '19').replace('2B', '18')
  return Number(BigInt(digits.slice(0, 13)) % 97n) === 97 - Number(digits.slice(13))
}

/** Values of 0-9 and A-Z at the odd places of a codice fiscale (decree of 23 December 1976). */
const oddPlaces = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
]

function isItalian(id: string): boolean {
  const values = [...id].map(character => {
    const digit = /\d/.test(character)
    return digit ? Number(character) : character.charCodeAt(0) - 65
  })
  const sum = values
    .slice(0, 15)
    .reduce((total, value, i) => total + (i % 2 === 0 ? (oddPlaces[value] ?? 0) : value), 0)
  return sum % 26 === values[15]
}

function isSpanish(id: string): boolean {
  const number = Number(id.slice(0, -1).replace(/^[XYZ]/, letter => String('XYZ'.indexOf(letter))))
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === id.at(-1)
}

/** The check digit of an EAN-13. */
function isSwiss(id: string): boolean {
  const sum = [...id.slice(0, 12)].reduce(
    (total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3),
    0,
  )
  return (10 - (sum % 10)) % 10 === Number(id.at(-1))
}

/** Insurance number: the letter counts as two digits; digit sums of the weighted digits, modulo 10. */
function isGermanPension(id: string): boolean {
  const letter = String((id[8]?.charCodeAt(0) ?? 0) - 64).padStart(2, '0')
  const digits = [...(id.slice(0, 8) + letter + id.slice(9, 11))].map(Number)
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]
  const sum = digits.reduce((total, digit, i) => total + digitSum(digit * (weights[i] ?? 0)), 0)
  return sum % 10 === Number(id.at(-1))
}

function digitSum(number: number): number {
  return Math.floor(number / 10) + (number % 10)
}
