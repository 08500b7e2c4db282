/** Cuts blocks at their headings. A heading that is a label ("Cause", "Step 2") stays inside its section. */
import type { Block, Heading } from './block.ts'
import { labelAlone, labelBefore } from './labels.ts'

export interface Section {
  readonly title: string
  readonly line: number
  /** True: the source promised this heading, the place is a guess. */
  readonly guessed: boolean
  readonly blocks: readonly Block[]
}

/** What stands before the first heading is a section without a title. */
export function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  return atHeadings(blocks).flatMap(atQuestions)
}

function atHeadings(blocks: readonly Block[]): readonly Section[] {
  const sections: (Omit<Section, 'blocks'> & { blocks: Block[] })[] = []
  for (const block of blocks) {
    const inner = block.kind === 'heading' ? labelled(block) : block
    const last = sections.at(-1)
    if (inner === undefined && block.kind === 'heading')
      sections.push({ title: block.text, line: block.line, guessed: block.guessed === true, blocks: [] })
    else if (inner !== undefined && last) last.blocks.push(inner)
    else if (inner !== undefined)
      sections.push({ title: '', line: block.line, guessed: false, blocks: [inner] })
  }
  return sections
}

/** "Q: … A: … Q: … A: …" under one heading or none: each question is a topic of its own. */
function atQuestions(section: Section): readonly Section[] {
  const at = section.blocks.flatMap((block, i) => (asks(block) ? [i] : []))
  if (at.length === 0 || (at.length === 1 && section.title !== '')) return [section]
  const before = { ...section, blocks: section.blocks.slice(0, at[0]) }
  return [before, ...at.map((from, n) => questionOf(section.blocks.slice(from, at[n + 1])))]
}

function asks(block: Block): boolean {
  return block.kind === 'paragraph' && block.label === 'symptom' && block.column !== true && block.text !== ''
}

function questionOf([question, ...blocks]: readonly Block[]): Section {
  const title = question?.kind === 'paragraph' ? question.text.replace(/\s+/g, ' ') : ''
  return { title, line: question?.line ?? 1, guessed: false, blocks }
}

const stepHeading = /^(?:step|schritt|étape|etape|passo|passaggio|paso)\s+\d{1,2}\s*[:.–-]?\s*/iu

function labelled({ text, line }: Heading): Block | undefined {
  const label = labelAlone(text)
  if (label) return { kind: 'paragraph', line, text: '', label }
  if (stepHeading.test(text))
    return { kind: 'paragraph', line, text: text.replace(stepHeading, ''), label: 'solution' }
  const before = labelBefore(text)
  const inside = before && before.label !== 'symptom'
  return inside ? { kind: 'paragraph', line, text: before.rest, label: before.label } : undefined
}
