/** Reads locales/<language>/bot.json; the only file that imports i18next. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next, { type ResourceKey, type TFunction } from 'i18next'
import { AppError, messageOf } from '../errors.ts'
import type { Language } from '../knowledge/article.ts'

/** Words of one language: a key of bot.json and its values -> the sentence. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

export interface Locales {
  /** Every language that has a folder, in alphabetical order. */
  readonly languages: readonly Language[]
  /** Falls back to English, key by key; for a language without a folder it is English. */
  words(language: Language): Translate
}

/** bot.json of each language. */
export type Sentences = Readonly<Record<Language, ResourceKey>>
/** words.json of each language, unchecked: the knowledge reads them (requests and answers as people type them). */
export type WordFiles = Readonly<Record<Language, unknown>>

export const fallbackLanguage: Language = 'en'

/** A later folder adds languages, and replaces those of the same name. Throws AppError('content') naming every file that cannot be read. */
export function readSentences(folders: readonly string[]): Sentences {
  const sentences = readAll(folders, 'bot.json')
  if (sentences[fallbackLanguage]) return sentences
  const missing = `${folders[0]}/${fallbackLanguage}/bot.json is needed, other languages fall back to it.`
  throw unreadable([missing])
}

/** Overlaid and thrown as with the sentences. */
export function readWordFiles(folders: readonly string[]): WordFiles {
  return readAll(folders, 'words.json')
}

/** facts.json of each language that has one, unchecked: what people tell in passing. Overlaid and thrown as the others. */
export function readFactFiles(folders: readonly string[]): WordFiles {
  return readAll(folders, 'facts.json', 'where there')
}

function readAll(
  folders: readonly string[],
  name: string,
  needed: 'always' | 'where there' = 'always',
): Record<Language, ResourceKey> {
  const problems: string[] = []
  const all: Record<Language, ResourceKey> = {}
  for (const folder of folders)
    for (const language of languagesIn(folder)) {
      if (needed === 'where there' && !existsSync(join(folder, language, name))) continue
      const file = readJson(join(folder, language, name), problems)
      if (file) all[language] = file
    }
  if (problems.length > 0) throw unreadable(problems)
  return all
}

function unreadable(problems: readonly string[]): AppError {
  return new AppError('content', 'The locales cannot be read.', { problems })
}

export function createLocales(sentences: Sentences): Locales {
  const resources = Object.fromEntries(
    Object.entries(sentences).map(([language, bot]) => [language, { bot }]),
  )
  const i18n = i18next.createInstance()
  void i18n.init({
    resources,
    initAsync: false,
    fallbackLng: fallbackLanguage,
    defaultNS: 'bot',
    interpolation: { escapeValue: false },
  })
  const inLanguage = (language: Language): Translate => remembering(i18n.getFixedT(language))
  const languages = Object.keys(resources).sort()
  const spoken = new Map(languages.map(language => [language, inLanguage(language)]))
  const english = inLanguage(fallbackLanguage)
  return { languages, words: language => spoken.get(language) ?? english }
}

/** Sentences kept ready for each language; beyond that all are forgotten and looked up anew. */
const remembered = 5_000

/** Most of what is said was said before: labels, whole sentences, "Step 2". Looked up once. */
function remembering(t: TFunction): Translate {
  const known = new Map<string, string>()
  return (key, values) => {
    const id = values ? [key, ...Object.values(values)].join('\u0000') : key
    const ready = known.get(id)
    if (ready !== undefined) return ready
    const sentence = t(key, values ?? {})
    if (known.size >= remembered) known.clear()
    known.set(id, sentence)
    return sentence
  }
}

function languagesIn(folder: string): Language[] {
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries
    .filter(entry => entry.isDirectory() && existsSync(join(folder, entry.name, 'bot.json')))
    .map(({ name }) => name)
}

function readJson(file: string, problems: string[]): ResourceKey | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ResourceKey
  } catch (error) {
    problems.push(`${file}:1 cannot be read: ${messageOf(error)}.`)
    return undefined
  }
}
