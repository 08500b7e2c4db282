/** The whole knowledge: shipped packs, overlaid by the helpdesk's own. */
import { createHash } from 'node:crypto'
import { AppError, messageOf } from '../errors.ts'
import { type ArticleFiles, parseArticle } from './article/parse.ts'
import type { Article, TopicId } from './article.ts'
import { type FolderFiles, readFolder, type SharedFile } from './folders.ts'
import { readTerms, type Term, type Terms } from './placeholders.ts'
import { type Codes, readCodes } from './signature.ts'

export interface Library extends Terms {
  /** By id, in alphabetical order of the ids. */
  readonly articles: ReadonlyMap<TopicId, Article>
  readonly codes: Codes
  /** SHA-256 of everything that was read, hexadecimal: the same content has the same hash on every machine. */
  readonly hash: string
  /** Translations older than the text they translate, with file and line. They serve all the same. */
  readonly stale: readonly string[]
}

export interface LibraryOptions {
  /** The shipped folder first, the helpdesk's own last; a later one replaces articles and terms by id. */
  readonly folders: readonly string[]
  /** Names of the packs to use; absent: all. */
  readonly packs?: readonly string[] | undefined
}

/** Everything that could be read, and what is wrong with it: for those who go on where the service must stop. */
export interface Survey {
  /** Holds every article that has a structure, also one with problems. */
  readonly library: Library
  /** As `file:line sentence`. */
  readonly problems: readonly string[]
  /** The files of the articles in `library` and of those that could not be read at all. */
  readonly files: readonly ArticleFiles[]
  /** Every glossary.yaml and organisation.yaml. */
  readonly terms: readonly SharedFile[]
}

/** Reads, checks and overlays. Throws AppError('content') with every problem of every file. */
export function readLibrary(options: LibraryOptions): Library {
  const { library, problems } = surveyLibrary(options)
  if (problems.length > 0) throw broken(problems)
  return library
}

/** As readLibrary, but hands back what is there when something is wrong. */
export function surveyLibrary({ folders, packs }: LibraryOptions): Survey {
  const problems: string[] = []
  const read = folders.map(folder => readFolder(folder, problems))
  const files = overlay(read, problems).filter(({ pack }) => packs?.includes(pack) ?? true)
  const terms = readAllTerms(read, problems)
  const codes = readAllCodes(read, problems)
  const parsed = files.map(files => parseArticle(files, { ...terms, ...(codes && { codes: codes.byId }) }))
  problems.push(...parsed.flatMap(p => p.problems), ...unknownPacks(read, packs))
  const library = {
    articles: new Map(parsed.flatMap(({ draft }) => (draft ? [[draft.id, draft]] : []))),
    codes: codes ?? readCodes([], 'codes.json'),
    ...terms,
    hash: hashOf(files, read),
    stale: parsed.flatMap(p => p.stale),
  }
  return { library, problems, files, terms: read.flatMap(r => [...r.glossaries, ...r.organisations]) }
}

/** One article for each id: the last folder's, which keeps the pack of the one that it replaces. */
function overlay(read: readonly FolderFiles[], problems: string[]): readonly ArticleFiles[] {
  const chosen = new Map<TopicId, ArticleFiles>()
  for (const { articles } of read) {
    const here = new Map<TopicId, ArticleFiles>()
    for (const files of articles) {
      const twin = here.get(files.id)
      if (twin) problems.push(`${files.folder}/article.yaml:1 the id is taken by ${twin.folder}; rename one.`)
      here.set(files.id, files)
    }
    for (const [id, files] of here) chosen.set(id, { ...files, pack: chosen.get(id)?.pack ?? files.pack })
  }
  return [...chosen.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function readAllTerms(read: readonly FolderFiles[], problems: string[]): Terms {
  const glossary = mergeTerms(
    read.map(r => r.glossaries),
    problems,
  )
  const organisation = mergeTerms(
    read.map(r => r.organisations),
    problems,
  )
  return { glossary, organisation }
}

/** A later folder replaces a term; within one folder two packs must not say different things by one name. */
function mergeTerms(
  folders: readonly (readonly SharedFile[])[],
  problems: string[],
): ReadonlyMap<string, Term> {
  const merged = new Map<string, Term>()
  for (const files of folders) {
    const here = new Map<string, string>()
    for (const { file, text } of files) {
      for (const [id, term] of readTerms(text, file, problems)) {
        const twin = here.get(id)
        if (twin !== undefined) problems.push(`${file}:1 "${id}" stands in ${twin} already; rename one.`)
        here.set(id, file)
        merged.set(id, term)
      }
    }
  }
  return merged
}

/** A later folder's codes.json adds codes and replaces those of the same id. */
function readAllCodes(read: readonly FolderFiles[], problems: string[]): Codes | undefined {
  const files = read.flatMap(r => r.codes)
  if (files.length === 0) problems.push('codes.json:1 is missing; the shipped knowledge folder has one.')
  const lists = files.flatMap(({ file, text }) => listOf(file, text, problems))
  if (lists.length === 0 || lists.length < files.length) return undefined
  try {
    return readCodes(lists.reduce(replaceCodes), files.map(({ file }) => file).join(' + '))
  } catch (thrown) {
    problems.push(...(thrown instanceof AppError ? thrown.problems : [messageOf(thrown)]))
    return undefined
  }
}

/** Doubles within one list stay, so that readCodes can complain of them. */
function replaceCodes(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const replaced = new Set(after.map(idOf))
  return [...before.filter(entry => !replaced.has(idOf(entry))), ...after]
}

function idOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : entry
}

function listOf(file: string, text: string, problems: string[]): readonly (readonly unknown[])[] {
  try {
    const json: unknown = JSON.parse(text)
    if (Array.isArray(json)) return [json]
    problems.push(`${file}:1 must be a list of codes.`)
  } catch (thrown) {
    problems.push(`${file}:1 is no JSON: ${messageOf(thrown)}.`)
  }
  return []
}

function unknownPacks(read: readonly FolderFiles[], packs: readonly string[] = []): readonly string[] {
  const known = new Set(read.flatMap(({ articles }) => articles.map(({ pack }) => pack)))
  return packs
    .filter(pack => !known.has(pack))
    .map(pack => `KNOWLEDGE_PACKS names "${pack}", which is no pack.`)
}

function broken(problems: readonly string[]): AppError {
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`
  return new AppError('content', `The knowledge has ${count}; correct the named lines and load it again.`, {
    problems,
  })
}

function hashOf(chosen: readonly ArticleFiles[], read: readonly FolderFiles[]): string {
  const shared = read.flatMap(r => [...r.glossaries, ...r.organisations, ...r.codes].map(({ text }) => text))
  const articles = chosen.map(({ id, pack, structure, texts }) => [id, pack, structure, [...texts]])
  return createHash('sha256')
    .update(JSON.stringify([shared, articles]))
    .digest('hex')
}
