/** A PNG, as tools for screenshots write it, unpacked into shades of grey. Source: PNG specification, 9.2 and 11.2. */
import { inflateSync } from 'node:zlib'

/** One byte a pixel, row by row. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

interface Chunks {
  readonly header: Buffer
  readonly packed: readonly Buffer[]
}

/** Bytes a pixel by colour type: grey, colours, grey and colours with transparency. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 }

/** Undefined for the rare kinds: interlaced, with a palette, with more or fewer than 8 bits. Throws when it is damaged. */
export function greyOf(bytes: Buffer): Grey | undefined {
  const { header, packed } = chunksOf(bytes)
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const size = samples[header[9] ?? 3]
  if (header[8] !== 8 || header[12] !== 0 || size === undefined) return undefined
  const rows = inflateSync(Buffer.concat(packed), { maxOutputLength: (width * size + 1) * height })
  return { width, height, pixels: unfiltered(rows, width, height, size) }
}

function chunksOf(bytes: Buffer): Chunks {
  const packed: Buffer[] = []
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (type === 'IDAT') packed.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
    if (type === 'IEND') break
  }
  return { header: bytes.subarray(16, 29), packed }
}

/** Each row says how it was filtered: by its left, upper, or both neighbours. */
function unfiltered(rows: Buffer, width: number, height: number, size: number): Uint8Array {
  const stride = width * size
  const pixels = new Uint8Array(width * height)
  let above = new Uint8Array(stride)
  let row = new Uint8Array(stride)
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1)
    unfilter(rows[start] ?? 0, rows.subarray(start + 1, start + 1 + stride), row, above, size)
    shade(row, size, pixels.subarray(y * width, (y + 1) * width))
    const next = above
    above = row
    row = next
  }
  return pixels
}

function unfilter(filter: number, from: Uint8Array, row: Uint8Array, above: Uint8Array, size: number): void {
  for (let x = 0; x < row.length; x++) {
    const left = x < size ? 0 : (row[x - size] ?? 0)
    const up = above[x] ?? 0
    const corner = x < size ? 0 : (above[x - size] ?? 0)
    row[x] = (from[x] ?? 0) + predicted(filter, left, up, corner)
  }
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  return filter === 4 ? nearest(left, up, corner) : 0
}

/** The neighbour that is nearest to left + up - corner (Paeth). */
function nearest(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** Red, green and blue weigh as the eye weighs them (ITU-R BT.601), in parts of 256. */
function shade(row: Uint8Array, size: number, pixels: Uint8Array): void {
  for (let x = 0; x < pixels.length; x++) {
    const at = x * size
    const [red = 0, green = 0, blue = 0] = [row[at], row[at + 1], row[at + 2]]
    pixels[x] = size < 3 ? red : (red * 77 + green * 151 + blue * 28) >> 8
  }
}
