import { basename, extname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { AppError } from '../../errors.ts'
import { draftOf } from '../../import/draft.ts'
import { isLanguage, noLanguage } from '../../import/language-name.ts'
import { slugOf } from '../../import/slug.ts'
import { readSource } from '../../import/source.ts'
import { writeArticles } from '../../import/write.ts'
import type { Language } from '../../knowledge/article.ts'
import { languageDetector } from '../../knowledge/language.ts'
import type { Library } from '../../knowledge/library.ts'
import { plainId } from '../../knowledge/signature.ts'
import { type Command, library, print } from './command.ts'

/** Languages that a document is looked at for; any other is named by --language. */
const languages = ['en', 'de', 'fr', 'it', 'es', 'ko']

export const command: Command = {
  usage: 'import <file> [--language L] [--out DIR]',
  summary: 'Makes drafts of a Markdown, HTML, text or CSV document, and REVIEW.md with what is open in them.',
  run(args) {
    const { file, language, out } = optionsOf(args)
    const source = readSource(file)
    const known = library()
    const draft = draftOf(source, {
      language: language ?? detected(source.text),
      codes: known.codes,
      owners: ownersOf(known),
      taken: new Set(known.articles.keys()),
    })
    const folder = out ?? `drafts/${slugOf(basename(source.name, extname(source.name))) ?? 'import'}`
    writeArticles(folder, draft.articles, { 'REVIEW.md': draft.review })
    for (const { id, causes, steps, signatures, hints } of draft.outlines) {
      const codes = signatures.length + hints.length
      print(`${folder}/${id}  ${causes.length} causes, ${steps.length} steps, ${codes} codes`)
    }
    print(`${draft.open} places are open; read ${folder}/REVIEW.md first. What is left, says`)
    print(`  KNOWLEDGE_DIR=${resolve(folder)} npm run -s kb -- lint`)
  },
}

interface Options {
  readonly file: string
  readonly language: Language | undefined
  readonly out: string | undefined
}

function optionsOf(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { language: { type: 'string' }, out: { type: 'string' } },
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0)
    throw new AppError('bad-request', `Name one document: kb ${command.usage}`)
  if (values.language !== undefined && !isLanguage(values.language)) throw noLanguage(values.language)
  return { file, language: values.language, out: values.out }
}

function detected(text: string): Language {
  const detected = languageDetector(languages)(text)
  if (detected?.sure) return detected.language
  throw new AppError(
    'bad-request',
    'The language of the document is not clear; add --language en (or de, fr …).',
  )
}

/** Codes that an article starts at already. */
function ownersOf({ articles }: Library) {
  const owned = [...articles.values()].flatMap(({ id, signatures }) =>
    signatures.map(signature => [plainId(signature), id] as const),
  )
  return new Map(owned)
}
