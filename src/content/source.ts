/** Everything that authors and translators write, read and checked: plain values that can go from thread to thread. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError } from '../errors.ts'
import type { Language } from '../knowledge/article.ts'
import { shippedKnowledge } from '../knowledge/folders.ts'
import { type Library, readLibrary } from '../knowledge/library.ts'
import {
  readFactFiles,
  readSentences,
  readWordFiles,
  type Sentences,
  type WordFiles,
} from '../speech/locales.ts'

export interface ContentOptions {
  /** The helpdesk's own folder, laid over the shipped one; its `locales/` is laid over the shipped languages. */
  readonly knowledgeFolder?: string | undefined
  readonly packs?: readonly string[] | undefined
  readonly defaultLanguage?: string | undefined
  /** Instead of the folders that come with the program, for tools that work on copies. */
  readonly shipped?: { readonly knowledge?: string; readonly locales?: string } | undefined
  /** Where trained matchers are kept; by default where `npm ci` puts that of the shipped knowledge. */
  readonly cacheFolder?: string | undefined
}

/** Names one state of the content, for the log, the metrics and people who compare machines. */
export interface Version {
  /** Twelve hexadecimal digits; the same content has the same on every machine. */
  readonly hash: string
  readonly articles: number
  /** Those that the dialogs are written in. */
  readonly languages: readonly Language[]
}

export interface Source {
  readonly library: Library
  readonly sentences: Sentences
  readonly words: WordFiles
  readonly facts: WordFiles
  readonly version: Version
}

const shippedLocales = fileURLToPath(new URL('../../locales', import.meta.url))

/** Throws AppError('content') with every problem of every file. */
export function readSource(options: ContentOptions): Source {
  const problems: string[] = []
  const folders = localeFoldersOf(options)
  const library = collected(() => readKnowledge(options), problems)
  const sentences = collected(() => readSentences(folders), problems)
  const words = collected(() => readWordFiles(folders), problems)
  const facts = collected(() => readFactFiles(folders), problems)
  if (!library || !sentences || !words || !facts) throw broken(problems)
  return { library, sentences, words, facts, version: versionOf(library, sentences, words, facts) }
}

export function readKnowledge(options: ContentOptions): Library {
  const { packs } = options
  return readLibrary({ folders: knowledgeFoldersOf(options), ...(packs && { packs }) })
}

/** Every folder whose change is a change of the content. */
export function foldersOf(options: ContentOptions): readonly string[] {
  return [...new Set([...knowledgeFoldersOf(options), ...localeFoldersOf(options)])]
}

/** The shipped one first, the helpdesk's own last. */
export function knowledgeFoldersOf({ shipped, knowledgeFolder }: ContentOptions): readonly string[] {
  const first = shipped?.knowledge ?? shippedKnowledge
  return knowledgeFolder ? [first, knowledgeFolder] : [first]
}

export function localeFoldersOf({ shipped, knowledgeFolder }: ContentOptions): readonly string[] {
  const first = shipped?.locales ?? shippedLocales
  const own = knowledgeFolder && join(knowledgeFolder, 'locales')
  return own && existsSync(own) ? [first, own] : [first]
}

function collected<T>(read: () => T, problems: string[]): T | undefined {
  try {
    return read()
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    problems.push(...(thrown.problems.length > 0 ? thrown.problems : [thrown.message]))
    return undefined
  }
}

function broken(problems: readonly string[]): AppError {
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`
  return new AppError('content', `The knowledge has ${count}; correct the named lines and load it again.`, {
    problems,
  })
}

function versionOf(library: Library, sentences: Sentences, words: WordFiles, facts: WordFiles): Version {
  const everything = JSON.stringify([library.hash, sentences, words, facts])
  const hash = createHash('sha256').update(everything).digest('hex').slice(0, 12)
  return { hash, articles: library.articles.size, languages: Object.keys(sentences).sort() }
}
