/** What lies on the linter's desk: everything the rules look at, read once. */

import { type Page, splitPage } from '../article/markdown.ts'
import type { ArticleFiles } from '../article/parse.ts'
import { readYaml, type Yaml } from '../article/yaml.ts'
import type { Article, Language, StepId, TopicId } from '../article.ts'
import type { SharedFile } from '../folders.ts'
import type { DetectLanguage } from '../language.ts'
import type { Library, Survey } from '../library.ts'
import { fill } from '../placeholders.ts'
import { type Passage, passagesOf } from './passages.ts'

export interface Desk {
  readonly library: Library
  readonly sheets: readonly Sheet[]
  /** Also of articles that could not be read. */
  readonly files: readonly ArticleFiles[]
  /** Every glossary.yaml and organisation.yaml. */
  readonly terms: readonly SharedFile[]
  readonly locales: readonly LocaleFile[]
  readonly detect: DetectLanguage
  readonly showStep: ShowStep
}

/** An article with its files. */
export interface Sheet {
  readonly article: Article
  /** Path of article.yaml. */
  readonly file: string
  /** article.yaml as a tree that knows its lines. */
  readonly yaml: Yaml | undefined
  readonly pages: ReadonlyMap<Language, PageOf>
}

export interface PageOf {
  readonly file: string
  readonly page: Page
  readonly passages: readonly Passage[]
}

/** locales/<language>/bot.json or words.json. */
export interface LocaleFile extends SharedFile {
  readonly language: Language
  /** `bot.json` */
  readonly name: string
}

/** The card of a step in bytes as it goes over the wire, before anything is shortened to fit. */
export interface Shown {
  readonly bytes: number
  readonly most: number
}
export type ShowStep = (topic: TopicId, step: StepId, language: Language) => Shown

/** What comes from outside the knowledge: the sentences of the bot, its cards, a detector of languages. */
export type Surroundings = Pick<Desk, 'locales' | 'detect' | 'showStep'>

export function deskOf(survey: Survey, surroundings: Surroundings): Desk {
  const { library, terms, files } = survey
  const sheets = files.flatMap(files => sheetOf(files, library.articles.get(files.id)) ?? [])
  return { library, sheets, files, terms, ...surroundings }
}

function sheetOf(files: ArticleFiles, article: Article | undefined): Sheet | undefined {
  if (article === undefined) return undefined
  const pages = [...files.texts].map(([language, raw]): [Language, PageOf] => {
    const file = `${files.folder}/${language}.md`
    const page = splitPage(raw, silent)
    return [language, { file, page, passages: passagesOf({ article, language, file, raw, page }) }]
  })
  const yaml = readYaml(files.structure, silent)
  return { article, file: `${files.folder}/article.yaml`, yaml, pages: new Map(pages) }
}

/** The loader has told its problems already. */
function silent(): void {}

/** Every passage of every article. */
export function* allPassages({ sheets }: Desk): Iterable<Passage> {
  for (const { pages } of sheets) for (const { passages } of pages.values()) yield* passages
}

/** The text with its placeholders filled, as people read it. */
export function read(desk: Desk, { text, language }: Passage): string {
  return fill(text, language, desk.library)
}

/** Line of a step in article.yaml. */
export function lineOfStep({ yaml }: Sheet, step: StepId): number {
  return fieldLine(yaml, ['steps', step])
}

/** Line of a value by its keys; that of the nearest one above it when a key is missing. */
export function fieldLine(yaml: Yaml | undefined, keys: readonly string[]): number {
  const [key, ...rest] = keys
  const inside = key !== undefined && yaml?.kind === 'map' ? yaml.entries.get(key) : undefined
  return inside === undefined ? (yaml?.line ?? 1) : fieldLine(inside, rest)
}
