import { readFileSync, writeFileSync } from 'node:fs'
import { AppError } from '../../errors.ts'
import type { ArticleFiles } from '../../knowledge/article/parse.ts'
import { sourceHash, stamped } from '../../knowledge/article/stamp.ts'
import { readFolder } from '../../knowledge/folders.ts'
import { type Command, folders, library, ownFolder, print } from './command.ts'

export const command: Command = {
  usage: 'stamp [article …]',
  summary: 'Marks the translations of these articles as up to date; without ids, those never marked.',
  run(ids) {
    const articles = (ownFolder ? [ownFolder] : folders).flatMap(folder => readFolder(folder, []).articles)
    const unknown = ids.filter(id => !articles.some(article => article.id === id))
    if (unknown.length > 0) throw new AppError('not-found', `There is no article ${unknown.join(', ')} here.`)
    const known = library().articles
    for (const files of articles) {
      const source = known.get(files.id)?.source
      if (source && (ids.length === 0 || ids.includes(files.id))) stampArticle(files, source, ids.length > 0)
    }
  },
}

function stampArticle({ folder, texts }: ArticleFiles, source: string, again: boolean): void {
  const hash = sourceHash(texts.get(source) ?? '')
  for (const language of texts.keys()) {
    const path = `${folder}/${language}.md`
    const text = readFileSync(path, 'utf8')
    if (language === source || (!again && /^of:/m.test(text))) continue
    const after = stamped(text, hash)
    if (after === text) continue
    writeFileSync(path, after)
    print(`${path} is marked as a translation of ${source}.md ${hash}.`)
  }
}
