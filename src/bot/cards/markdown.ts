/**
 * The Markdown of articles and sentences, read into parts that every channel can render: paragraphs, list items,
 * fenced code; inside them bold, inline code, links, and `\\` before punctuation. Anything else stays as it is written.
 * Time is linear in the text, whatever the text is.
 */
import { parseInline, type Run } from './inline.ts'

export { parseInline, type Run } from './inline.ts'

export type Part =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  /** `marker` is `•` or the number as written, `2.` */
  | { readonly kind: 'item'; readonly marker: string; readonly runs: readonly Run[] }
  | { readonly kind: 'code'; readonly lines: readonly string[] }

interface Block {
  readonly kind: Part['kind']
  readonly marker: string
  readonly lines: string[]
}

const fenceLine = /^ {0,8}(`{3,}|~{3,})/
const bulletLine = /^ {0,8}[-*+] +(.*)$/
const numberLine = /^ {0,8}(\d{1,3})[.)] +(.*)$/

/** Texts kept read, and how long one may be: the same steps are shown again and again. */
const remembered = 1_000
const memorable = 4_000
const known = new Map<string, readonly Part[]>()

export function parseMarkdown(markdown: string): readonly Part[] {
  const parts = known.get(markdown) ?? read(markdown)
  if (known.size >= remembered) known.clear()
  if (markdown.length <= memorable) known.set(markdown, parts)
  return parts
}

function read(markdown: string): readonly Part[] {
  return blocksOf(markdown.replaceAll('\r\n', '\n').split('\n')).map(partOf)
}

function partOf({ kind, marker, lines }: Block): Part {
  if (kind === 'code') return { kind, lines }
  const runs = parseInline(lines.join(' '))
  return kind === 'item' ? { kind, marker, runs } : { kind, runs }
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = []
  let fence: string | undefined
  let joins = false
  for (const line of lines) {
    const mark = fenceLine.exec(line)?.[1]
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined
      else blocks.at(-1)?.lines.push(line)
      continue
    }
    const begins = mark === undefined ? beginningOf(line) : codeBlock()
    if (joins && begins?.kind === 'paragraph') blocks.at(-1)?.lines.push(line.trim())
    else if (begins !== undefined) blocks.push(begins)
    joins = begins !== undefined && begins.kind !== 'code'
    fence = mark
  }
  return blocks
}

function codeBlock(): Block {
  return { kind: 'code', marker: '', lines: [] }
}

/** The block that a line begins, unless it goes on with the one before; an empty line begins none. */
function beginningOf(line: string): Block | undefined {
  if (line.trim() === '') return undefined
  const bullet = bulletLine.exec(line)
  if (bullet) return { kind: 'item', marker: '•', lines: [(bullet[1] ?? '').trim()] }
  const number = numberLine.exec(line)
  if (number) return { kind: 'item', marker: `${number[1]}.`, lines: [(number[2] ?? '').trim()] }
  return { kind: 'paragraph', marker: '', lines: [line.trim()] }
}
