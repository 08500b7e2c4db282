/** Teams refuses messages that are too large; the bot would have to cut the text. */
import type { Desk } from '../desk.ts'
import type { Rule } from '../problem.ts'

export const cardTooLarge: Rule = {
  name: 'card-too-large',
  *find({ sheets, showStep }: Desk) {
    for (const { article, pages } of sheets) {
      for (const { file, passages } of pages.values()) {
        for (const { step, kind, line, language } of passages) {
          if (kind !== 'body' || step?.by !== 'employee') continue
          const { bytes, most } = showStep(article.id, step.id, language)
          if (bytes <= most) continue
          const message = `the card of the step "${step.id}" has ${bytes} bytes with the introduction, Teams takes ${most}`
          yield { file, line, message, cure: 'Shorten the texts, or make two steps of it.' }
        }
      }
    }
  },
}
