/** Splits an article's text at its `#` and `##` headings. Code fences may hold lines that begin with `#`. */
import type { Report } from './problems.ts'

export interface Part {
  /** Line of the heading; of the first line for the front matter and the introduction. */
  readonly line: number
  readonly text: string
}

export interface Section extends Part {
  /** By the name of the `##` heading. */
  readonly parts: ReadonlyMap<string, Part>
}

export interface Page {
  /** YAML between the two `---`; its first line is line 2 of the file. */
  readonly front: string
  readonly intro: Part
  /** By the name of the `#` heading. */
  readonly sections: ReadonlyMap<string, Section>
  readonly lastLine: number
}

interface Chunk {
  readonly level: 0 | 1 | 2
  readonly name: string
  readonly line: number
  readonly lines: string[]
}

export function splitPage(text: string, report: Report): Page {
  const lines = linesOf(text)
  const bodyStart = endOfFront(lines, report)
  const [intro, ...chunks] = splitAtHeadings(lines, bodyStart, report)
  return {
    front: lines.slice(1, Math.max(1, bodyStart - 1)).join('\n'),
    intro: { line: firstTextLine(intro), text: textOf(intro) },
    sections: group(chunks, report),
    lastLine: lines.length,
  }
}

/** Without the mark of the byte order and the differences between line ends, which editors change silently. */
export function plain(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
}

function linesOf(text: string): readonly string[] {
  const lines = plain(text).split('\n')
  if (lines.length > 1 && lines.at(-1) === '') lines.pop()
  return lines
}

/** Index of the first line after the front matter; 0 when there is none. */
function endOfFront(lines: readonly string[], report: Report): number {
  const end =
    lines[0]?.trimEnd() === '---' ? lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---') : -1
  if (end === -1) report(1, 'the file must begin with "---", title and phrases, and another "---".')
  return end + 1
}

function splitAtHeadings(lines: readonly string[], start: number, report: Report): [Chunk, ...Chunk[]] {
  const chunks: [Chunk, ...Chunk[]] = [{ level: 0, name: '', line: start + 1, lines: [] }]
  let fence: { readonly mark: string; readonly line: number } | undefined
  for (const [offset, text] of lines.slice(start).entries()) {
    const line = start + offset + 1
    const heading = fence === undefined ? headingOf(text, line, report) : undefined
    const mark = /^ {0,3}(`{3,}|~{3,})\s*(.*)$/.exec(text)
    if (heading !== undefined) chunks.push(heading)
    else chunks.at(-1)?.lines.push(text)
    if (fence === undefined && mark?.[1] !== undefined) fence = { mark: mark[1], line }
    else if (fence !== undefined && mark?.[2] === '' && mark[1]?.startsWith(fence.mark)) fence = undefined
  }
  if (fence !== undefined)
    report(fence.line, `the code that begins here is never closed; add "${fence.mark}".`)
  return chunks
}

function headingOf(text: string, line: number, report: Report): Chunk | undefined {
  const found = /^(#+)\s+(.*)$/.exec(text)
  if (found === null) return undefined
  const depth = found[1]?.length ?? 0
  if (depth > 2) {
    report(line, 'only "#" and "##" headings have a meaning here; use bold text instead.')
    return undefined
  }
  return { level: depth === 1 ? 1 : 2, name: (found[2] ?? '').trim(), line, lines: [] }
}

function group(chunks: readonly Chunk[], report: Report): ReadonlyMap<string, Section> {
  const sections = new Map<string, Section>()
  let parts = new Map<string, Part>()
  for (const chunk of chunks) {
    const siblings: ReadonlyMap<string, Part> = chunk.level === 1 ? sections : parts
    const twin = siblings.get(chunk.name)
    if (twin !== undefined) report(chunk.line, `heading "${chunk.name}" stands at line ${twin.line} already.`)
    if (chunk.level === 2 && sections.size === 0)
      report(chunk.line, `"## ${chunk.name}" stands before any "#".`)
    if (chunk.level === 1) {
      parts = new Map()
      sections.set(chunk.name, { line: chunk.line, text: textOf(chunk), parts })
    } else {
      parts.set(chunk.name, { line: chunk.line, text: textOf(chunk) })
    }
  }
  return sections
}

function textOf(chunk: Chunk): string {
  return chunk.lines.join('\n').trim()
}

function firstTextLine(chunk: Chunk): number {
  const index = chunk.lines.findIndex(line => line.trim() !== '')
  return chunk.line + Math.max(0, index)
}
