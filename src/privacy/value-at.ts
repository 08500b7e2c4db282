/** The word or quotation behind a label. */
import type { SecretKind } from './secrets.ts'

export interface Value {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly quoted: boolean
  /** What follows on the same line. */
  readonly rest: string
}

const quotes: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '„': '“',
  '“': '”',
  '«': '»',
  '‘': '’',
}

export function valueAt(text: string, from: number, kind: SecretKind): Value | undefined {
  const start = from + (/^[ \t*_]{0,20}/.exec(text.slice(from, from + 20))?.[0].length ?? 0)
  const closing = quotes[text[start] ?? '']
  const quoted = closing === undefined ? undefined : quotedValue(text, start, closing)
  return quoted ?? plainValue(text, closing === undefined ? start : start + 1, kind)
}

function plainValue(text: string, start: number, kind: SecretKind): Value | undefined {
  const run = /^[^\s"<⟨]{1,300}/.exec(text.slice(start, start + 300))?.[0] ?? ''
  const word = trimEnd(kind === 'password' || kind === 'psk' ? run : run.replace(/[,&].*$/, ''))
  const end = start + word.length
  return word === '' ? undefined : { text: word, start, end, quoted: false, rest: restOfLine(text, end) }
}

function quotedValue(text: string, start: number, closing: string): Value | undefined {
  const end = text.indexOf(closing, start + 1)
  const inside = end < 0 || end - start > 200 ? '' : text.slice(start + 1, end)
  if (inside === '' || inside.includes('\n')) return undefined
  return { text: inside, start: start + 1, end, quoted: true, rest: restOfLine(text, end + 1) }
}

/** A closing mark is no part of the value, an exclamation mark may be; `;` ends it in connection strings. */
function trimEnd(word: string): string {
  return word.replace(/[;].*$/, '').replace(/[.,:)\]}'’”»`*_]+$/, '')
}

function restOfLine(text: string, from: number): string {
  const stop = text.slice(from, from + 80).search(/[\r\n]/)
  return text.slice(from, stop < 0 ? from + 80 : from + stop)
}

/** Nothing more is said about it: the end of the line, of the clause, or another field. */
export function endsHere({ rest }: Value): boolean {
  return /^\s*(?:$|[.,;!?)\]}|/]|[-–]\s|(?:user|benutzer|login|und|and|et|e|y|pls|please|bitte|svp|danke|thanks|merci|grazie|입니다|이에요|예요)(?![\p{L}\p{N}]))/iu.test(
    rest,
  )
}
