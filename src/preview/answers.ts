/** What each address of the preview answers. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { AppError } from '../errors.ts'
import { showArticle } from './article.ts'
import type { Shelf } from './shelf.ts'

export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string | Buffer
}

const script = 'text/javascript; charset=utf-8'
const folder = new URL('./page/', import.meta.url)
const files: Readonly<Record<string, readonly [name: string, type: string]>> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/page.css': ['page.css', 'text/css; charset=utf-8'],
  '/page.js': ['page.js', script],
  '/parts.js': ['parts.js', script],
  '/cards.js': ['cards.js', script],
}

export function answerTo(path: string, wish: URLSearchParams, shelf: Shelf): Answer {
  const file = Object.hasOwn(files, path) ? files[path] : undefined
  if (file) return { status: 200, type: file[1], body: readFileSync(new URL(file[0], folder)) }
  switch (path) {
    case '/adaptivecards.js':
      return { status: 200, type: script, body: rendererCode() }
    case '/api/library':
      return json(libraryOf(shelf))
    case '/api/article':
      return articleAnswer(shelf, wish)
    default:
      return sentence(404, 'There is nothing here.')
  }
}

export function sentence(status: number, body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body }
}

let renderer: Buffer | undefined

/** Microsoft's library. It is for authors and developers, so a lean installation lacks it: AppError('configuration'). */
export function rendererCode(): Buffer {
  try {
    const entry = createRequire(import.meta.url).resolve('adaptivecards/package.json')
    renderer ??= readFileSync(join(dirname(entry), 'dist/adaptivecards.min.js'))
    return renderer
  } catch {
    const cure = 'run "npm ci" without --omit=dev'
    throw new AppError(
      'configuration',
      `The preview needs the package adaptivecards, which is not here; ${cure}.`,
    )
  }
}

function libraryOf({ articles, languages, faults }: Shelf): object {
  const listed = [...articles.values()].map(({ id, pack, texts, source }) => ({
    id,
    pack,
    title: texts.en?.title ?? texts[source]?.title ?? id,
    languages: Object.keys(texts).sort(),
  }))
  return { articles: listed, languages, faults }
}

function articleAnswer({ articles, reader }: Shelf, wish: URLSearchParams): Answer {
  const article = articles.get(wish.get('id') ?? '')
  if (!article) return sentence(404, 'There is no such article.')
  const language = wish.get('language') ?? article.source
  const moves = wish.get('moves')?.split(',').filter(Boolean) ?? []
  return json(showArticle(reader, article, { language, agentLanguage: wish.get('agent') ?? language, moves }))
}

function json(body: object): Answer {
  return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(body) }
}
