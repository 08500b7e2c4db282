/** Speech as text: for channels without cards, for the terminal, and for messages with nothing to press. */
import type { Block, Spoken, SpokenChoice } from '../../speech/spoken.ts'
import type { Run } from './inline.ts'
import { type Part, parseMarkdown } from './markdown.ts'

/** Plain text; the choices are numbered from 1 in the order of `spoken.choices`, so that a number answers them. */
export function asText(spoken: Spoken): string {
  const choices = spoken.choices.map(numbered).join('\n')
  return [...spoken.blocks.map(plainBlock), choices].filter(text => text !== '').join('\n\n')
}

/** The text blocks alone, in the Markdown that Teams renders; what the author did not mean as markup is escaped. */
export function asMarkdown(spoken: Spoken): string {
  const texts = spoken.blocks.flatMap(block => (block.kind === 'text' ? [block.markdown] : []))
  return texts.map(text => joined(parseMarkdown(text), markdownPart)).join('\n\n')
}

function numbered(choice: SpokenChoice, index: number): string {
  return `${index + 1}. ${choice.label}`
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
      return plain(block.markdown)
    case 'step':
      return block.facts.length === 0 ? block.heading : `${block.heading} (${block.facts.join(', ')})`
    case 'note':
      return `${block.label}: ${plain(block.markdown)}`
  }
}

function plain(markdown: string): string {
  return joined(parseMarkdown(markdown), plainPart)
}

/** List items stand close together, everything else apart. */
function joined(parts: readonly Part[], write: (part: Part) => string): string {
  let text = ''
  for (const [index, part] of parts.entries()) {
    const listGoesOn = part.kind === 'item' && parts[index - 1]?.kind === 'item'
    text += (index === 0 ? '' : listGoesOn ? '\n' : '\n\n') + write(part)
  }
  return text
}

function plainPart(part: Part): string {
  if (part.kind === 'code') return part.lines.join('\n')
  const text = part.runs.map(({ text, href }) => (href === undefined ? text : `${text} (${href})`)).join('')
  return part.kind === 'item' ? `${part.marker} ${text}` : text
}

function markdownPart(part: Part): string {
  if (part.kind === 'code') return ['```', ...part.lines, '```'].join('\n')
  const text = part.runs.map(markdownRun).join('')
  if (part.kind === 'item') return `${part.marker === '•' ? '-' : part.marker} ${text}`
  return text.replace(/^[-+>#]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2')
}

function markdownRun({ text, bold, code, href }: Run): string {
  if (code) return codeSpan(text)
  const written = escaped(text)
  const linked = href === undefined ? written : `[${written}](${href.replaceAll(')', '%29')})`
  return bold ? `**${linked}**` : linked
}

function escaped(text: string): string {
  const entities = text.replaceAll(/&(?=#?\w+;)/g, '&amp;').replaceAll('<', '&lt;')
  return entities.replaceAll(/[\\`*_[\]~|]/g, '\\$&')
}

function codeSpan(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}
