import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { barePicture, largestKept } from '../../src/attachments/bare.ts'

describe('of a PNG', () => {
  const start = Buffer.from('89504e470d0a1a0a', 'hex')
  const header = chunk('IHDR', Buffer.from('00000001000000010803000000', 'hex'))
  const pixels = chunk('IDAT', deflateSync(Buffer.from([0, 0])))
  const end = chunk('IEND', Buffer.alloc(0))
  const palette = chunk('PLTE', Buffer.from([1, 2, 3]))
  const clear = chunk('tRNS', Buffer.from([9]))
  const plain = Buffer.concat([start, header, palette, clear, pixels, end])

  test('the pixels stay as they are', () => {
    expect(barePicture(plain)).toEqual({ mediaType: 'image/png', bytes: plain })
  })

  test.each(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'iCCP', 'acTL', 'fdAT', 'prVt', 'ABCD'])(
    'a part that is called %s is cut out',
    type => {
      const hidden = chunk(type, Buffer.from('Author\0Anna Example'))
      const file = Buffer.concat([start, header, hidden, palette, clear, hidden, pixels, hidden, end])
      expect(barePicture(file)?.bytes).toEqual(plain)
    },
  )

  test('what follows its end is cut off', () => {
    const file = Buffer.concat([plain, pixels, Buffer.from('the part that was cropped')])
    expect(barePicture(file)?.bytes).toEqual(plain)
  })

  test.each([
    ['does not come to its end', Buffer.concat([start, header, pixels])],
    ['breaks off in its pixels', plain.subarray(0, plain.length - 14)],
    ['breaks off in a part that would be cut out', Buffer.concat([start, header, hugeText()])],
    ['hides words in a part of fixed length', Buffer.concat([start, header, chunk('pHYs', plain), end])],
    ['hides words in its end', Buffer.concat([start, header, pixels, chunk('IEND', Buffer.from('Anna'))])],
  ])('nothing stays when it %s', (_, file) => {
    expect(barePicture(file)).toBeUndefined()
  })

  test('of two million bytes it stays, and of one more not', () => {
    const rest = largestKept - plain.length - 12
    const ofLength = (length: number) =>
      Buffer.concat([start, header, palette, clear, pixels, chunk('IDAT', Buffer.alloc(length)), end])
    expect(barePicture(ofLength(rest))?.bytes).toHaveLength(2_000_000)
    expect(barePicture(ofLength(rest + 1))).toBeUndefined()
    const remark = chunk('tEXt', Buffer.alloc(9_000_000))
    expect(barePicture(Buffer.concat([start, header, palette, clear, remark, pixels, end]))?.bytes).toEqual(
      plain,
    )
  })

  function hugeText(): Buffer {
    const text = chunk('tEXt', Buffer.from('x'))
    text.writeUInt32BE(0xffffffff, 0)
    return text
  }
})

describe('of a JPEG', () => {
  const start = Buffer.from('ffd8', 'hex')
  const end = Buffer.from('ffd9', 'hex')
  const tables = segment(0xdb, Buffer.alloc(65))
  const frame = segment(0xc2, Buffer.from('080001000101011100', 'hex'))
  /** Pixels with all that may look like a marker among them. */
  const scan = Buffer.concat([segment(0xda, Buffer.from('010100003f00', 'hex')), hex('aaff00bbffd0ccff00')])
  const another = Buffer.concat([segment(0xc4, Buffer.alloc(20)), scan])
  const plain = Buffer.concat([start, tables, frame, scan, another, end])

  test('the pixels stay as they are', () => {
    expect(barePicture(plain)).toEqual({ mediaType: 'image/jpeg', bytes: plain })
  })

  test.each([
    ['a small picture of it (APP0)', 0xe0],
    ['time and place (APP1)', 0xe1],
    ['colours, more pictures (APP2)', 0xe2],
    ['a program’s own (APP13)', 0xed],
    ['a program’s own (APP15)', 0xef],
    ['a comment', 0xfe],
  ])('%s is cut out', (_, marker) => {
    const hidden = segment(marker, Buffer.from('Exif\0\0Anna Example \xff\xd9', 'latin1'))
    const file = Buffer.concat([start, hidden, tables, hidden, frame, scan, hidden, another, hidden, end])
    expect(barePicture(file)?.bytes).toEqual(plain)
  })

  test('what follows its end is cut off, and bytes between the parts go', () => {
    const fill = hex('ffff')
    const file = Buffer.concat([start, fill, tables, frame, fill, scan, another, fill, end, plain])
    expect(barePicture(file)?.bytes).toEqual(plain)
  })

  test.each([
    ['does not come to its end', plain.subarray(0, -2)],
    ['breaks off within a marker', plain.subarray(0, -1)],
    ['breaks off within its tables', plain.subarray(0, 30)],
    ['breaks off within a length', plain.subarray(0, 5)],
    ['has a part of no length', Buffer.concat([start, hex('ffe00000'), plain.subarray(2)])],
    ['has words between its parts', Buffer.concat([start, tables, Buffer.from('Anna'), frame, scan, end])],
    ['has a picture in the picture', Buffer.concat([start, plain, end])],
    [
      'has a part that nobody knows',
      Buffer.concat([start, segment(0x02, Buffer.alloc(4)), plain.subarray(2)]),
    ],
  ])('nothing stays when it %s', (_, file) => {
    expect(barePicture(file)).toBeUndefined()
  })
})

test('what is no picture is never kept as one', () => {
  for (const words of ['', 'error 809', 'GIF89a', '%PDF-1.7']) {
    expect(barePicture(Buffer.from(words))).toBeUndefined()
  }
})

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

function segment(marker: number, content: Buffer): Buffer {
  const start = Buffer.from([0xff, marker, 0, 0])
  start.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([start, content])
}

function hex(bytes: string): Buffer {
  return Buffer.from(bytes, 'hex')
}
