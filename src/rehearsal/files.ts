/** Finds the conversations of the articles: conversations/<language>.txt in each article's folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../errors.ts'
import type { Language, TopicId } from '../knowledge/article.ts'
import { readFolder } from '../knowledge/folders.ts'
import { parseScripts } from './parse.ts'
import type { Script } from './script.ts'

export interface Scripts {
  readonly topic: TopicId
  readonly scripts: readonly Script[]
}

/** One file of conversations, which may not be there yet. */
export interface Place {
  readonly file: string
  readonly language: Language
}

const name = 'conversations'
const fileOfLanguage = /^([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.txt$/

/** Throws AppError('content') with every problem of every file. */
export function readAllScripts(folders: readonly string[]): readonly Scripts[] {
  const problems: string[] = []
  const all = [...placesOf(folders)].map(([topic, folder]) => ({
    topic,
    scripts: scriptsIn(join(folder, name), problems),
  }))
  if (problems.length === 0) return all
  throw new AppError('content', 'The conversations cannot be read; correct the named lines.', { problems })
}

/** Where a conversation of this article in this language belongs. */
export function scriptPlace(folders: readonly string[], topic: TopicId, language: Language): Place {
  const folder = placesOf(folders).get(topic)
  if (folder === undefined) throw new AppError('not-found', `There is no article ${topic} here.`)
  return { file: join(folder, name, `${language}.txt`), language }
}

/** All that are there, of one article and language or of all. */
export function scriptPlaces(
  folders: readonly string[],
  topic?: TopicId,
  language?: Language,
): readonly Place[] {
  return [...placesOf(folders)]
    .filter(([id]) => topic === undefined || id === topic)
    .flatMap(([, folder]) => placesIn(join(folder, name)))
    .filter(place => language === undefined || place.language === language)
}

/** An article that was replaced takes its conversations along. */
function placesOf(folders: readonly string[]): ReadonlyMap<TopicId, string> {
  const articles = folders.flatMap(folder => readFolder(folder, []).articles)
  return new Map(articles.map(({ id, folder }) => [id, folder]))
}

function scriptsIn(folder: string, problems: string[]): readonly Script[] {
  for (const entry of entriesOf(folder).filter(entry => !fileOfLanguage.test(entry)))
    problems.push(`${join(folder, entry)}:1 is not named after a language, as "de.txt" is.`)
  return placesIn(folder).flatMap(place =>
    parseScripts({ ...place, text: readFileSync(place.file, 'utf8') }, problems),
  )
}

function placesIn(folder: string): readonly Place[] {
  return entriesOf(folder).flatMap(entry => {
    const language = fileOfLanguage.exec(entry)?.[1]
    return language === undefined ? [] : [{ file: join(folder, entry), language }]
  })
}

function entriesOf(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : []
}
