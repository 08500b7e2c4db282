/** Parses one article: article.yaml and its <language>.md files become an Article, or a list of all problems. */
import type { Article, ArticleText, Language, SignatureId, TopicId } from '../article.ts'
import { checkPlaceholders, type Terms } from '../placeholders.ts'
import { reporter } from './problems.ts'
import { readStructure, type Structure } from './structure.ts'
import { readText, splitText } from './text.ts'

/** The files of one article's folder, read. */
export interface ArticleFiles {
  readonly id: TopicId
  readonly pack: string
  /** Path of the folder as shown in problems. */
  readonly folder: string
  /** Text of article.yaml. */
  readonly structure: string
  /** Text of each <language>.md. */
  readonly texts: ReadonlyMap<Language, string>
}

export interface Parsed {
  /** With problems it has gaps: texts that are missing are empty. Absent when article.yaml cannot be read. */
  readonly draft?: Article
  readonly problems: readonly string[]
  /** Translations that are older than their source, with file and line. */
  readonly stale: readonly string[]
}

/** What an article may refer to. Without `codes` its signatures are not checked. */
export interface Known extends Terms {
  readonly codes?: { has(id: SignatureId): boolean }
}

export function parseArticle(files: ArticleFiles, known: Known): Parsed {
  const problems: string[] = []
  const report = reporter(`${files.folder}/article.yaml`, problems)
  const structure = readStructure(files.structure, report, known.codes)
  if (structure !== undefined && !files.texts.has(structure.source)) {
    report(1, `source is "${structure.source}", but there is no ${structure.source}.md.`)
  }
  const texts = structure === undefined ? undefined : readTexts(files, structure, known, problems)
  if (structure === undefined || texts === undefined) return { problems, stale: [] }
  const draft = { id: files.id, pack: files.pack, ...structure, texts }
  return { draft, problems, stale: problems.length > 0 ? [] : staleTexts(draft, files.folder) }
}

function staleTexts(article: Article, folder: string): readonly string[] {
  const hash = article.texts[article.source]?.hash
  const stale = Object.values(article.texts).filter(t => t.language !== article.source && t.of !== hash)
  return stale.map(({ language, of }) => {
    const what = of === undefined ? 'does not say which' : 'translates an older'
    const cure = `compare the two, then run "npm run kb -- stamp ${article.id}"`
    return `${folder}/${language}.md:1 ${what} ${article.source}.md; ${cure}.`
  })
}

function readTexts(
  files: ArticleFiles,
  structure: Structure,
  terms: Terms,
  problems: string[],
): Readonly<Record<Language, ArticleText>> {
  const split = [...files.texts].map(([language, raw]) => {
    const report = reporter(`${files.folder}/${language}.md`, problems)
    return { text: splitText(language, raw, report), report }
  })
  const source = split.find(({ text }) => text.language === structure.source)?.text
  const texts: Record<Language, ArticleText> = Object.create(null)
  for (const { text, report } of split) {
    checkPlaceholders(text.raw, terms, report)
    texts[text.language] = readText(text, structure, text === source ? undefined : source, report)
  }
  return texts
}
