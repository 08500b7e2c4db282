/** Bytes -> text: UTF-8, UTF-16 with its mark, what an HTML page declares, and Windows-1252 for the rest. */
import { AppError } from '../errors.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: string
}

/** First bytes of what people try to import and what to do instead. */
const formats: readonly { readonly begins: string; readonly is: string }[] = [
  { begins: '%PDF', is: 'a PDF' },
  { begins: 'PK\u0003\u0004', is: 'a Word, Excel or ZIP file' },
  { begins: '\u00D0\u00CF\u0011\u00E0', is: 'an old Word or Excel file' },
  { begins: '{\\rtf', is: 'an RTF file' },
  { begins: '\u0089PNG', is: 'a picture' },
  { begins: '\u00FF\u00D8\u00FF', is: 'a picture' },
]

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

/** Throws AppError('bad-request') for anything that is no text. */
export function decode(bytes: Uint8Array, name: string): Decoded {
  const mark = marks.find(({ bytes: first }) => first.every((byte, i) => bytes[i] === byte))
  refuseFormats(bytes, name)
  const found = mark ? read(bytes, mark.encoding) : withoutMark(bytes)
  if (!found || isBinary(found.text)) throw noText(name, 'is no text', mark?.encoding)
  return { encoding: found.encoding, text: found.text.replace(/\r\n?/g, '\n') }
}

function refuseFormats(bytes: Uint8Array, name: string): void {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  const format = formats.find(({ begins }) => start.startsWith(begins))
  if (format) throw noText(name, `is ${format.is}`)
}

function noText(name: string, what: string, encoding?: string): AppError {
  const why = encoding ? ` (it claims to be ${encoding})` : ''
  return new AppError('bad-request', `${name} ${what}${why}. Save it as Markdown, HTML, text or CSV first.`)
}

function withoutMark(bytes: Uint8Array): Decoded | undefined {
  const declared = declaredCharset(bytes)
  return read(bytes, 'utf-8') ?? (declared ? read(bytes, declared) : undefined) ?? read(bytes, 'windows-1252')
}

/** Undefined: these bytes are not of this encoding, or nobody knows it. */
function read(bytes: Uint8Array, encoding: string): Decoded | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true })
    return { text: decoder.decode(bytes), encoding: decoder.encoding }
  } catch {
    return undefined
  }
}

/** `<meta charset="euc-kr">` within the first kilobyte, where HTML wants it. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024))
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1]
}

/** Control characters that no text has; a zero alone is enough. Escapes stand in logs of terminals. */
function isBinary(text: string): boolean {
  const escapeCode = 27
  const strange = [...text.matchAll(/\p{Cc}/gu)].filter(([mark]) => {
    const code = mark.charCodeAt(0)
    return code < 9 || (code > 13 && code < 32 && code !== escapeCode) || code === 127
  })
  return text.includes('\0') || strange.length > text.length / 200
}
