/** Drafts mark what their author still has to decide. */
import { openPlaces } from '../../article/open.ts'
import type { Desk } from '../desk.ts'
import type { Rule } from '../problem.ts'

export const openPlace: Rule = {
  name: 'open-place',
  *find({ files }: Desk) {
    for (const { file, line, question } of files.flatMap(openPlaces)) {
      const message = `the author left a question open: ${question.replace(/\.$/, '')}`
      yield { file, line, message, cure: 'Answer it and delete the mark.' }
    }
  },
}
