/** What a JPEG needs to be shown, and nothing else. Source: ITU T.81, annex B.1 (markers) and B.2 (syntax). */

const endOfImage = 0xd9
const startOfScan = 0xda

/** Undefined when it is no JPEG, or does not come to its end. What follows the end is gone. */
export function bareJpeg(file: Buffer): Buffer | undefined {
  if (file[0] !== 0xff || file[1] !== 0xd8) return undefined
  const parts = [file.subarray(0, 2)]
  let at = 2
  while (at + 1 < file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0
    if (marker === endOfImage) return Buffer.concat([...parts, file.subarray(at, at + 2)])
    const next = marker === 0xff ? at + 1 : segmentEnd(file, at, marker)
    if (next === undefined) return undefined
    if (isShown(marker)) parts.push(file.subarray(at, next))
    at = next
  }
  return undefined
}

/** A scan's header is followed by its pixels. Undefined for a marker that has no segment, or a length that cannot be. */
function segmentEnd(file: Buffer, at: number, marker: number): number | undefined {
  if (!isShown(marker) && !isRemark(marker)) return undefined
  const length = at + 4 <= file.length ? file.readUInt16BE(at + 2) : 0
  if (length < 2) return undefined
  const end = at + 2 + length
  return marker === startOfScan ? scanEnd(file, end) : end
}

/** Within the pixels, FF is followed by 00, or by a mark to start again from (D0 to D7). */
function scanEnd(file: Buffer, from: number): number | undefined {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return undefined
}

/** Frames and tables (C0 to CF, but for C8, an extension), scans, and what they refer to (DA to DD). */
function isShown(marker: number): boolean {
  return (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= 0xda && marker <= 0xdd)
}

/** Parts of programs (E0 to EF), extensions (F0 to FD), and a comment (FE). */
function isRemark(marker: number): boolean {
  return marker >= 0xe0 && marker <= 0xfe
}
