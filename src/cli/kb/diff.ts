import { parseArgs } from 'node:util'
import { type ContentOptions, type Edition, readContent } from '../../content.ts'
import { AppError } from '../../errors.ts'
import type { Library } from '../../knowledge/library.ts'
import { readAllScripts } from '../../rehearsal/files.ts'
import { type Command, folders, packs, print } from './command.ts'
import { type Comparison, compare, type Difference, type Line, type Taken } from './diff/compare.ts'
import { foldersAt } from './diff/git.ts'

export const command: Command = {
  usage: 'diff <git-revision> [--json]',
  summary: 'Which phrases and first lines of conversations are understood differently than at that revision.',
  run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    const [revision, ...others] = positionals
    if (!revision || others.length > 0)
      throw new AppError('bad-request', `Call it as: kb -- ${command.usage}`)
    const { commit, comparison } = differencesSince(revision)
    print(
      values.json ? JSON.stringify({ since: commit, ...comparison }, null, 2) : report(commit, comparison),
    )
  },
}

function differencesSince(revision: string): { commit: string; comparison: Comparison } {
  const former = foldersAt(revision, folders)
  try {
    const before = formerContent(former.folders, former.commit)
    const after = readContent(optionsOf(folders))
    const lines = [
      ...linesOf(after, scriptsOf(folders)),
      ...linesOf(before, scriptsIfReadable(former.folders)),
    ]
    return { commit: former.commit, comparison: compare(before.mind, after.mind, once(lines)) }
  } finally {
    former.remove()
  }
}

function optionsOf([knowledge, knowledgeFolder]: readonly string[]): ContentOptions {
  return { knowledgeFolder, packs: packs(), ...(knowledge !== undefined && { shipped: { knowledge } }) }
}

/** What was fine then may be a mistake by today's rules. */
function formerContent(former: readonly string[], commit: string): Edition {
  try {
    return readContent(optionsOf(former))
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    const { problems } = thrown
    throw new AppError('content', `The knowledge of ${commit.slice(0, 12)} cannot be used today:`, {
      problems,
    })
  }
}

/** The employee's opening lines; those of articles that are not among the chosen packs are not asked for. */
function scriptsOf(from: readonly string[]): readonly Line[] {
  return readAllScripts(from).flatMap(({ topic, scripts }) =>
    scripts.flatMap(({ acts, language }) => {
      const first = acts.find(act => act.kind === 'says')
      return first ? [{ text: first.text, language, article: topic, from: 'conversation' } as const] : []
    }),
  )
}

function scriptsIfReadable(from: readonly string[]): readonly Line[] {
  try {
    return scriptsOf(from)
  } catch (thrown) {
    if (thrown instanceof AppError) return []
    throw thrown
  }
}

function linesOf({ source: { library } }: Edition, openings: readonly Line[]): readonly Line[] {
  return [...phrasesOf(library), ...openings.filter(({ article }) => library.articles.has(article))]
}

function phrasesOf({ articles }: Library): readonly Line[] {
  return [...articles.values()].flatMap(({ id, texts }) =>
    Object.values(texts).flatMap(({ language, phrases }) =>
      phrases.map(text => ({ text, language, article: id, from: 'phrase' }) as const),
    ),
  )
}

/** Today's comes first: a phrase that was moved belongs where it stands now. */
function once(lines: readonly Line[]): readonly Line[] {
  const all = new Map<string, Line>()
  for (const line of lines) {
    const key = `${line.language} ${line.text}`
    if (!all.has(key)) all.set(key, line)
  }
  return [...all.values()]
}

function report(commit: string, { compared, differences }: Comparison): string {
  const count = (turn: Difference['turn']) => differences.filter(line => line.turn === turn).length
  const counts = `${count('worse')} worse, ${count('other')} otherwise different, ${count('better')} better`
  const summary = `Since ${commit.slice(0, 12)}: ${differences.length} of ${compared} lines are understood differently`
  return [...differences.map(lineOf), `${summary}${differences.length > 0 ? ` (${counts})` : ''}.`].join('\n')
}

function lineOf({ turn, language, text, from, article, before, after }: Difference): string {
  const source = from === 'phrase' ? 'phrase of' : 'opens a conversation of'
  return `${turn}  ${language}  ${text}\n    ${wordsOf(before)} -> ${wordsOf(after)}   (${source} ${article})`
}

function wordsOf({ topic, band }: Taken): string {
  return topic === null ? 'nothing' : `${topic}, ${band === 'code' ? 'by its code' : band}`
}
