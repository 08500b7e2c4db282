/** What the linter needs from other rooms: the sentences, a detector of languages, and the cards as Teams gets them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { messageBudget } from '../../../bot/cards/fit.ts'
import { cardMessage, spokenCard } from '../../../bot/cards/message.ts'
import type { Open, Reply } from '../../../dialogs/types.ts'
import type { Step } from '../../../knowledge/article.ts'
import { shown } from '../../../knowledge/folders.ts'
import { languageDetector } from '../../../knowledge/language.ts'
import type { Library } from '../../../knowledge/library.ts'
import type { LocaleFile, ShowStep, Surroundings } from '../../../knowledge/lint/desk.ts'
import { createLocales, readSentences } from '../../../speech/locales.ts'
import { createSpeech, type Speech } from '../../../speech/speech.ts'

/** Throws AppError('content') when a file of the locales cannot be read. */
export function surroundings(library: Library, localeFolders: readonly string[]): Surroundings {
  const locales = createLocales(readSentences(localeFolders))
  const articleLanguages = [...library.articles.values()].flatMap(({ texts }) => Object.keys(texts))
  return {
    locales: localeFolders.flatMap(localeFiles),
    detect: languageDetector([...new Set([...locales.languages, ...articleLanguages])]),
    showStep: showStepOf(library, createSpeech(locales, library)),
  }
}

function localeFiles(folder: string): readonly LocaleFile[] {
  return readdirSync(folder).flatMap(language =>
    ['bot.json', 'words.json']
      .map(name => ({ name, language, path: join(folder, language, name) }))
      .filter(({ path }) => existsSync(path))
      .map(({ name, language, path }) => ({
        name,
        language,
        file: shown(path),
        text: readFileSync(path, 'utf8'),
      })),
  )
}

/** The first card of a conversation is the largest: what was understood, the introduction, the step, every button. */
function showStepOf(library: Library, speech: Speech): ShowStep {
  return (topic, id, language) => {
    const step = library.articles.get(topic)?.steps.find(step => step.id === id)
    const choices = step === undefined ? [] : choicesOf(step)
    const open: Open = { nonce: 'f'.repeat(32), choices, topic, step: id }
    const reply: Reply = {
      say: [
        { key: 'start.by-words', values: { topic: { topic } } },
        { key: 'start.intro', values: { intro: { intro: topic } } },
      ],
      step: { topic, step: id, number: 10 },
      choices,
      nonce: open.nonce,
    }
    const spoken = speech.speak(reply, language, open)
    const message = JSON.stringify(cardMessage(spokenCard(spoken), spoken.summary))
    return { bytes: Buffer.byteLength(message), most: messageBudget }
  }
}

function choicesOf({ answers, note }: Step): readonly string[] {
  const named = answers.map(({ id }) => `answer:${id}`)
  const outcomes = ['fixed', ...(named.length > 0 || note ? [] : ['no-change']), 'different', 'could-not']
  return [...named, ...outcomes, 'not-this', 'person']
}
