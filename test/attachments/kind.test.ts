import { describe, expect, test } from 'vitest'
import { kindOf } from '../../src/attachments/kind.ts'
import { isTooLarge } from '../../src/attachments/size.ts'
import { largestText, textOf } from '../../src/attachments/text.ts'
import { jpegHeader, pngHeader } from '../support/pictures.ts'

test('a picture is told by its first bytes, with its size', () => {
  expect(kindOf(pngHeader(640, 480))).toEqual({ kind: 'picture', size: { width: 640, height: 480 } })
  expect(kindOf(jpegHeader(1920, 1080))).toEqual({ kind: 'picture', size: { width: 1920, height: 1080 } })
})

test.each([
  ['a PNG that ends after its mark', pngHeader(640, 480).subarray(0, 20)],
  ['a PNG without pixels', pngHeader(0, 480)],
  ['a JPEG that ends before its size', jpegHeader(640, 480).subarray(0, 10)],
  ['a JPEG whose part is longer than the file', Buffer.from('ffd8ffe0ffff4a4649460001', 'hex')],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00', 'latin1')],
  ['an event log in binary form', Buffer.from('ElfFile\0\0\0\0\0', 'latin1')],
  ['a PDF', Buffer.from('%PDF-1.7\n%text only so far')],
  ['a Word document', Buffer.from('PK\x03\x04\x14\x00\x06\x00', 'latin1')],
  ['a compressed log', Buffer.from('1f8b0800000000000003', 'hex')],
])('%s is nothing that Deskhand reads', (_, bytes) => {
  expect(kindOf(bytes)).toEqual({ kind: 'other' })
})

test.each([
  [5_000, 4_000, false],
  [5_001, 4_000, true],
  [16_001, 2, true],
  [2, 16_001, true],
  [4_294_967_295, 4_294_967_295, true],
])('a picture of %d x %d pixels: too large is %s', (width, height, expected) => {
  expect(isTooLarge({ width, height })).toBe(expected)
})

describe('a text file', () => {
  const words = 'Fehler 809: Gerät für Zürich – prüfen €'

  test.each([
    ['UTF-8', Buffer.from(words)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${words}`)],
    ['UTF-16 of Windows', Buffer.from(`\ufeff${words}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${words}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(words.replace('–', '\x96').replace('€', '\x80'), 'latin1')],
  ])('in %s is read as it was written', (_, bytes) => {
    expect(read(bytes)).toBe(words)
  })

  test('keeps tabs, lines and the colours of a terminal, and loses NUL', () => {
    expect(read(Buffer.from('a\tb\r\n\x1b[31mred'))).toBe('a\tb\r\n\x1b[31mred')
    expect(read(Buffer.from('\ufeffa\0b', 'utf16le'))).toBe('ab')
  })

  test('that is long keeps its beginning and its end, in whole lines', () => {
    const lines = Array.from({ length: 20_000 }, (_, line) => `line ${line} of the log`)
    const all = new Set(lines)
    const kept = read(Buffer.from(lines.join('\n'))).split('\n')
    expect(kept.join('\n').length).toBeLessThan(200_000)
    expect([kept[0], kept.at(-1)]).toEqual([lines[0], lines.at(-1)])
    expect(kept.filter(line => !all.has(line))).toEqual(['…'])
  })

  test('of one endless line is cut between letters', () => {
    const text = read(Buffer.from('😀'.repeat(largestText / 8)))
    expect(text.isWellFormed()).toBe(true)
  })
})

function read(bytes: Buffer): string {
  const kind = kindOf(bytes)
  expect(kind.kind).toBe('text')
  return kind.kind === 'text' ? textOf(bytes, kind.encoding) : ''
}
