/** What a file is, by its first bytes: names and content types are only claims. */
import { jpegSize, type PictureSize, pngSize } from './size.ts'

export type Kind =
  | { readonly kind: 'picture'; readonly size: PictureSize }
  | { readonly kind: 'text'; readonly encoding: Encoding }
  /** Something that Deskhand does not read: a document, an event log in binary form, a damaged picture. */
  | { readonly kind: 'other' }

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const jpeg = [0xff, 0xd8, 0xff]
const pdf = [...Buffer.from('%PDF-')]
const marks: readonly (readonly [readonly number[], Encoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

export function kindOf(bytes: Buffer): Kind {
  if (startsWith(bytes, png)) return picture(pngSize(bytes))
  if (startsWith(bytes, jpeg)) return picture(jpegSize(bytes))
  if (startsWith(bytes, pdf)) return { kind: 'other' }
  const encoding = encodingOf(bytes)
  return encoding === undefined ? { kind: 'other' } : { kind: 'text', encoding }
}

function picture(size: PictureSize | undefined): Kind {
  return size === undefined ? { kind: 'other' } : { kind: 'picture', size }
}

function encodingOf(bytes: Buffer): Encoding | undefined {
  const marked = marks.find(([mark]) => startsWith(bytes, mark))
  if (marked) return marked[1]
  if (isBinary(bytes)) return undefined
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Texts hold tabs, line ends, form feeds and the escapes of coloured terminals, and no other control characters. */
function isBinary(bytes: Buffer): boolean {
  return bytes.some(byte => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b)
}

function startsWith(bytes: Buffer, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}
