/** Everything Deskhand says, in words of one language. Knows no channel: cards and plain text are built from Spoken. */
import type { Case, ChoiceId, Open, Reply, Sentence, Settled } from '../dialogs/types.ts'
import type { Language, Like, TopicId } from '../knowledge/article.ts'
import type { Library } from '../knowledge/library.ts'
import { choiceLabel, ranked } from './choices.ts'
import type { Locales } from './locales.ts'
import type { Block, Spoken } from './spoken.ts'
import { notice, summary } from './summary.ts'
import { filled, languageName, stepName, stepTextOf, textOf, type Voice, word } from './voice.ts'

export interface Label {
  readonly id: ChoiceId
  readonly label: string
  /** What a step's own answer amounts to. */
  readonly like?: Like
  /** What people type instead. */
  readonly typed?: readonly string[]
}

export interface Speech {
  readonly languages: readonly Language[]
  /** `place`: the employee's place in the queue, for the sentences that name it. */
  speak(reply: Reply, language: Language, open?: Open, place?: number): Spoken
  /** The labels of an open question in the order of its buttons, for typed answers. */
  labels(open: Open, language: Language): readonly Label[]
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
  const blocks = reply.say.flatMap(sentence => saidBlocks(voice, sentence))
  if (reply.step) {
    const introduced = reply.say.some(sentence => introduces(sentence) !== undefined)
    blocks.push(...(introduced ? [] : onlyIn(voice, reply.step.topic)), ...stepBlocks(voice, reply.step))
  }
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

function saidBlocks(voice: Voice, sentence: Sentence): Block[] {
  const markdown = say(voice, sentence)
  if (markdown === '') return []
  const topic = introduces(sentence)
  return [...(topic === undefined ? [] : onlyIn(voice, topic)), { kind: 'text', markdown }]
}

/** The topic whose introduction the sentence is. */
function introduces({ values = {} }: Sentence): TopicId | undefined {
  return Object.values(values)
    .flatMap(value => (typeof value === 'object' && 'intro' in value ? [value.intro] : []))
    .at(0)
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
  const facts = [
    t('step.minutes', { count: step.minutes }),
    ...(step.restart && !shown.restartLater ? [t('step.restart')] : []),
  ]
  const language = textOf(voice, shown.topic)?.language ?? voice.language
  const spoken = { ...voice, language }
  return [
    { kind: 'step', heading: t('step.heading', { number: shown.number }), facts },
    { kind: 'text', markdown: filled(spoken, text.body) },
    ...note(spoken, t('step.done-when'), text.doneWhen, 'quiet'),
    ...note(spoken, t('step.undo'), text.undo, 'quiet'),
    ...note(spoken, t('step.warning'), text.warning, 'warning'),
  ]
}

/** The article is not translated yet: said before its first words, not hidden. */
function onlyIn(voice: Voice, topic: TopicId): Block[] {
  const language = textOf(voice, topic)?.language
  if (language === undefined || language === voice.language) return []
  const name = languageName(language, voice.language)
  return [{ kind: 'text', markdown: voice.t('step.only-in', { language: name }) }]
}

function note(voice: Voice, label: string, text: string | undefined, tone: 'quiet' | 'warning'): Block[] {
  return text ? [{ kind: 'note', label, markdown: filled(voice, text), tone }] : []
}

/** First words of what is said, without Markdown marks. */
function summaryOf(blocks: readonly Block[]): string {
  const first = blocks.map(block => ('markdown' in block ? block.markdown : block.heading)).join(' ')
  const flat = first
    .slice(0, 500)
    .replace(/[*_`#]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return flat.length > 160 ? `${flat.slice(0, 159)}…` : flat
}

function labels(voice: Voice, open: Open): Label[] {
  const article = open.topic === undefined ? undefined : voice.library.articles.get(open.topic)
  const answers = article?.steps.find(({ id }) => id === open.step)?.answers ?? []
  const all = open.choices.map(id => {
    const answer = answers.find(answer => id === `answer:${answer.id}`)
    const typed = answer && typedFor(voice, open, answer.id)
    return {
      label: {
        id,
        label: choiceLabel(voice, id, open),
        ...(answer?.like && { like: answer.like }),
        ...(typed?.length && { typed }),
      },
      rank: ranked(id, open),
    }
  })
  const [main, side] = [all.filter(({ rank }) => rank === 'main'), all.filter(({ rank }) => rank === 'side')]
  return [...main, ...side].map(({ label }) => label)
}

function typedFor(
  voice: Voice,
  { topic = '', step = '' }: Open,
  answer: string,
): readonly string[] | undefined {
  return textOf(voice, topic)?.typed[step]?.[answer]
}

function settledLine(voice: Voice, settled: Settled): string {
  const { choice, topic, step } = settled
  if (!choice) return voice.t('settled.overtaken')
  const label = choiceLabel(voice, choice, settled)
  if (!step || !topic) return voice.t('settled.chosen', { label })
  return voice.t('settled.step', { name: stepName(voice, topic, step), label })
}
