/** Reads everything that authors and translators write, and builds from it what a turn needs. */
import { fileURLToPath } from 'node:url'
import { trainedMatcher } from './content/trained.ts'
import { shippedKnowledge } from './knowledge/folders.ts'
import { languageDetector } from './knowledge/language.ts'
import { type Library, readLibrary } from './knowledge/library.ts'
import { codeTopics, type Mind } from './knowledge/understand.ts'
import { compileWords } from './knowledge/words.ts'
import { readLocales, readWordFiles } from './speech/locales.ts'
import { createSpeech } from './speech/speech.ts'
import type { Content } from './turn/decide.ts'

export interface ContentOptions {
  /** The helpdesk's own folder, laid over the shipped one. */
  readonly knowledgeFolder?: string | undefined
  readonly packs?: readonly string[] | undefined
  readonly defaultLanguage?: string | undefined
}

const shippedLocales = fileURLToPath(new URL('../locales', import.meta.url))
/** `npm ci` warms it for the shipped knowledge; see cli/prepare.ts. */
const cacheFolder = fileURLToPath(new URL('../node_modules/.cache/deskhand', import.meta.url))

/** Throws AppError('content') with every problem of every file. */
export function readContent(options: ContentOptions = {}): Content {
  const library = readKnowledge(options)
  const locales = readLocales(shippedLocales)
  return {
    knowledge: { article: id => library.articles.get(id), languages: locales.languages },
    mind: mindOf(library, locales.languages),
    speech: createSpeech(locales, library),
    defaultLanguage: options.defaultLanguage ?? 'en',
  }
}

export function readKnowledge({ knowledgeFolder, packs }: ContentOptions): Library {
  const folders = knowledgeFolder ? [shippedKnowledge, knowledgeFolder] : [shippedKnowledge]
  return readLibrary({ folders, ...(packs && { packs }) })
}

function mindOf(library: Library, languages: readonly string[]): Mind {
  return {
    codes: library.codes,
    words: compileWords(readWordFiles(shippedLocales)),
    matcher: trainedMatcher(library, cacheFolder),
    detect: languageDetector(languages),
    ...codeTopics(library.articles.values()),
  }
}
