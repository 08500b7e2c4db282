/** Plain text -> blocks. Blank lines separate; what looks like a heading, and what is a list, has to be guessed. */
import { type Block, type Blocks, type Paragraph, wordsOf } from './block.ts'
import { labelBefore } from './labels.ts'

interface Line {
  readonly line: number
  readonly text: string
}

const bullet = /^\s*(?:[•·▪‣◦●○*–—-]|(\d{1,2})[.)])\s+(?=\S)/u
const underline = /^\s*(?:={3,}|-{3,}|~{3,})\s*$/
const longestHeading = 100
const mostHeadingWords = 14

export function plainTextBlocks(text: string): Blocks {
  const lines = text.split('\n').map((line, i) => ({ line: i + 1, text: line.trimEnd() }))
  const blocks = chunksOf(lines).flatMap(blocksOf)
  return { blocks: headed(mergedLists(blocks)), stripped: [], noticed: [] }
}

/** Lines that stand together. */
function chunksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const chunks: Line[][] = [[]]
  for (const line of lines) {
    if (line.text.trim() === '') chunks.push([])
    else chunks.at(-1)?.push(line)
  }
  return chunks.filter(chunk => chunk.length > 0)
}

function blocksOf(chunk: readonly Line[]): readonly Block[] {
  const [first, second] = chunk
  if (!first) return []
  if (bullet.test(first.text)) return listsOf(chunk)
  const lined = second !== undefined && underline.test(second.text)
  const text = first.text.trim()
  const headed = lined || (looksLikeHeading(text) && (!second || startsAnew(second.text)))
  if (headed) return [heading(first), ...blocksOf(chunk.slice(lined ? 2 : 1))]
  const end = chunk.findIndex((line, i) => i > 0 && bullet.test(line.text))
  const own = end === -1 ? chunk : chunk.slice(0, end)
  return [paragraph(first.line, own), ...(end === -1 ? [] : listsOf(chunk.slice(end)))]
}

function heading({ line, text }: Line): Block {
  return { kind: 'heading', line, text: text.trim().replace(/^#{1,6}\s+|\s*#+$/g, '') }
}

/** Broken at a fixed width or at the end of a thought? A line that begins with a label is a thought of its own. */
function paragraph(line: number, lines: readonly Line[]): Block {
  const joined = lines.reduce(
    (before, { text }) => `${before}${before === '' ? '' : labelBefore(text) ? '\n' : ' '}${text.trim()}`,
    '',
  )
  return { kind: 'paragraph', line, text: joined }
}

function looksLikeHeading(text: string): boolean {
  if (/^#{1,6}\s+\S/.test(text)) return true
  const plain = text.replace(/["'“”„»«)]+$/, '')
  if (text.length > longestHeading || wordsOf(text) > mostHeadingWords || wordsOf(text) === 0) return false
  return !/[.!:;,：。]$/u.test(plain) && !/^https?:|[@=]/.test(text) && (!labelBefore(text) || isLabel(text))
}

function isLabel(text: string): boolean {
  return labelBefore(text)?.rest === ''
}

function startsAnew(text: string): boolean {
  return bullet.test(text) || labelBefore(text) !== undefined
}

/** Lines without a bullet continue the item before them. */
function listsOf(lines: readonly Line[]): readonly Block[] {
  const items: string[] = []
  for (const { text } of lines) {
    const last = items.length - 1
    if (bullet.test(text)) items.push(text.replace(bullet, '').trim())
    else items[last] = `${items[last] ?? ''} ${text.trim()}`
  }
  const ordered = bullet.exec(lines[0]?.text ?? '')?.[1] !== undefined
  return [{ kind: 'list', line: lines[0]?.line ?? 1, ordered, items }]
}

/** Blank lines between items do not end a list. */
function mergedLists(blocks: readonly Block[]): readonly Block[] {
  const merged: Block[] = []
  for (const block of blocks) {
    const last = merged.at(-1)
    if (block.kind === 'list' && last?.kind === 'list' && last.ordered === block.ordered)
      merged[merged.length - 1] = { ...last, items: [...last.items, ...block.items] }
    else merged.push(block)
  }
  return merged
}

/** "The paper is torn." before "Cause: …": without any other heading, such a line is one. */
function headed(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some(({ kind }) => kind === 'heading')) return blocks
  return blocks.map((block, i) => {
    const next = blocks[i + 1]
    const before = next?.kind === 'paragraph' && labelBefore(next.text)?.label === 'cause'
    return before && isShort(block) ? { kind: 'heading', line: block.line, text: block.text } : block
  })
}

function isShort(block: Block): block is Paragraph {
  if (block.kind !== 'paragraph' || labelBefore(block.text)) return false
  return !block.text.includes('\n') && wordsOf(block.text) <= mostHeadingWords && !block.text.endsWith(':')
}
