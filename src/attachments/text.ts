/** Text and log files as one text, as if it had been pasted. */
import type { Encoding } from './kind.ts'

/** Bytes. */
export const largestText = 2_000_000
/** Characters: of more the beginning is kept, which says what it is, and the end, where the last error stands. */
const beginning = 60_000
const end = 130_000

export function textOf(bytes: Buffer, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(bytes).replaceAll('\0', '').trim()
  if (text.length <= beginning + end) return text
  return `${untilLine(text.slice(0, beginning))}\n…\n${fromLine(text.slice(-end))}`.toWellFormed()
}

function untilLine(text: string): string {
  const at = text.lastIndexOf('\n')
  return at > 0 ? text.slice(0, at) : text
}

function fromLine(text: string): string {
  return text.slice(text.indexOf('\n') + 1)
}
