/** Who repairs something wants to know whether it worked. */
import { type Desk, lineOfStep } from '../desk.ts'
import type { Rule } from '../problem.ts'

export const noDoneWhen: Rule = {
  name: 'no-done-when',
  *find({ sheets }: Desk) {
    for (const sheet of sheets) {
      const { article, file, pages } = sheet
      const repairs = article.steps.filter(s => s.by === 'employee' && s.answers.length === 0 && !s.note)
      for (const { id } of repairs) {
        const source = pages.get(article.source)
        if (source?.page.sections.get(id)?.parts.has('done-when')) continue
        const line = source?.page.sections.get(id)?.line ?? lineOfStep(sheet, id)
        const message = `the step "${id}" does not say how to tell that it worked`
        yield {
          file: source?.file ?? file,
          line,
          message,
          cure: 'Add "## done-when", or answers, or "note: true".',
        }
      }
    }
  },
}
