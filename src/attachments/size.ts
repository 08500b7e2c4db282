/** The size of a picture from its header, before anything is unpacked. */

/** In pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Two screens of the largest usual kind beside each other, or the photo of a phone. */
const mostPixels = 20_000_000
const longestSide = 16_000

export function isTooLarge({ width, height }: PictureSize): boolean {
  return width * height > mostPixels || width > longestSide || height > longestSide
}

/** Undefined for a damaged file. Source: PNG specification, 11.2.2: IHDR comes first, 13 bytes. */
export function pngSize(bytes: Buffer): PictureSize | undefined {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined
  return valid(bytes.readUInt32BE(16), bytes.readUInt32BE(20))
}

/** Undefined for a damaged file. Source: ITU T.81, B.2.2: the size stands in the frame header, SOF0 to SOF15. */
export function jpegSize(bytes: Buffer): PictureSize | undefined {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (isFrame(marker)) return valid(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

/** C4, C8 and CC are tables and an extension. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function valid(width: number, height: number): PictureSize | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined
}
