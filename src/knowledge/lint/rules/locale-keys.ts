/** Every language of the bot has the sentences of English, with the same values, in the plurals of its grammar. */
import { fieldsOf, readYaml, type Yaml } from '../../article/yaml.ts'
import { type Desk, fieldLine, type LocaleFile } from '../desk.ts'
import type { Finding, Rule } from '../problem.ts'

const english = 'en'

interface Sentence {
  readonly text: string
  readonly line: number
}

export const localeKeys: Rule = {
  name: 'locale-keys',
  *find({ locales }: Desk) {
    const files = locales.filter(({ name }) => name === 'bot.json')
    const source = files.find(({ language }) => language === english)
    if (source === undefined) return
    for (const file of files) if (file !== source) yield* compared(file, source)
  },
}

function* compared(file: LocaleFile, source: LocaleFile): Iterable<Finding> {
  const tree = treeOf(file)
  const [own, needed] = [sentencesOf(tree), sentencesOf(treeOf(source))]
  const wanted = new Set([...needed.keys()].flatMap(key => formsOf(key, file.language, needed)))
  for (const key of wanted) {
    const sentence = own.get(key)
    if (sentence === undefined) yield missing(file, key, tree)
    else yield* values(file, key, sentence, needed.get(key) ?? needed.get(inOther(key)))
  }
  for (const [key, { line }] of own) {
    if (wanted.has(key)) continue
    const message = `"${key}" is in no other language`
    yield { file: file.file, line, message, cure: 'Correct the key as in English, or remove it.' }
  }
}

function missing({ file }: LocaleFile, key: string, tree: Yaml | undefined): Finding {
  const line = fieldLine(tree, key.split('.'))
  return { file, line, message: `the sentence "${key}" is missing`, cure: 'Translate it from English.' }
}

function* values(
  { file }: LocaleFile,
  key: string,
  { text, line }: Sentence,
  source: Sentence | undefined,
): Iterable<Finding> {
  const [own, needed] = [valuesIn(text), valuesIn(source?.text ?? text)]
  const wrong = [...own, ...needed].filter(value => !own.has(value) || !needed.has(value))
  if (wrong.length === 0) return
  const message = `"${key}" has other values than in English: ${wrong.join(', ')}`
  yield { file, line, message, cure: 'Use each value of the English sentence, and no other.' }
}

function valuesIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/\{\{[^}]*\}\}/g))
}

/** `minutes_other` in French: `minutes_one`, `minutes_many`, `minutes_other`. */
function formsOf(key: string, language: string, needed: ReadonlyMap<string, Sentence>): readonly string[] {
  const [, stem, form] = /^(.*)_(zero|one|two|few|many|other)$/.exec(key) ?? []
  if (stem === undefined || !needed.has(`${stem}_other`)) return [key]
  if (form !== 'other') return []
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  return pluralCategories.map(category => `${stem}_${category}`)
}

function inOther(key: string): string {
  return key.replace(/_[a-z]+$/, '_other')
}

/** JSON is YAML, and our YAML knows its lines. */
function treeOf({ text }: LocaleFile): Yaml | undefined {
  return readYaml(text, () => {})
}

function sentencesOf(tree: Yaml | undefined, path = ''): ReadonlyMap<string, Sentence> {
  if (tree?.kind === 'value') return new Map([[path, { text: tree.source, line: tree.line }]])
  const fields = tree?.kind === 'map' ? fieldsOf(tree, '', () => {}) : new Map<string, Yaml>()
  return new Map(
    [...fields].flatMap(([key, value]) => [...sentencesOf(value, path ? `${path}.${key}` : key)]),
  )
}
