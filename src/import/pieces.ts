/** Breaks paragraphs where a line begins with a label, so that "Cause: …" and "Solution: …" are two. */
import type { Block, Blocks, Paragraph } from './block.ts'
import { labelBefore } from './labels.ts'

export function withLabels({ blocks, stripped, noticed }: Blocks): Blocks {
  return {
    blocks: blocks.flatMap((block): readonly Block[] =>
      block.kind === 'paragraph' && !block.label ? piecesOf(block) : [block],
    ),
    stripped,
    noticed,
  }
}

function piecesOf({ text, line }: Paragraph): readonly Paragraph[] {
  const pieces: Paragraph[] = []
  for (const [i, own] of text.split('\n').entries()) {
    const found = labelBefore(own)
    const last = pieces.at(-1)
    if (found) pieces.push({ kind: 'paragraph', line: line + i, text: found.rest, label: found.label })
    else if (last) pieces[pieces.length - 1] = { ...last, text: joined(last.text, own) }
    else pieces.push({ kind: 'paragraph', line, text: own })
  }
  return pieces
}

function joined(before: string, after: string): string {
  return before === '' ? after.trim() : `${before}\n${after}`
}
