/** Finds and reads the files of the content folders; the only room of the knowledge that touches the disk. */
import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ArticleFiles } from './article/parse.ts'
import type { Language } from './article.ts'

/** The packs that come with the program. */
export const shippedKnowledge = fileURLToPath(new URL('../../knowledge', import.meta.url))

/** A file of words shared by articles: glossary.yaml, organisation.yaml, codes.json. */
export interface SharedFile {
  /** Path as shown in problems. */
  readonly file: string
  readonly text: string
}

export interface FolderFiles {
  readonly articles: readonly ArticleFiles[]
  readonly glossaries: readonly SharedFile[]
  readonly organisations: readonly SharedFile[]
  readonly codes: readonly SharedFile[]
}

const languageFile = /^([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.md$/

/**
 * Reads one content folder, either layout: packs that hold articles, or articles at once (then the folder's
 * own name is the pack).
 */
export function readFolder(folder: string, problems: string[]): FolderFiles {
  if (!existsSync(folder)) {
    problems.push(`${shown(folder)}:1 this knowledge folder does not exist.`)
    return { articles: [], glossaries: [], organisations: [], codes: [] }
  }
  const { articles: direct, others: packs } = sortFolders(folder)
  const inPacks = packs.flatMap(pack =>
    articlesOf(pack, problems).map(path => readArticleFiles(path, basename(pack), problems)),
  )
  const places = [...packs, folder]
  return {
    articles: [...direct.map(path => readArticleFiles(path, basename(folder), problems)), ...inPacks],
    glossaries: places.flatMap(path => readShared(join(path, 'glossary.yaml'))),
    organisations: places.flatMap(path => readShared(join(path, 'organisation.yaml'))),
    codes: readShared(join(folder, 'codes.json')),
  }
}

/** Articles of a pack; a folder with texts but without article.yaml is a mistake, and so is one too many. */
function articlesOf(pack: string, problems: string[]): readonly string[] {
  const { articles, others } = sortFolders(pack)
  for (const path of [...others, pack].filter(hasTexts)) {
    problems.push(`${shown(path)}/article.yaml:1 this file is missing; the folder has texts only.`)
  }
  for (const path of others.flatMap(folder => sortFolders(folder).articles)) {
    problems.push(`${shown(path)}/article.yaml:1 stands one folder too deep; only pack/article is read.`)
  }
  return articles
}

function sortFolders(folder: string): { articles: readonly string[]; others: readonly string[] } {
  const paths = entriesOf(folder)
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(entry => join(folder, entry.name))
  const isArticle = (path: string) => existsSync(join(path, 'article.yaml'))
  return { articles: paths.filter(isArticle), others: paths.filter(path => !isArticle(path)) }
}

function readArticleFiles(folder: string, pack: string, problems: string[]): ArticleFiles {
  const texts = new Map<Language, string>()
  for (const { name } of entriesOf(folder).filter(entry => entry.name.endsWith('.md'))) {
    const language = languageFile.exec(name)?.[1]
    if (language !== undefined) texts.set(language, readFileSync(join(folder, name), 'utf8'))
    else problems.push(`${shown(folder)}/${name}:1 is not named after a language, as "de.md" is.`)
  }
  return {
    id: basename(folder),
    pack,
    folder: shown(folder),
    structure: readFileSync(join(folder, 'article.yaml'), 'utf8'),
    texts,
  }
}

function readShared(path: string): readonly SharedFile[] {
  return existsSync(path) ? [{ file: shown(path), text: readFileSync(path, 'utf8') }] : []
}

function hasTexts(folder: string): boolean {
  return entriesOf(folder).some(entry => languageFile.test(entry.name))
}

/** By name, so that every machine reads in the same order. */
function entriesOf(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** As an author types it: relative to where the program was started, when it is below. */
export function shown(path: string): string {
  const short = relative(process.cwd(), path)
  return short.startsWith('..') ? path : short
}
