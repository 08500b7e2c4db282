/** Blocks of speech as card elements. All text stands in text runs, which show it literally. */
import type { Block } from '../../speech/spoken.ts'
import {
  type ColumnSet,
  type Container,
  type Element,
  richText,
  run,
  type Spacing,
  type TextRun,
} from './elements.ts'
import type { Run } from './inline.ts'
import { type Part, parseMarkdown } from './markdown.ts'

type Note = Extract<Block, { kind: 'note' }>
type Look = Pick<TextRun, 'isSubtle'>

export function elementsOf(block: Block): readonly Element[] {
  switch (block.kind) {
    case 'text':
      return textElements(block.markdown)
    case 'step':
      return stepElements(block.heading, block.facts)
    case 'note':
      return noteElements(block)
  }
}

function textElements(markdown: string, look: Look = {}, first: Spacing = 'Default'): readonly Element[] {
  const parts = parseMarkdown(markdown)
  return parts.map((part, index) => {
    const follows = part.kind === 'item' && parts[index - 1]?.kind === 'item'
    return elementOf(part, look, index === 0 ? first : follows ? 'Small' : 'Default')
  })
}

function elementOf(part: Part, look: Look, spacing: Spacing): Element {
  switch (part.kind) {
    case 'paragraph':
      return richText(runsOf(part.runs, look), spacing)
    case 'item':
      return listItem(part.marker, runsOf(part.runs, look), look, spacing)
    case 'code':
      return codeBlock(part.lines)
  }
}

/** A list item whose second line begins below the first, not below the number. */
function listItem(marker: string, runs: readonly TextRun[], look: Look, spacing: Spacing): ColumnSet {
  return {
    type: 'ColumnSet',
    spacing,
    columns: [
      { type: 'Column', width: 'auto', items: [richText([run(marker, look)])] },
      { type: 'Column', width: 'stretch', spacing: 'Small', items: [richText(runs)] },
    ],
  }
}

/** Commands, to be copied as they are. */
function codeBlock(lines: readonly string[]): Container {
  const items = lines.map((line, index) =>
    richText([run(line === '' ? ' ' : line, { fontType: 'Monospace' })], index === 0 ? 'Default' : 'None'),
  )
  return { type: 'Container', style: 'emphasis', items }
}

function runsOf(runs: readonly Run[], look: Look): readonly TextRun[] {
  return runs.map(({ text, bold, code, href }) =>
    run(text, {
      ...look,
      ...(bold && { weight: 'Bolder' }),
      ...(code && { fontType: 'Monospace' }),
      ...(href !== undefined && { selectAction: { type: 'Action.OpenUrl', url: href } }),
    }),
  )
}

function stepElements(heading: string, facts: readonly string[]): readonly Element[] {
  const small = richText([run(facts.join(' · '), { isSubtle: true, size: 'Small' })], 'None')
  return [
    {
      type: 'TextBlock',
      text: asTextBlock(heading),
      wrap: true,
      style: 'heading',
      size: 'Medium',
      weight: 'Bolder',
    },
    ...(facts.length === 0 ? [] : [small]),
  ]
}

/** Only a TextBlock can be a heading for screen readers, and only a TextBlock reads Markdown. */
function asTextBlock(text: string): string {
  return text.replaceAll(/[\\*_[\]]/g, '\\$&')
}

function noteElements({ label, markdown, tone }: Note): readonly Element[] {
  const look = tone === 'quiet' ? { isSubtle: true } : {}
  const title = richText([run(label, { ...look, weight: 'Bolder', size: 'Small' })])
  const elements = [title, ...textElements(markdown, look, 'None')]
  return tone === 'quiet' ? elements : [{ type: 'Container', style: 'warning', items: elements }]
}
