import { createHash } from 'node:crypto'
import { plain } from './markdown.ts'

/**
 * The hash that a translation keeps of the text it translates: SHA-256 of the file as UTF-8 (line ends as \n,
 * no byte order mark), the first twelve hexadecimal digits.
 */
export function sourceHash(text: string): string {
  return createHash('sha256').update(plain(text)).digest('hex').slice(0, 12)
}

/** The text of a translation with `of: hash` in its front matter. */
export function stamped(text: string, hash: string): string {
  const end = text.indexOf('\n---', 3)
  if (end === -1) return text
  const front = text.slice(0, end)
  const line = /^of:.*$/m
  const marked = line.test(front) ? front.replace(line, `of: ${hash}`) : `${front}\nof: ${hash}`
  return marked + text.slice(end)
}
