import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { AppError } from '../../errors.ts'
import { type LibraryOptions, surveyLibrary } from '../../knowledge/library.ts'
import { deskOf } from '../../knowledge/lint/desk.ts'
import { named } from '../../knowledge/lint/loader.ts'
import { lineOf, type Problem, type Rule } from '../../knowledge/lint/problem.ts'
import { rules as allRules } from '../../knowledge/lint/rules.ts'
import { lint } from '../../knowledge/lint.ts'
import { type Command, folders, ownFolder, packs, print } from './command.ts'
import { surroundings } from './lint/surroundings.ts'

const shippedLocales = fileURLToPath(new URL('../../../locales', import.meta.url))

/** Stale translations are problems for an author, though the service would run with them. */
export const command: Command = {
  usage: 'lint [--json]',
  summary:
    'Prints every problem with file, line and cure; --json one object a line. Exit code 1 if there is one.',
  run(args) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } })
    const { problems, summary } = lintFolders({ folders, packs: packs() }, localeFolders())
    for (const problem of problems) print(values.json ? JSON.stringify(problem) : lineOf(problem))
    if (problems.length > 0) process.exitCode = 1
    else if (!values.json) print(`${summary}: no problems.`)
  },
}

/** As for the service, the helpdesk's own languages lie beside its articles. */
function localeFolders(): readonly string[] {
  const own = ownFolder && join(ownFolder, 'locales')
  return own && existsSync(own) ? [shippedLocales, own] : [shippedLocales]
}

export interface Linted {
  readonly problems: readonly Problem[]
  /** `19 articles in de, en, fr, it` */
  readonly summary: string
}

export function lintFolders(
  options: LibraryOptions,
  locales: readonly string[] = [shippedLocales],
  rules: readonly Rule[] = allRules,
): Linted {
  const survey = surveyLibrary(options)
  const { articles } = survey.library
  const languages = [...new Set([...articles.values()].flatMap(({ texts }) => Object.keys(texts)))].sort()
  const summary = `${articles.size} articles in ${languages.join(', ')}`
  try {
    const desk = deskOf(survey, surroundings(survey.library, locales))
    return { problems: lint(desk, survey.problems, rules), summary }
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    return { problems: [...survey.problems, ...thrown.problems].map(sentence => named(sentence)), summary }
  }
}
