/** Each language of the bot has its words.json, with every list that understanding needs. */
import { messageOf } from '../../../errors.ts'
import { readYaml } from '../../article/yaml.ts'
import { checkWords } from '../../words/files.ts'
import { type Desk, fieldLine, type LocaleFile } from '../desk.ts'
import type { Finding, Rule } from '../problem.ts'

const asInEnglish = 'Write it as in the English words.json, in the words of this language.'

export const localeWords: Rule = {
  name: 'locale-words',
  *find({ locales }: Desk) {
    const words = locales.filter(({ name }) => name === 'words.json')
    for (const { name, language, file } of locales) {
      if (name !== 'bot.json' || words.some(other => other.language === language)) continue
      yield { file, line: 1, message: 'there is no words.json beside it', cure: asInEnglish }
    }
    for (const file of words) yield* wrongIn(file)
  },
}

function* wrongIn({ file, text }: LocaleFile): Iterable<Finding> {
  const problems: string[] = []
  try {
    checkWords(JSON.parse(text), file, problems)
  } catch (thrown) {
    yield { file, line: 1, message: `is no JSON: ${messageOf(thrown)}`, cure: 'Correct the file.' }
  }
  const tree = readYaml(text, () => {})
  for (const problem of problems) {
    const message = problem
      .slice(file.length + 1)
      .trim()
      .replace(/\.$/, '')
    const keys = message.split(' ')[0]?.split('.') ?? []
    yield { file, line: fieldLine(tree, keys), message, cure: asInEnglish }
  }
}
