/** nlp.js with a model for each language, told the language of every text. */
import { containerBootstrap } from '@nlpjs/core'
import { LangDe } from '@nlpjs/lang-de'
import { LangEn } from '@nlpjs/lang-en'
import { LangEs } from '@nlpjs/lang-es'
import { LangFr } from '@nlpjs/lang-fr'
import { LangIt } from '@nlpjs/lang-it'
import { LangNl } from '@nlpjs/lang-nl'
import { Nlp } from '@nlpjs/nlp'
import type { Pupil } from '../pupil.ts'

const languages = { en: LangEn, de: LangDe, es: LangEs, fr: LangFr, it: LangIt, nl: LangNl }

export const nlpjs: Pupil = {
  name: 'nlp.js',
  note: 'told the language',
  async learn(rows) {
    const container = containerBootstrap()
    for (const language of Object.values(languages)) container.use(language)
    const nlp = new Nlp({
      container,
      languages: [...new Set(rows.map(([, , language]) => language))],
      autoSave: false,
      calculateSentiment: false,
      nlu: { log: false },
    })
    for (const [text, label, language] of rows) nlp.addDocument(language, text, label)
    await nlp.train()
    return {
      modelBytes: nlp.export(true).length,
      async ask(text, language) {
        const { intent, score } = await nlp.process(language, text)
        return { label: intent, confidence: score, known: intent === 'None' ? 0 : score }
      },
    }
  },
}
