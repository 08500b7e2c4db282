/** Does the linter, or one of the article's conversations, notice a change? */
import { fileURLToPath } from 'node:url'
import { surroundings } from '../../src/cli/kb/lint/surroundings.ts'
import { readContent } from '../../src/content.ts'
import { type ArticleFiles, type Parsed, parseArticle } from '../../src/knowledge/article/parse.ts'
import type { Article } from '../../src/knowledge/article.ts'
import { codeTopics } from '../../src/knowledge/decided.ts'
import { shippedKnowledge } from '../../src/knowledge/folders.ts'
import { type Library, surveyLibrary } from '../../src/knowledge/library.ts'
import { deskOf } from '../../src/knowledge/lint/desk.ts'
import { rules as allRules } from '../../src/knowledge/lint/rules.ts'
import { lint } from '../../src/knowledge/lint.ts'
import { readAllScripts } from '../../src/rehearsal/files.ts'
import { rehearse } from '../../src/rehearsal/rehearse.ts'
import { openRoom, type Room } from '../../src/rehearsal/room.ts'
import type { Script } from '../../src/rehearsal/script.ts'
import { createLocales } from '../../src/speech/locales.ts'
import { createSpeech } from '../../src/speech/speech.ts'
import type { Content } from '../../src/turn/decide.ts'
import type { Change, Subject } from './changes.ts'

/** What is switched off: `conversations`, those of a language, one by its name, `lint`, or one rule of the linter. */
export type Without = readonly string[]

export interface Catcher {
  readonly subjects: readonly Subject[]
  /** `conversation: en "the clock was wrong"`, or where none does, `lint: changed-code`; undefined: nobody. */
  noticedBy(change: Change): Promise<string | undefined>
  /** The changed article is the one that was there before: nothing to be noticed. */
  isNothing(change: Change): boolean
  close(): Promise<void>
}

const locales = fileURLToPath(new URL('../../locales', import.meta.url))

/** The matcher is trained once: no change touches the phrases. */
export async function openCatcher(without: Without): Promise<Catcher> {
  const content = readContent()
  const survey = surveyLibrary({ folders: [shippedKnowledge] })
  const { library } = survey
  const scripts = scriptsByTopic(without)
  const sentences = createLocales(content.source.sentences)
  const around = surroundings(library, [locales])
  const rules = without.includes('lint') ? [] : allRules.filter(({ name }) => !without.includes(name))
  const room = await openRoom()
  const subjects = survey.files.flatMap(files => {
    const article = library.articles.get(files.id)
    return article ? [{ article, files }] : []
  })
  const before = new Map(
    subjects.map(({ files }) => [files.id, new Set(found(files, parse(files, library)))]),
  )

  /** The rule and what it says; not the line, which moves. A stale translation is no news: an author stamps it. */
  function found(files: ArticleFiles, { draft, problems }: Parsed): string[] {
    if (without.includes('lint')) return []
    const articles = new Map(draft ? [[draft.id, draft]] : [])
    const desk = deskOf({ ...survey, library: { ...library, articles, stale: [] }, files: [files] }, around)
    return lint(desk, problems, rules)
      .filter(({ rule }) => !without.includes(rule))
      .map(({ rule, file, message }) => `lint: ${rule} ${file} ${message}`)
  }

  /** Everything as it was, with one article changed. */
  function contentWith(article: Article): Content {
    const articles = new Map(library.articles).set(article.id, article)
    return {
      ...content,
      knowledge: { ...content.knowledge, article: id => articles.get(id) },
      mind: { ...content.mind, ...codeTopics(articles.values()) },
      speech: createSpeech(sentences, { ...library, articles }),
    }
  }

  return {
    subjects,
    isNothing: ({ files }) => {
      const { draft } = parse(files, library)
      return draft !== undefined && alike(draft, library.articles.get(files.id))
    },
    async noticedBy({ files }) {
      const parsed = parse(files, library)
      const { draft } = parsed
      const failed = draft && (await failing(scripts.get(files.id) ?? [], room, contentWith(draft)))
      if (failed !== undefined) return failed
      const news = found(files, parsed).find(one => !before.get(files.id)?.has(one))
      return news?.split(' ', 2).join(' ')
    },
    close: () => room.close(),
  }
}

function parse(files: ArticleFiles, library: Library): Parsed {
  return parseArticle(files, { ...library, codes: library.codes.byId })
}

function scriptsByTopic(without: Without): ReadonlyMap<string, readonly Script[]> {
  if (without.includes('conversations')) return new Map()
  const all = readAllScripts([shippedKnowledge])
  return new Map(
    all.map(({ topic, scripts }) => [
      topic,
      scripts.filter(({ name, language }) => !without.includes(name) && !without.includes(language)),
    ]),
  )
}

async function failing(
  scripts: readonly Script[],
  room: Room,
  content: Content,
): Promise<string | undefined> {
  for (const script of scripts) {
    const { failure } = await rehearse(script, room, content)
    if (failure) return `conversation: ${script.language} "${script.name}"`
  }
  return undefined
}

function alike(a: Article, b: Article | undefined): boolean {
  return bare(a) === bare(b)
}

/** Lines and hashes of files say nothing of what an article does. */
function bare(article: Article | undefined): string {
  return JSON.stringify(article, (key, value) =>
    key === 'line' || key === 'hash' || key === 'of' ? 0 : value,
  )
}
