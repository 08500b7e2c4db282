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

/** words.json of each language, unchecked: the knowledge reads them (requests and answers as people type them). */
export function readWordFiles(folder: string): Readonly<Record<Language, unknown>> {
  const problems: string[] = []
  const files = foldersOf(folder).map(language => [
    language,
    readJson(join(folder, language, 'words.json'), problems),
  ])
  if (problems.length > 0) throw new AppError('content', 'The locales cannot be read.', { problems })
  return Object.fromEntries(files)
}

export const fallbackLanguage: Language = 'en'

/** Throws AppError('content') naming every file that cannot be read. */
export function readLocales(folder: string): Locales {
  const problems: string[] = []
  const resources: Record<Language, { bot: ResourceKey }> = {}
  for (const language of foldersOf(folder)) {
    const bot = readJson(join(folder, language, 'bot.json'), problems)
    if (bot) resources[language] = { bot }
  }
  if (!resources[fallbackLanguage])
    problems.push(`${folder}/${fallbackLanguage}/bot.json is needed, other languages fall back to it.`)
  if (problems.length > 0) throw new AppError('content', 'The locales cannot be read.', { problems })
  return localesOf(resources)
}

function localesOf(resources: Record<Language, { bot: ResourceKey }>): Locales {
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
  return (key, values = {}) => {
    const id = [key, ...Object.values(values)].join('\u0000')
    const sentence = known.get(id) ?? t(key, values)
    if (known.size >= remembered) known.clear()
    known.set(id, sentence)
    return sentence
  }
}

function foldersOf(folder: string): Language[] {
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries
    .filter(entry => entry.isDirectory() && existsSync(join(folder, entry.name, 'bot.json')))
    .map(({ name }) => name)
}

function readJson(file: string, problems: string[]): ResourceKey | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ResourceKey
  } catch (error) {
    problems.push(`${file}: ${messageOf(error)}`)
    return undefined
  }
}
