/** Spoken words as plain text: for the transcript, for agents, for channels and terminals without cards. */
import type { Block, Spoken } from './spoken.ts'

/** One paragraph a block; Markdown marks stay, they read well as text. */
export function plainText(spoken: Spoken): string {
  return spoken.blocks.map(blockText).join('\n\n')
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.markdown
    case 'step':
      return `**${block.heading}** (${block.facts.join(', ')})`
    case 'note':
      return `${block.label}: ${block.markdown}`
  }
}
