/** A document becomes drafts: one article for each topic, and a review of what is open. Pure. */
import { AppError } from '../errors.ts'
import { openPlaces } from '../knowledge/article/open.ts'
import type { ArticleFiles } from '../knowledge/article/parse.ts'
import type { Language } from '../knowledge/article.ts'
import type { Blocks, Remark } from './block.ts'
import { withContents } from './contents.ts'
import { type Format, formatOf } from './format.ts'
import { withoutFurniture } from './furniture.ts'
import { htmlBlocks } from './html.ts'
import { markdownBlocks } from './markdown.ts'
import type { Outline } from './outline.ts'
import { outlinesOf, type Surroundings } from './outline-of.ts'
import { withLabels } from './pieces.ts'
import { plainTextBlocks } from './plain-text.ts'
import { articleFiles } from './render.ts'
import { reviewOf } from './review.ts'
import { sectionsOf } from './sections.ts'
import type { Source } from './source.ts'
import { tableBlocks } from './table.ts'
import { type Topic, topicOf } from './topic.ts'

export interface Draft {
  readonly outlines: readonly Outline[]
  readonly articles: readonly ArticleFiles[]
  /** Text of REVIEW.md. */
  readonly review: string
  /** Places that the author has to decide. */
  readonly open: number
}

export interface DraftOptions extends Surroundings {
  readonly language: Language
}

const readers: Readonly<Record<Format, (text: string) => Blocks>> = {
  markdown: markdownBlocks,
  html: htmlBlocks,
  'plain text': plainTextBlocks,
  csv: tableBlocks,
}

/** Throws AppError('bad-request') for a document without a single topic. */
export function draftOf(source: Source, { language, ...around }: DraftOptions): Draft {
  const format = formatOf(source)
  const read = withContents(withoutFurniture(withLabels(readers[format](source.text))))
  const all = sectionsOf(read.blocks).map(section => topicOf(section, language))
  const topics = all.filter(hasWork)
  if (topics.length === 0) throw noTopic(source.name)
  const outlines = outlinesOf(topics, language, around)
  const unused = all.filter(topic => !hasWork(topic))
  const { stripped } = read
  const noticed = [...read.noticed, ...unused.flatMap(systemsOf)]
  const { name, encoding } = source
  const articles = outlines.map(outline => articleFiles(outline, 'drafts', outline.id))
  const open = articles.flatMap(openPlaces)
  const review = reviewOf({
    ...{ name, encoding, format, language, noticed, stripped },
    ...{ topics, outlines, unused, open },
  })
  return { outlines, articles, review, open: open.length }
}

/** A section without a title has no topic, one without a cause or step nothing to do. */
function hasWork({ section, causes, steps }: Topic): boolean {
  return section.title !== '' && causes.length + steps.length > 0
}

/** What the head of the document says of its systems counts for every topic. */
function systemsOf({ section, appliesTo }: Topic): readonly Remark[] {
  return appliesTo.map(systems => ({ line: section.line, text: `the source applies to ${systems}` }))
}

function noTopic(name: string): AppError {
  const cure = 'It needs headings with causes ("Cause: …"), steps or lists below them'
  return new AppError('bad-request', `${name}: no topic was found. ${cure}; see docs/knowledge.md.`)
}
