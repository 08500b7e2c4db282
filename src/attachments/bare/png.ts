/** What a PNG needs to be shown, and nothing else. Source: PNG specification, 5.3 (layout) and 11 (chunks). */

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/** The parts that are kept, and how long each may be; more is no picture data. All others hold texts, times, thumbnails. */
const longest: Readonly<Record<string, number>> = {
  IHDR: 13,
  PLTE: 768,
  tRNS: 256,
  gAMA: 4,
  sRGB: 1,
  pHYs: 9,
  IDAT: 0x7fffffff,
  IEND: 0,
}

/** Undefined when it is no PNG, or does not come to its end. What follows the end is gone. */
export function barePng(file: Buffer): Buffer | undefined {
  if (!file.subarray(0, 8).equals(signature)) return undefined
  const parts: Buffer[] = [signature]
  let at = 8
  while (at + 12 <= file.length) {
    const length = file.readUInt32BE(at)
    const type = file.toString('latin1', at + 4, at + 8)
    const part = file.subarray(at, at + 12 + length)
    at += 12 + length
    const most = longest[type]
    if (most === undefined) continue
    if (length > most || at > file.length) return undefined
    parts.push(part)
    if (type === 'IEND') return Buffer.concat(parts)
  }
  return undefined
}
