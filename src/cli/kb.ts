/**
 * The author's tools.
 *   list [--json]   what the library holds
 *   lint            loads everything and prints every problem with file and line; exit code 1 if there is one
 *   stamp [id …]    marks the translations of these articles as up to date; without ids, those never marked
 * KNOWLEDGE_DIR and KNOWLEDGE_PACKS count as they do for the service.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { AppError } from '../errors.ts'
import type { ArticleFiles } from '../knowledge/article/parse.ts'
import { sourceHash, stamped } from '../knowledge/article/stamp.ts'
import { readFolder, shippedKnowledge } from '../knowledge/folders.ts'
import { type Library, readLibrary } from '../knowledge/library.ts'
import { type Listed, listing } from '../knowledge/listing.ts'
import { failPlainly } from './fail.ts'

const own = process.env.KNOWLEDGE_DIR
const folders = own ? [shippedKnowledge, own] : [shippedKnowledge]

function main(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  })
  const [command, ...ids] = positionals
  if (command === 'list') list(read(), values.json)
  else if (command === 'lint') lint()
  else if (command === 'stamp') stamp(ids)
  else throw new AppError('bad-request', 'Usage: npm run kb -- list [--json] | lint | stamp [article …]')
}

function read(): Library {
  const packs = process.env.KNOWLEDGE_PACKS
  return readLibrary({ folders, ...(packs && { packs: packs.split(',').map(name => name.trim()) }) })
}

function list(library: Library, json: boolean): void {
  const articles = listing(library)
  print(json ? JSON.stringify(articles, null, 2) : articles.map(lineOf).join('\n'))
}

function lineOf({ id, pack, languages, steps }: Listed): string {
  const shown = steps.filter(({ by }) => by === 'employee').length
  const names = Object.keys(languages).join(' ')
  return `${pack}/${id}  ${names}  ${shown} steps for employees, ${steps.length - shown} for others`
}

/** Stale translations are problems for an author, though the service would run with them. */
function lint(): void {
  const library = read()
  for (const sentence of library.stale) print(sentence)
  if (library.stale.length > 0) process.exitCode = 1
  else print(`${library.articles.size} articles in ${[...languagesOf(library)].join(', ')}: no problems.`)
}

function languagesOf(library: Library): ReadonlySet<string> {
  return new Set([...library.articles.values()].flatMap(({ texts }) => Object.keys(texts)).sort())
}

function stamp(ids: readonly string[]): void {
  const articles = (own ? [own] : folders).flatMap(folder => readFolder(folder, []).articles)
  const unknown = ids.filter(id => !articles.some(article => article.id === id))
  if (unknown.length > 0) throw new AppError('not-found', `There is no article ${unknown.join(', ')} here.`)
  const known = read().articles
  for (const files of articles) {
    const source = known.get(files.id)?.source
    if (source && (ids.length === 0 || ids.includes(files.id))) stampArticle(files, source, ids.length > 0)
  }
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

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

try {
  main()
} catch (thrown) {
  failPlainly(thrown)
}
