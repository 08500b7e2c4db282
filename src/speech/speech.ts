/** Everything Deskhand says, in words of one language. Knows no channel: cards and plain text are built from Spoken. */
import type { Case, ChoiceId, Open, Reply, Sentence, Settled } from '../dialogs/types.ts'
import type { Language } from '../knowledge/article.ts'
import type { Library } from '../knowledge/library.ts'
import { choiceLabel, ranked } from './choices.ts'
import type { Locales } from './locales.ts'
import type { Block, Spoken } from './spoken.ts'
import { notice, summary } from './summary.ts'
import { filled, languageName, stepName, stepTextOf, textOf, type Voice, word } from './voice.ts'

export interface Speech {
  readonly languages: readonly Language[]
  /** `place`: the employee's place in the queue, for the sentences that name it. */
  speak(reply: Reply, language: Language, open?: Open, place?: number): Spoken
  /** The labels of an open question in the order of its buttons, for typed answers. */
  labels(open: Open, language: Language): readonly { readonly id: ChoiceId; readonly label: string }[]
  /** The one line that replaces an answered card. */
  settled(settled: Settled, language: Language): string
  /** The case as an agent reads it, in the agent's language; only the employee's words stay as written. */
  summary(c: Case, language: Language): string
  /** The card for the agents' channel, without personal data. */
  notice(c: Case, language: Language): Spoken
  /** One sentence by its key. */
  sentence(key: string, language: Language): string
}

export function createSpeech(locales: Locales, library: Library): Speech {
  const voiceIn = (language: Language, place?: number): Voice => ({
    language,
    library,
    t: locales.words(language),
    ...(place !== undefined && { place }),
  })
  return {
    languages: locales.languages,
    speak: (reply, language, open, place) => speak(voiceIn(language, place), reply, open),
    labels: (open, language) => labels(voiceIn(language), open),
    settled: (settled, language) => settledLine(voiceIn(language), settled),
    summary: (c, language) => summary(voiceIn(language), c),
    notice: (c, language) => notice(voiceIn(language), c),
    sentence: (key, language) => locales.words(language)(key),
  }
}

function speak(voice: Voice, reply: Reply, open: Open | undefined): Spoken {
  const said = reply.say.map(sentence => say(voice, sentence)).filter(text => text.length > 0)
  const blocks: Block[] = said.map(markdown => ({ kind: 'text', markdown }))
  if (reply.step) blocks.push(...stepBlocks(voice, reply.step))
  const choices = reply.choices.map(id => ({
    id,
    label: choiceLabel(voice, id, open),
    rank: ranked(id, open),
  }))
  return {
    language: voice.language,
    summary: summaryOf(blocks),
    blocks,
    choices: [
      ...choices.filter(({ rank }) => rank === 'main'),
      ...choices.filter(({ rank }) => rank === 'side'),
    ],
    ...(reply.nonce && { nonce: reply.nonce }),
  }
}

function say(voice: Voice, { key, values = {} }: Sentence): string {
  const words = Object.entries(values).map(([name, value]) => [name, word(voice, value)])
  return voice.t(key, Object.fromEntries(words)).trim()
}

function stepBlocks(voice: Voice, shown: NonNullable<Reply['step']>): Block[] {
  const { t } = voice
  const article = voice.library.articles.get(shown.topic)
  const step = article?.steps.find(({ id }) => id === shown.step)
  const text = stepTextOf(voice, shown.topic, shown.step)
  if (!step || !text) return []
  const facts = [t('step.minutes', { count: step.minutes }), ...(step.restart ? [t('step.restart')] : [])]
  const language = textOf(voice, shown.topic)?.language ?? voice.language
  const spoken = { ...voice, language }
  return [
    ...(language === voice.language ? [] : [foreign(voice, language)]),
    { kind: 'step', heading: t('step.heading', { number: shown.number }), facts },
    { kind: 'text', markdown: filled(spoken, text.body) },
    ...note(spoken, t('step.done-when'), text.doneWhen, 'quiet'),
    ...note(spoken, t('step.undo'), text.undo, 'quiet'),
    ...note(spoken, t('step.warning'), text.warning, 'warning'),
  ]
}

/** The article is not translated yet: said, not hidden. */
function foreign(voice: Voice, language: Language): Block {
  const name = languageName(language, voice.language)
  return { kind: 'text', markdown: voice.t('step.only-in', { language: name }) }
}

function note(voice: Voice, label: string, text: string | undefined, tone: 'quiet' | 'warning'): Block[] {
  return text ? [{ kind: 'note', label, markdown: filled(voice, text), tone }] : []
}

/** First words of what is said, without Markdown marks. */
function summaryOf(blocks: readonly Block[]): string {
  const first = blocks.map(block => ('markdown' in block ? block.markdown : block.heading)).join(' ')
  const flat = first
    .replace(/[*_`#]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return flat.length > 160 ? `${flat.slice(0, 159)}…` : flat
}

function labels(voice: Voice, open: Open): { id: ChoiceId; label: string }[] {
  const all = open.choices.map(id => ({ id, label: choiceLabel(voice, id, open), rank: ranked(id, open) }))
  const [main, side] = [all.filter(({ rank }) => rank === 'main'), all.filter(({ rank }) => rank === 'side')]
  return [...main, ...side].map(({ id, label }) => ({ id, label }))
}

function settledLine(voice: Voice, settled: Settled): string {
  const { choice, topic, step } = settled
  if (!choice) return voice.t('settled.overtaken')
  const label = choiceLabel(voice, choice, settled)
  if (!step || !topic) return voice.t('settled.chosen', { label })
  return voice.t('settled.step', { name: stepName(voice, topic, step), label })
}
