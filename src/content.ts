/** Reads everything that authors and translators write, and builds from it what a turn needs. */
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type ContentOptions, readSource, type Source, type Version } from './content/source.ts'
import type { Outcome, Task } from './content/thread.ts'
import { keptMatcher, trainedMatcher } from './content/trained.ts'
import { AppError } from './errors.ts'
import type { Language } from './knowledge/article.ts'
import { codeTopics } from './knowledge/decided.ts'
import { compileFacts } from './knowledge/facts.ts'
import { languageDetector } from './knowledge/language.ts'
import { loadMatcher, type Matcher } from './knowledge/matcher.ts'
import { compileWords, type Words } from './knowledge/words.ts'
import { createLocales } from './speech/locales.ts'
import { createSpeech } from './speech/speech.ts'
import type { Content } from './turn/decide.ts'

export { type ContentOptions, readKnowledge, type Version } from './content/source.ts'

/** Content that says what it was made from. */
export interface Edition extends Content {
  readonly version: Version
  readonly source: Source
}

/** `npm ci` warms it for the shipped knowledge; see cli/prepare.ts. */
const usualCache = fileURLToPath(new URL('../node_modules/.cache/deskhand', import.meta.url))

/** For commands that have nothing else to do meanwhile. Throws AppError('content') with every problem of every file. */
export function readContent(options: ContentOptions = {}): Edition {
  const source = readSource(options)
  const words = compileWords(source.words)
  return editionOf(source, words, trainedMatcher(source.library, cacheOf(options)), options)
}

/** For the start: at once when the matcher is kept; otherwise another thread trains, for seconds. */
export async function firstContent(options: ContentOptions): Promise<Edition> {
  const source = readSource(options)
  const matcher = keptMatcher(source.library, cacheOf(options))
  return matcher ? editionOf(source, compileWords(source.words), matcher, options) : loadContent(options)
}

/**
 * The same without stopping the event loop: another thread reads, checks and trains. Resolves with `before` itself
 * when nothing has changed. Rejects as readContent throws.
 */
export async function loadContent(options: ContentOptions, before?: Edition): Promise<Edition> {
  const outcome = await inThread({
    options: { ...options, cacheFolder: cacheOf(options) },
    known: before?.version.hash,
  })
  switch (outcome.kind) {
    case 'broken':
      throw new AppError('content', outcome.message, { problems: outcome.problems })
    case 'same':
      return before ?? readContent(options)
    case 'read': {
      const words = wordsOf(outcome.source, before)
      const matcher = loadMatcher(outcome.matcher)
      if (!matcher) throw new AppError('content', 'The trained matcher came out unreadable.')
      await setImmediate()
      const edition = editionOf(outcome.source, words, matcher, options)
      await warm(edition)
      return edition
    }
  }
}

function cacheOf({ cacheFolder = usualCache }: ContentOptions): string {
  return cacheFolder
}

function inThread(task: Task): Promise<Outcome> {
  const thread = new Worker(new URL('./content/thread.ts', import.meta.url), { workerData: task })
  return new Promise((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new AppError('content', 'Reading the knowledge was cut short.')))
  })
}

/** Languages whose words are as before keep what was compiled of them. */
function wordsOf({ words }: Source, before: Edition | undefined): Words {
  const read = compileWords(words)
  const kept = [...read].map(([language, vocabulary]) => {
    const same = sameWords(before, language, words[language])
    return [language, (same && before?.mind.words.get(language)) || vocabulary] as const
  })
  return new Map(kept)
}

/** Compiles what is only compiled when it is needed, one language at a time, so that turns go in between. */
export async function warm({ mind }: Edition): Promise<void> {
  for (const vocabulary of [...mind.words.values(), ...mind.facts.values()]) {
    vocabulary()
    await setImmediate()
  }
}

function sameWords(before: Edition | undefined, language: Language, file: unknown): boolean {
  return JSON.stringify(before?.source.words[language]) === JSON.stringify(file)
}

function editionOf(source: Source, words: Words, matcher: Matcher, options: ContentOptions): Edition {
  const { library, sentences, version } = source
  const locales = createLocales(sentences)
  const detect = languageDetector(locales.languages)
  const facts = compileFacts(source.facts)
  return {
    knowledge: { article: id => library.articles.get(id), languages: locales.languages },
    mind: { codes: library.codes, words, facts, matcher, detect, ...codeTopics(library.articles.values()) },
    speech: createSpeech(locales, library),
    defaultLanguage: options.defaultLanguage ?? 'en',
    version,
    source,
  }
}
