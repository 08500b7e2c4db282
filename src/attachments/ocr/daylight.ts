/**
 * Dark themes by daylight. Tesseract reads light text on a dark ground too, but tries each line the usual way round
 * first: that takes twice the time. What stays the other way round in a mixed picture is read as before.
 */
import { type Grey, greyOf } from './grey.ts'

/** Pixels: about two lines of text. */
const tile = 32
/** Between the lightest and the darkest shade of a tile that may hold text. */
const contrast = 96

/** The picture as it is, or turned into shades of grey with dark text on a light ground, in the form PGM. */
export function byDaylight(bytes: Buffer): Buffer {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return bytes
  const grey = greyOf(bytes)
  return grey && isDark(grey) ? pgm(grey) : bytes
}

/** Most places that may hold text have a dark ground. */
function isDark(grey: Grey): boolean {
  let dark = 0
  let light = 0
  for (let top = 0; top < grey.height; top += tile) {
    for (let left = 0; left < grey.width; left += tile) {
      const { lowest, highest, mean } = tileAt(grey, left, top)
      if (highest - lowest < contrast) continue
      if (mean < (lowest + highest) / 2) dark++
      else light++
    }
  }
  return dark > light
}

function tileAt({ width, height, pixels }: Grey, left: number, top: number) {
  let [lowest, highest, sum, count] = [255, 0, 0, 0]
  for (let y = top; y < Math.min(top + tile, height); y++) {
    for (let x = left; x < Math.min(left + tile, width); x++) {
      const shade = pixels[y * width + x] ?? 0
      lowest = Math.min(lowest, shade)
      highest = Math.max(highest, shade)
      sum += shade
      count++
    }
  }
  return { lowest, highest, mean: sum / count }
}

function pgm({ width, height, pixels }: Grey): Buffer {
  const inverted = pixels.map(shade => 255 - shade)
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), inverted])
}
