/** Spoken words as plain text: for the transcript, for agents, for channels and terminals without cards. */
import type { Block, Spoken } from './spoken.ts'

/** One paragraph a block; Markdown marks stay, they read well as text. */
export function plainText(spoken: Spoken): string {
  // French keeps a space before the colon, one that does not break.
  const colon = spoken.language === 'fr' ? '\u00a0: ' : ': '
  return spoken.blocks.map(block => blockText(block, colon)).join('\n\n')
}

function blockText(block: Block, colon: string): string {
  switch (block.kind) {
    case 'text':
      return block.markdown
    case 'step':
      return `**${block.heading}** (${block.facts.join(', ')})`
    case 'note':
      return `${block.label}${colon}${block.markdown}`
  }
}
