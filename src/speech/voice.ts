/** Ids -> words of one language: topics, steps, causes, codes, languages. */

import type { Value } from '../dialogs/types.ts'
import type { ArticleText, Language, SignatureId, StepId, StepText, TopicId } from '../knowledge/article.ts'
import type { Library } from '../knowledge/library.ts'
import { fill } from '../knowledge/placeholders.ts'
import type { Translate } from './locales.ts'
import { toldText } from './told.ts'

/** One language's view of the library; `place` is the employee's place in the queue, where it is known. */
export interface Voice {
  readonly language: Language
  readonly library: Library
  readonly t: Translate
  readonly place?: number
}

/** The article in this language, or in the one it was written in. */
export function textOf(voice: Voice, topic: TopicId): ArticleText | undefined {
  const article = voice.library.articles.get(topic)
  return article && (article.texts[voice.language] ?? article.texts[article.source])
}

export function stepTextOf(voice: Voice, topic: TopicId, step: StepId): StepText | undefined {
  return textOf(voice, topic)?.steps[step]
}

/** An id that has no text any more reads as its words: `other-network` -> "other network". */
export function plain(id: string): string {
  return id.replaceAll('-', ' ')
}

export function topicName(voice: Voice, topic: TopicId): string {
  const text = textOf(voice, topic)
  return text ? filled(voice, text.title) : plain(topic)
}

export function stepName(voice: Voice, topic: TopicId, step: StepId): string {
  const text = stepTextOf(voice, topic, step)
  return text ? filled(voice, text.name) : plain(step)
}

export function causeName(voice: Voice, topic: TopicId, cause: string): string {
  const name = textOf(voice, topic)?.causes[cause]
  return name ? filled(voice, name) : plain(cause)
}

export function filled(voice: Voice, text: string): string {
  return fill(text, voice.language, voice.library)
}

/** How people call a code: "809", "0x800B0101", "4652", "NO-PROPOSAL-CHOSEN". */
export function codeName(signature: SignatureId): string {
  return signature.slice(signature.indexOf(':') + 1)
}

/** "Deutsch" in German, "German" in English. */
export function languageName(language: Language, reader: Language): string {
  return new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language
}

/** Puts a sentence's value into words. */
export function word(voice: Voice, value: Value): string | number {
  if (typeof value !== 'object') return value
  if ('topic' in value) return topicName(voice, value.topic)
  if ('step' in value) return stepName(voice, value.of, value.step)
  if ('signature' in value) return codeName(value.signature)
  if ('language' in value) return languageName(value.language, voice.language)
  if ('intro' in value) return introOf(voice, value.intro)
  if ('told' in value) return toldText(voice, value.told)
  return voice.place ?? 1
}

/** Windows' words in the language of the sentences around them, as in the steps. */
function introOf(voice: Voice, topic: TopicId): string {
  const text = textOf(voice, topic)
  return text ? filled({ ...voice, language: text.language }, text.intro) : ''
}
