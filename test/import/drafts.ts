/** Imports a document and loads its drafts as the service would. */
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { type Draft, draftOf } from '../../src/import/draft.ts'
import { writeArticles } from '../../src/import/write.ts'
import type { Article } from '../../src/knowledge/article.ts'
import { readLibrary } from '../../src/knowledge/library.ts'
import { readCodes } from '../../src/knowledge/signature.ts'
import { folderOf } from '../knowledge/folder.ts'

const catalogue = readFileSync('knowledge/codes.json', 'utf8')
const codes = readCodes(JSON.parse(catalogue), 'codes.json')

export interface Imported extends Draft {
  /** By id, as the loader reads them. */
  readonly loaded: ReadonlyMap<string, Article>
}

export function imported(
  name: string,
  text: string,
  language = 'en',
  owners: [string, string][] = [],
): Imported {
  const source = { name, text, encoding: 'utf-8' }
  const draft = draftOf(source, { language, codes, owners: new Map(owners), taken: new Set() })
  return { ...draft, loaded: loadedFrom(draft) }
}

/** Beside the real codes, against which the signatures are checked. */
function loadedFrom(draft: Draft): ReadonlyMap<string, Article> {
  const folder = folderOf({ 'codes.json': catalogue })
  writeArticles(folder, draft.articles, { 'REVIEW.md': draft.review })
  const { articles } = readLibrary({ folders: [folder] })
  const own = draft.outlines.map(({ id }) => [id, articles.get(id)] as const)
  return new Map(own.flatMap(([id, article]) => (article ? [[id, article]] : [])))
}

/** The names of an article's causes and the texts of its steps. */
export function wordsOf(draft: Imported, id: string) {
  const article = draft.loaded.get(id)
  const text = article?.texts[article.source]
  expect(text, `draft ${id}; there are ${[...draft.loaded.keys()].join(', ')}`).toBeDefined()
  return {
    title: text?.title,
    intro: text?.intro,
    phrases: text?.phrases,
    causes: Object.values(text?.causes ?? {}),
    steps: Object.values(text?.steps ?? {}).map(({ body }) => body),
    warnings: Object.values(text?.steps ?? {}).flatMap(({ warning }) => warning ?? []),
  }
}
