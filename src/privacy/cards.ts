/** Card numbers by prefix, length and check digit; account numbers by their check digits. */
import { linesLike } from './lines.ts'
import type { Finder, Secret } from './secrets.ts'

const digitGroups = /(?<![\p{L}\p{N}.,+-])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}]|[.,]\d|-\d)/gu
const ibans = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![\p{L}\p{N}])/giu

/** Brand prefixes with their lengths; a row of digits without a brand is an order or a serial number. */
const brands: readonly { readonly prefix: RegExp; readonly lengths: readonly number[] }[] = [
  { prefix: /^4/, lengths: [13, 16, 19] },
  { prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { prefix: /^3[47]/, lengths: [15] },
  { prefix: /^(?:6011|65|64[4-9]|62)/, lengths: [16, 17, 18, 19] },
  { prefix: /^35(?:2[89]|[3-8]\d)/, lengths: [16] },
  { prefix: /^3(?:0[0-5]|[689])/, lengths: [14] },
  { prefix: /^(?:50|5[6-9]|6[37])/, lengths: [16, 18, 19] },
]

/** A first look that is quick over a long log; the forms decide. The long s and the kelvin sign count as letters. */
const manyDigits = /(?<![A-Za-z0-9.,+-])\d(?:[ -]?\d){12}/g
const accountStart = /(?<![A-Za-z0-9])[A-Za-zſ\u212a]{2}\d\d[ A-Za-z0-9ſ\u212a]/g

export const cards: Finder = {
  clues: [],
  find: text => [
    ...matching(text, manyDigits, digitGroups, 'card', number => isCard(number.replace(/\D/g, ''))),
    ...matching(text, accountStart, ibans, 'iban', isIban),
  ],
}

function matching(
  text: string,
  look: RegExp,
  form: RegExp,
  kind: 'card' | 'iban',
  isOne: (found: string) => boolean,
): readonly Secret[] {
  return linesLike(text, look).flatMap(line =>
    [...line.text.matchAll(form)]
      .filter(match => isOne(match[0]))
      .map(match => ({
        start: line.start + match.index,
        end: line.start + match.index + match[0].length,
        kind,
      })),
  )
}

function isCard(digits: string): boolean {
  const branded = brands.some(({ prefix, lengths }) => prefix.test(digits) && lengths.includes(digits.length))
  return branded && new Set(digits).size > 1 && luhn(digits)
}

/** ISO/IEC 7812-1: every second digit from the right is doubled, the sum ends in 0. */
function luhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** ISO 13616: the first four characters go to the end, letters become 10 to 35, the number modulo 97 is 1. */
function isIban(found: string): boolean {
  const account = found.replace(/ /g, '').toUpperCase()
  if (account.length < 15 || account.length > 34) return false
  let remainder = 0
  for (const character of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder === 1
}
