/** What an agent reads in the case: names of steps and causes. */
import { causesSection } from '../../article/steps.ts'
import { allPassages, type Desk, type Sheet } from '../desk.ts'
import type { Finding, Rule } from '../problem.ts'

export const unnamedCause: Rule = {
  name: 'unnamed-cause',
  *find({ sheets }: Desk) {
    for (const sheet of sheets) yield* unnamed(sheet)
  },
}

/** The loader asks translations for what the source has, so the source is enough to look at. */
function* unnamed({ article, pages }: Sheet): Iterable<Finding> {
  const source = pages.get(article.source)
  if (source === undefined) return
  const section = source.page.sections.get(causesSection)
  for (const cause of Object.keys(article.causes).filter(cause => !section?.parts.has(cause))) {
    const line = section?.line ?? source.page.lastLine
    const message = `the cause "${cause}" has no name, so the agent reads its id`
    yield { file: source.file, line, message, cure: `Name it under "# causes" with "## ${cause}".` }
  }
}

export const nameIsSentence: Rule = {
  name: 'name-is-sentence',
  *find(desk: Desk) {
    for (const { kind, text, file, line } of allPassages(desk)) {
      if ((kind !== 'name' && kind !== 'cause') || !/[.!?。]$/.test(text)) continue
      const message = `"${text}" is a sentence, but stands in a list of the case`
      yield { file, line, message, cure: 'Write a phrase: "restart of the router".' }
    }
  },
}
