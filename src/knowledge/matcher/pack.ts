/**
 * Named typed arrays in one block of bytes.
 *
 *   magic, version, checksum of the rest, length of the head | head: JSON | arrays, each at a multiple of 8
 */
import { crc32 } from 'node:zlib'

export type Packed = Uint8Array | Int8Array | Uint16Array | Uint32Array | Float32Array

interface Head {
  readonly about: unknown
  readonly arrays: readonly { readonly name: string; readonly type: TypeName; readonly length: number }[]
}

const types = { Uint8Array, Int8Array, Uint16Array, Uint32Array, Float32Array } as const
type TypeName = keyof typeof types

const magic = 0x4d484b44 // "DKHM"
const prelude = 16

/** Little-endian, as every machine that runs Node. */
export function pack(version: number, about: unknown, arrays: Readonly<Record<string, Packed>>): Uint8Array {
  const listed = Object.entries(arrays).map(([name, array]) => ({
    name,
    type: typeOf(array),
    length: array.length,
  }))
  const head = new TextEncoder().encode(JSON.stringify({ about, arrays: listed } satisfies Head))
  const sizes = Object.values(arrays).map(array => aligned(array.byteLength))
  const start = aligned(prelude + head.length)
  const bytes = new Uint8Array(start + sizes.reduce((sum, size) => sum + size, 0))
  bytes.set(head, prelude)
  let at = start
  for (const array of Object.values(arrays)) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at += aligned(array.byteLength)
  }
  bytes.set(
    new Uint8Array(Uint32Array.of(magic, version, crc32(bytes.subarray(prelude)), head.length).buffer),
  )
  return bytes
}

export interface Unpacked {
  readonly about: unknown
  readonly arrays: ReadonlyMap<string, Packed>
}

/** Undefined when the bytes are cut, changed, or of another version. */
export function unpack(version: number, bytes: Uint8Array): Unpacked | undefined {
  if (bytes.length < prelude) return undefined
  const own = new Uint8Array(bytes) // a copy: a Buffer may lie anywhere in a larger block
  const [foundMagic, foundVersion, checksum, headLength = 0] = new Uint32Array(own.buffer, 0, 4)
  if (foundMagic !== magic || foundVersion !== version) return undefined
  if (crc32(own.subarray(prelude)) !== checksum) return undefined
  const head: Head = JSON.parse(new TextDecoder().decode(own.subarray(prelude, prelude + headLength)))
  const arrays = new Map<string, Packed>()
  let at = aligned(prelude + headLength)
  for (const { name, type, length } of head.arrays) {
    const array = new types[type](own.buffer, at, length)
    arrays.set(name, array)
    at += aligned(array.byteLength)
  }
  return { about: head.about, arrays }
}

function typeOf(array: Packed): TypeName {
  return array.constructor.name as TypeName
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 8) * 8
}
