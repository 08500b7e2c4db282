/** PEM blocks of private keys, whole or cut off. Certificates are public and stay. */
import type { Finder, Secret } from './secrets.ts'

const opening = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g
const closing = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g
/** A line of a key: its headers or base64. */
const keyLine = /^[ \t>]*(?:[A-Za-z-]{1,30}: .{0,120}|[A-Za-z0-9+/=]{0,200})\s*$/
const puttyKey = /^Private-Lines: \d+\s*$/gm

export const privateKeys: Finder = {
  clues: ['private key|private-lines'],
  find: (text, [seen = []]) =>
    seen.length === 0
      ? []
      : [...pemBlocks(text), ...[...text.matchAll(puttyKey)].map(match => cutOff(text, match))],
}

function pemBlocks(text: string): readonly Secret[] {
  const ends = [...text.matchAll(closing)]
  const found: Secret[] = []
  let next = 0
  for (const match of text.matchAll(opening)) {
    if (match.index < (found.at(-1)?.end ?? 0)) continue
    while ((ends[next]?.index ?? text.length) < match.index) next++
    const end = ends[next]
    const block = end && { start: match.index, end: end.index + end[0].length, kind: 'private-key' as const }
    found.push(block ?? cutOff(text, match))
  }
  return found
}

/** A key without its end: as far as the lines still look like one. */
function cutOff(text: string, match: RegExpExecArray): Secret {
  return { start: match.index, end: endOfLines(text, match.index + match[0].length), kind: 'private-key' }
}

/** Behind the last line that still looks like a key. */
function endOfLines(text: string, from: number): number {
  let end = from
  while (end < text.length) {
    const next = text.indexOf('\n', end + 1)
    const stop = next < 0 ? text.length : next
    if (!keyLine.test(text.slice(end, stop).trim())) return end
    end = stop
  }
  return end
}
