/** Answers become buttons. */
import { allPassages, type Desk, read } from '../desk.ts'
import type { Passage } from '../passages.ts'
import type { Rule } from '../problem.ts'

/** Characters that a phone shows of a button with three others on the card; Teams cuts the rest. */
const widest = 26

export const buttonTooLong: Rule = {
  name: 'button-too-long',
  *find(desk: Desk) {
    for (const passage of allPassages(desk)) {
      const { length } = [...read(desk, passage)]
      if (passage.kind !== 'answer' || length <= widest) continue
      const { file, line } = passage
      const message = `the answer has ${length} characters, and a phone shows ${widest}`
      yield { file, line, message, cure: 'Shorten it; the question can say the rest.' }
    }
  },
}

export const sameButtons: Rule = {
  name: 'same-buttons',
  *find(desk: Desk) {
    const seen = new Map<string, Passage>()
    for (const passage of allPassages(desk)) {
      if (passage.kind !== 'answer') continue
      const name = [passage.file, passage.step?.id, read(desk, passage).toLowerCase()].join('\n')
      const twin = seen.get(name)
      seen.set(name, passage)
      if (twin === undefined) continue
      const message = `two answers of the step "${passage.step?.id}" are both "${passage.text}"`
      yield { file: passage.file, line: passage.line, message, cure: 'Say how they differ.' }
    }
  },
}
