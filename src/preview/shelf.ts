/** The articles as they are being written: one that is broken for a moment stays as it was when it was last good. */
import { lintFolders } from '../cli/kb/lint.ts'
import { knowledgeFoldersOf, localeFoldersOf } from '../content/source.ts'
import type { ContentOptions } from '../content.ts'
import { AppError, messageOf } from '../errors.ts'
import type { Article, TopicId } from '../knowledge/article.ts'
import { type Library, surveyLibrary } from '../knowledge/library.ts'
import { createLocales, type Locales, readSentences } from '../speech/locales.ts'
import { createSpeech } from '../speech/speech.ts'
import type { Reader } from './article.ts'

/** Where something is wrong, as the page shows it. */
export interface Fault {
  /** Absent: not about one article. */
  readonly article?: TopicId
  /** `knowledge/ipsec/bad-spi/de.md:41` */
  readonly place: string
  readonly sentence: string
  /** The article cannot be loaded like this; what is shown of it is older. */
  readonly grave: boolean
}

export interface Shelf {
  readonly reader: Reader
  readonly articles: ReadonlyMap<TopicId, Article>
  readonly languages: readonly string[]
  readonly faults: readonly Fault[]
  readonly locales: Locales
}

/** Reads everything; what cannot be used is taken from `before`. Throws AppError('content') when nothing can. */
export function readShelf(options: ContentOptions, before?: Shelf): Shelf {
  const folders = knowledgeFoldersOf(options)
  const { library, problems, files } = surveyLibrary({
    folders,
    ...(options.packs && { packs: options.packs }),
  })
  const places = new Map(files.map(({ id, folder }) => [`${folder}/`, id]))
  const faults = problems.map(problem => faultOf(problem, places, true))
  const articles = latestGood(library, faults, before)
  const locales = localesOf(options, faults, before)
  return {
    articles,
    languages: locales.languages,
    faults,
    locales,
    reader: {
      knowledge: { article: id => articles.get(id), languages: locales.languages },
      speech: createSpeech(locales, { ...library, articles }),
    },
  }
}

/** The linter's findings, too: seconds more, so they come when the cards are shown already. */
export function lintShelf(options: ContentOptions, shelf: Shelf): Shelf {
  const { packs } = options
  const folders = knowledgeFoldersOf(options)
  const survey = { folders, ...(packs && { packs }) }
  const { problems } = lintFolders(survey, localeFoldersOf(options))
  const places = new Map(surveyLibrary(survey).files.map(({ id, folder }) => [`${folder}/`, id]))
  const graves = new Set(shelf.faults.filter(({ grave }) => grave).map(({ place }) => place))
  const found = problems.map(({ file, line, message, cure }) =>
    faultOf(`${file}:${line} ${message}. ${cure}`, places, false),
  )
  const other = found.filter(({ place }) => !graves.has(place))
  return { ...shelf, faults: [...shelf.faults.filter(({ grave }) => grave), ...other] }
}

function latestGood(
  library: Library,
  faults: readonly Fault[],
  before: Shelf | undefined,
): Map<TopicId, Article> {
  const broken = new Set(faults.map(({ article }) => article))
  const known = [...library.articles.keys(), ...broken].filter(id => id !== undefined)
  const chosen = [...new Set(known)].sort().flatMap((id): [TopicId, Article][] => {
    const last = broken.has(id) ? before?.articles.get(id) : undefined
    const article = last ?? library.articles.get(id)
    return article ? [[id, article]] : []
  })
  return new Map(chosen)
}

/** `file:line sentence`, as everywhere. */
function faultOf(problem: string, places: ReadonlyMap<string, TopicId>, grave: boolean): Fault {
  const [, place = '', sentence = problem] = /^(.+?:\d+) +(.*)$/s.exec(problem) ?? []
  const [, article] = [...places].find(([folder]) => place.startsWith(folder)) ?? []
  return { ...(article !== undefined && { article }), place, sentence, grave }
}

function localesOf(options: ContentOptions, faults: Fault[], before: Shelf | undefined): Locales {
  try {
    return createLocales(readSentences(localeFoldersOf(options)))
  } catch (thrown) {
    if (!before) throw thrown
    const listed = thrown instanceof AppError ? thrown.problems : [messageOf(thrown)]
    faults.push(...listed.map(problem => faultOf(problem, new Map(), true)))
    return before.locales
  }
}
