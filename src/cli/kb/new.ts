import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { AppError, messageOf } from '../../errors.ts'
import { type Answers, emptyAnswers, skeleton, stepFrom } from '../../import/answers.ts'
import { readAnswers } from '../../import/answers-file.ts'
import { asker } from '../../import/ask.ts'
import { interview } from '../../import/interview.ts'
import { isLanguage, noLanguage } from '../../import/language-name.ts'
import { articleFiles } from '../../import/render.ts'
import { slugOf } from '../../import/slug.ts'
import { refuseExisting, writeArticles } from '../../import/write.ts'
import { parseArticle } from '../../knowledge/article/parse.ts'
import { type Command, library, ownFolder, print } from './command.ts'

/** Every flag that says something about the article; with one of them, or with answers, nothing is asked. */
const flags = {
  title: { type: 'string' },
  language: { type: 'string' },
  phrase: { type: 'string', multiple: true },
  cause: { type: 'string', multiple: true },
  step: { type: 'string', multiple: true },
} as const

export const command: Command = {
  usage: 'new [id] [--dir DIR] [--answers FILE | --title T --language L --phrase P … --cause C … --step S …]',
  summary: 'The skeleton of an article, from a few questions or from answers; lint names what is open.',
  async run(args) {
    const { given, id, dir } = await optionsOf(args)
    if (id !== undefined) refuseExisting([join(dir, checkedId(id))])
    const answers = given ?? (await asked())
    if (!answers.title)
      throw new AppError('bad-request', 'An article needs a title: --title "The printer is silent".')
    if (!isLanguage(answers.language)) throw noLanguage(answers.language)
    write(id ?? checkedId(slugOf(answers.title) ?? ''), dir, answers)
  },
}

function write(id: string, dir: string, answers: Answers): void {
  const { articles, codes, glossary, organisation } = library()
  const files = articleFiles(skeleton(id, answers), basename(dir), join(dir, id))
  const { problems } = parseArticle(files, { codes: codes.byId, glossary, organisation })
  if (problems.length > 0) throw new AppError('content', 'These answers make no article.', { problems })
  const [folder] = writeArticles(dir, [files])
  print(`${folder} has article.yaml and ${answers.language}.md.`)
  if (articles.has(id))
    print(`There is an article ${id} already: with its folder in KNOWLEDGE_DIR, this one replaces it.`)
  print('Now "npm run -s kb -- lint" names what is open.')
}

interface Options {
  readonly id: string | undefined
  readonly dir: string
  /** Undefined: ask. */
  readonly given: Answers | undefined
}

async function optionsOf(args: readonly string[]): Promise<Options> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...flags, dir: { type: 'string' }, answers: { type: 'string' } },
  })
  const dir = values.dir ?? ownFolder
  if (!dir)
    throw new AppError('bad-request', 'Say where: set KNOWLEDGE_DIR to your folder, or add --dir DIR.')
  if (positionals.length > 1) throw new AppError('bad-request', `One article at a time: kb ${command.usage}`)
  const { title, language, phrase: phrases, cause: causes, step } = values
  const steps = step?.map(stepFrom)
  const said = Object.entries({ title, language, phrases, causes, steps }).filter(([, value]) => value)
  const file = values.answers === undefined ? {} : await answersIn(values.answers)
  const silent = said.length > 0 || values.answers !== undefined
  const given = { title: '', ...emptyAnswers, ...file, ...Object.fromEntries(said) }
  return { id: positionals[0], dir, given: silent ? given : undefined }
}

/** `-` is the standard input. */
async function answersIn(file: string): Promise<Partial<Answers>> {
  if (file === '-') return readAnswers(await text(process.stdin), 'standard input')
  try {
    return readAnswers(readFileSync(file, 'utf8'), file)
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    throw new AppError('not-found', `${file} cannot be read: ${messageOf(thrown)}.`, { cause: thrown })
  }
}

async function asked(): Promise<Answers> {
  const person = asker(process.stdin, process.stdout)
  try {
    return await interview({}, person)
  } finally {
    person.close()
  }
}

/** The id becomes the name of a folder. */
function checkedId(id: string): string {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) return id
  const cure = 'small letters, digits and hyphens only, as in "printer-is-silent"'
  throw new AppError('bad-request', `"${id}" is no id for an article: ${cure}.`)
}
