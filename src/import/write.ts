/** Puts articles on the disk: everything or nothing, and never over something that is there. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../errors.ts'
import type { ArticleFiles } from '../knowledge/article/parse.ts'

/** Returns the folders of the articles. Throws AppError('bad-request') when one of them is there already. */
export function writeArticles(
  folder: string,
  articles: readonly ArticleFiles[],
  files: Readonly<Record<string, string>> = {},
): readonly string[] {
  const folders = articles.map(({ id }) => join(folder, id))
  const own = Object.keys(files).map(name => join(folder, name))
  refuseExisting([...folders, ...own])
  mkdirSync(folder, { recursive: true })
  for (const [i, article] of articles.entries()) writeArticle(folders[i] ?? folder, article)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { flag: 'wx' })
  return folders
}

/** Throws AppError('bad-request') when one of the paths is there. */
export function refuseExisting(paths: readonly string[]): void {
  const there = paths.filter(path => existsSync(path))
  if (there.length === 0) return
  const cure = 'nothing was written: choose another name or folder, or delete it first'
  throw new AppError('bad-request', `${there.join(', ')} exists already; ${cure}.`)
}

function writeArticle(folder: string, { structure, texts }: ArticleFiles): void {
  mkdirSync(folder)
  writeFileSync(join(folder, 'article.yaml'), structure, { flag: 'wx' })
  for (const [language, text] of texts) writeFileSync(join(folder, `${language}.md`), text, { flag: 'wx' })
}
