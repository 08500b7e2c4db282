/** A list of contents names the headings of its text; a heading that it names and the text lacks is missing. */
import { type Block, type Blocks, bare, type Heading, type List, type Remark } from './block.ts'
import { labelAlone } from './labels.ts'

/** Fewer entries than this could be an accident. */
const fewestEntries = 2

/** Makes headings of the lines that a list of contents names, and takes the list away. */
export function withContents({ blocks, stripped, noticed }: Blocks): Blocks {
  const list = blocks.find(block => isContents(block, blocks))
  if (list?.kind !== 'list') return { blocks, stripped, noticed }
  const { headed, remarks } = fillGaps(list, withHeadings(list, blocks))
  const lead = blocks[blocks.indexOf(list) - 1]
  const gone = [list, ...(lead && leadsIn(lead) ? [lead] : [])]
  const what = `list of contents with ${list.items.length} entries`
  return {
    blocks: headed.filter(block => !gone.includes(block)),
    stripped: [...stripped, { line: list.line, text: what }],
    noticed: [...noticed, ...remarks],
  }
}

function isContents(block: Block, blocks: readonly Block[]): boolean {
  if (block.kind !== 'list') return false
  const lines = linesAfter(block, blocks)
  const found = block.items.filter(item => lines.has(bare(item))).length
  return found >= fewestEntries && found * 2 >= block.items.length
}

function linesAfter(list: List, blocks: readonly Block[]): ReadonlySet<string> {
  const after = blocks.slice(blocks.indexOf(list) + 1)
  return new Set(after.flatMap(block => (isLine(block) ? [bare(block.text)] : [])))
}

function isLine(block: Block): block is Extract<Block, { text: string }> {
  return block.kind === 'heading' || block.kind === 'paragraph'
}

/** "Contents", "What problem are you having?" */
function leadsIn(block: Block): boolean {
  return block.kind === 'heading' || (block.kind === 'paragraph' && /[:?]$/.test(block.text))
}

function withHeadings(list: List, blocks: readonly Block[]): readonly Block[] {
  const entries = new Set(list.items.map(bare))
  const start = blocks.indexOf(list)
  return blocks.map((block, i) =>
    i > start && block.kind === 'paragraph' && entries.has(bare(block.text))
      ? { kind: 'heading', line: block.line, text: block.text }
      : block,
  )
}

interface Gaps {
  readonly headed: readonly Block[]
  readonly remarks: readonly Remark[]
}

function fillGaps(list: List, blocks: readonly Block[]): Gaps {
  let headed = blocks
  const remarks: Remark[] = []
  for (const [i, entry] of list.items.entries()) {
    if (headed.some(block => block.kind === 'heading' && bare(block.text) === bare(entry))) continue
    const at = placeOf(list.items[i - 1], headed)
    const promise = `the list of contents promises "${entry}", but the text has no such heading`
    if (at === undefined) remarks.push({ line: list.line, text: `${promise}; its text seems to be missing` })
    else {
      const line = headed[at]?.line ?? list.line
      const heading: Heading = { kind: 'heading', line, text: entry, guessed: true }
      headed = [...headed.slice(0, at), heading, ...headed.slice(at)]
      const guess = 'a cause that follows the "See also" of the section before was taken for it'
      remarks.push({ line, text: `${promise}; ${guess}: please check` })
    }
  }
  return { headed, remarks }
}

/** A section is over with its "See also"; a cause that still follows belongs to the next, lost heading. */
function placeOf(previous: string | undefined, blocks: readonly Block[]): number | undefined {
  const start = blocks.findIndex(
    block => previous !== undefined && block.kind === 'heading' && bare(block.text) === bare(previous),
  )
  if (start === -1) return undefined
  let seen = false
  for (let i = start + 1; i < blocks.length; i++) {
    const block = blocks[i]
    const label = block?.kind === 'paragraph' ? block.label : undefined
    if (block?.kind === 'heading' && !labelAlone(block.text)) return undefined
    if (label === 'cause' && seen) return i
    if (label === 'related') seen = true
  }
  return undefined
}
