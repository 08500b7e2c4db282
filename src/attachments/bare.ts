/**
 * A picture without everything that is not seen in it: the place where it was taken, the name of the program, a smaller
 * picture of what was cut away, whatever somebody hung on behind its end. Nothing of that was looked through for secrets.
 */
import type { Picture } from '../store/records.ts'
import { bareJpeg } from './bare/jpeg.ts'
import { barePng } from './bare/png.ts'

export type BarePicture = Omit<Picture, 'name'>

/** Bytes. A dialog has some ten thousand, a whole screen one million; all turns wait for the sync that writes it. */
export const largestKept = 2_000_000

/** Undefined for what is too large to be kept, damaged, or no picture. */
export function barePicture(file: Buffer): BarePicture | undefined {
  const png = barePng(file)
  const bytes = png ?? bareJpeg(file)
  if (bytes === undefined || bytes.length > largestKept) return undefined
  return { mediaType: png ? 'image/png' : 'image/jpeg', bytes }
}
