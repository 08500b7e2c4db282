/** REVIEW.md: what the author has to look at, because a machine cannot know it. */
import type { OpenPlace } from '../knowledge/article/open.ts'
import { beginningOf, type Remark } from './block.ts'
import type { Outline } from './outline.ts'
import type { Topic } from './topic.ts'

export interface Reviewed {
  readonly name: string
  readonly format: string
  readonly encoding: string
  readonly language: string
  readonly topics: readonly Topic[]
  readonly outlines: readonly Outline[]
  readonly open: readonly OpenPlace[]
  /** Sections without causes and steps. */
  readonly unused: readonly Topic[]
  readonly noticed: readonly Remark[]
  readonly stripped: readonly Remark[]
}

export function reviewOf(read: Reviewed): string {
  const { name, format, encoding, language, noticed, stripped } = read
  const parts = [
    `# Review of ${name}`,
    `Read as ${format}, ${encoding}, language "${language}": ${countsOf(read)}. Lines are those of ${name}.`,
    ...part(
      'Noticed',
      noticed.map(({ line, text }) => `line ${line}: ${text}`),
    ),
    ...part('To decide in every article', [
      'The wording of the source is not yours to publish unless you own it: write it anew.',
      'Write phrases as employees say them, and what happens and why.',
      'Give each step its person, minutes and risk; cut steps that do two things.',
      'Say how likely each cause is, and which questions tell causes apart.',
    ]),
    ...part(
      'Open places',
      read.open.map(place => `${place.file}:${place.line} ${place.question}`),
    ),
    ...part('Left out of the drafts', leftOut(read)),
    ...part(
      'Related topics that the source names',
      read.topics.flatMap(topic => topic.related.map(remark)),
    ),
    ...part('Stripped as page furniture', stripped.map(remark)),
  ]
  return `${parts.join('\n\n')}\n`
}

function countsOf({ outlines }: Reviewed): string {
  const count = (of: (outline: Outline) => readonly unknown[]) =>
    outlines.reduce((n, o) => n + of(o).length, 0)
  return [
    `${outlines.length} articles`,
    `${count(o => o.causes)} causes`,
    `${count(o => o.steps)} steps`,
    `${count(o => [...o.signatures, ...o.hints])} codes`,
  ].join(', ')
}

/** Nothing for a part without lines. */
function part(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.map(line => `- ${line}`).join('\n')]
}

function remark({ line, text }: Remark): string {
  return `line ${line}: ${beginningOf(text)}`
}

function leftOut({ topics, unused }: Reviewed): readonly string[] {
  const sections = unused.filter(({ section }) => section.title !== '' || section.blocks.length > 0)
  return [
    ...sections.map(({ section }) => {
      const what = section.title === '' ? 'the text before the first heading' : `section "${section.title}"`
      return `line ${section.line}: ${what} has no cause and no step`
    }),
    ...topics.flatMap(({ leftOut }) => leftOut.map(remark)),
  ]
}
