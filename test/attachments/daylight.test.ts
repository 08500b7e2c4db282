import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { byDaylight } from '../../src/attachments/ocr/daylight.ts'
import { greyOf } from '../../src/attachments/ocr/grey.ts'
import { pngHeader } from '../support/pictures.ts'

/** Two rows of three colours, filtered in each way that PNG knows; what is meant is the same. */
const meant = [10, 20, 40, 80, 160, 255]

test.each([
  ['as it is', [0, 10, 20, 40], [0, 80, 160, 255]],
  ['by the left neighbour', [1, 10, 10, 20], [1, 80, 80, 95]],
  ['by the upper neighbour', [2, 10, 20, 40], [2, 70, 140, 215]],
  ['by the mean of both', [3, 10, 15, 30], [3, 75, 110, 155]],
  ['by the nearest', [4, 10, 10, 20], [4, 70, 80, 95]],
])('a PNG filtered %s is unpacked to what was meant', (_, first, second) => {
  expect([...(greyOf(png(3, 2, 0, [...first, ...second]))?.pixels ?? [])]).toEqual(meant)
})

test('colours become the shades that the eye sees', () => {
  const red = [255, 0, 0]
  const green = [0, 255, 0]
  const blue = [0, 0, 255]
  const pixels = greyOf(png(3, 1, 2, [0, ...red, ...green, ...blue]))?.pixels
  expect([...(pixels ?? [])]).toEqual([76, 150, 27])
})

test('light text on a dark ground is turned round, dark text on a light ground is left alone', () => {
  const rows = (ground: number, text: number) =>
    Array.from({ length: 64 }, (_, y) => [
      0,
      ...Array.from({ length: 64 }, (_, x) => (x % 8 === 0 && y > 8 ? text : ground)),
    ])
  const light = png(64, 64, 0, rows(250, 20).flat())
  expect(byDaylight(light)).toBe(light)
  const turned = byDaylight(png(64, 64, 0, rows(30, 230).flat()))
  expect(turned.toString('latin1', 0, 13)).toBe('P5\n64 64\n255\n')
  expect([turned[13], turned.at(-8)]).toEqual([225, 25])
})

test('pixels beyond the announced size are not unpacked', () => {
  const bomb = png(
    3,
    2,
    0,
    Array.from({ length: 1_000_000 }, () => 0),
  )
  expect(() => greyOf(bomb)).toThrow(/larger than/i)
})

test.each([
  ['interlaced', 12],
  ['of 16 bits', 8],
])('a PNG %s is read as it is', (_, at) => {
  const rare = png(3, 2, 0, [0, 1, 2, 3, 0, 4, 5, 6])
  rare[16 + at] = at === 8 ? 16 : 1
  expect(byDaylight(rare)).toBe(rare)
})

function png(width: number, height: number, colour: number, rows: readonly number[]): Buffer {
  const header = pngHeader(width, height)
  header[24] = 8
  header[25] = colour
  return Buffer.concat([
    header,
    chunk('IDAT', deflateSync(Buffer.from(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), content, Buffer.alloc(4)])
}
