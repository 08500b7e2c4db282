/** A translation has its headings where the source has them, so that two files can be compared side by side. */
import type { Page } from '../../article/markdown.ts'
import type { Desk, PageOf, Sheet } from '../desk.ts'
import type { Finding, Rule } from '../problem.ts'

export const headingOrder: Rule = {
  name: 'misplaced-heading',
  *find({ sheets }: Desk) {
    for (const sheet of sheets) {
      const source = sheet.pages.get(sheet.article.source)
      if (source) for (const page of sheet.pages.values()) yield* misplaced(page, source, sheet)
    }
  },
}

function* misplaced(page: PageOf, source: PageOf, { article }: Sheet): Iterable<Finding> {
  const expected = [...headings(source.page)].map(({ path }) => path)
  const found = [...headings(page.page)].filter(({ path }) => expected.includes(path))
  const order = expected.filter(path => found.some(heading => heading.path === path))
  const at = found.findIndex(({ path }, index) => path !== order[index])
  const first = found[at]
  if (first === undefined) return
  const message = `the heading "${first.path}" stands where the ${article.source} file has "${order[at]}"`
  yield { file: page.file, line: first.line, message, cure: 'Put the headings in the order of the source.' }
}

function* headings(page: Page): Iterable<{ readonly path: string; readonly line: number }> {
  for (const [name, section] of page.sections) {
    yield { path: name, line: section.line }
    for (const [part, { line }] of section.parts) yield { path: `${name}/${part}`, line }
  }
}
