/** An article as its reader sees it: the cards of one way through it, the steps beside that way, and the hand-over. */
import type { AdaptiveCard } from '../bot/cards/elements.ts'
import { fitted, messageBudget } from '../bot/cards/fit.ts'
import { messageFor, spokenCard } from '../bot/cards/message.ts'
import type { Knowledge } from '../dialogs/moment.ts'
import { showStep } from '../dialogs/troubleshoot.ts'
import type { Case } from '../dialogs/types.ts'
import type { Article, Doer, Language, Step } from '../knowledge/article.ts'
import type { Speech } from '../speech/speech.ts'
import type { Spoken } from '../speech/spoken.ts'
import { type Move, type Turn, walk } from './walk.ts'

export interface Shown {
  readonly card: AdaptiveCard
  /** Bytes of the whole message, of at most `budget`. */
  readonly bytes: number
  readonly budget: number
}

export interface ShownTurn {
  /** What the employee did before: the button's label, or nothing for own words. */
  readonly did?: { readonly move: Move; readonly label: string }
  readonly cards: readonly Shown[]
  /** The move that the next turn begins with. */
  readonly taken?: Move
  /** Own words can be written here, `own-words`. */
  readonly words: boolean
}

export interface ShownStep extends Shown {
  readonly id: string
  readonly by: Doer
  readonly minutes: number
}

export interface ShownArticle {
  readonly id: string
  readonly language: Language
  /** The language that the text is in; another one where it is not translated. */
  readonly textLanguage: Language
  readonly title: string
  readonly phrases: readonly string[]
  readonly turns: readonly ShownTurn[]
  /** Steps that this way does not come to. */
  readonly beside: readonly ShownStep[]
  readonly end: 'handed-over' | 'fixed' | 'open'
  /** What the agent reads, and the card in the agents' channel. */
  readonly summary: string
  readonly notice: Shown
}

export interface Reader {
  readonly knowledge: Knowledge
  readonly speech: Speech
}

export interface Wish {
  readonly language: Language
  readonly agentLanguage: Language
  readonly moves: readonly Move[]
}

export function showArticle(reader: Reader, article: Article, wish: Wish): ShownArticle {
  const { knowledge, speech } = reader
  const { language, agentLanguage, moves } = wish
  const turns = walk(knowledge, article, language, moves)
  const end = turns.at(-1)?.advanced.case
  const text = article.texts[language] ?? article.texts[article.source]
  return {
    id: article.id,
    language,
    textLanguage: text?.language ?? article.source,
    title: text?.title ?? article.id,
    phrases: text?.phrases ?? [],
    turns: turns.map((turn, index) => shownTurn(speech, language, turn, turns[index - 1], turns[index + 1])),
    beside: besides(reader, article, language, turns),
    end: end?.outcome === 'handed-over' || end?.outcome === 'fixed' ? end.outcome : 'open',
    summary: end ? speech.summary(end, agentLanguage) : '',
    notice: shown(end ? speech.notice(end, agentLanguage) : silence(agentLanguage)),
  }
}

function shownTurn(
  speech: Speech,
  language: Language,
  { move, advanced, open }: Turn,
  before: Turn | undefined,
  after: Turn | undefined,
): ShownTurn {
  const spoken = advanced.replies.map(reply => speech.speak(reply, language, advanced.case.open, 1))
  const question = before?.advanced.case.open
  const label = question && speech.labels(question, language).find(({ id }) => id === move)?.label
  return {
    ...(move && { did: { move, label: label ?? '' } }),
    cards: spoken.map(shown),
    ...(after?.move && { taken: after.move }),
    words: open.includes('own-words'),
  }
}

function shown(spoken: Spoken): Shown {
  const message = fitted(spoken, messageBudget, words => JSON.stringify(messageFor(words, 'msteams')))
  const attached: unknown = JSON.parse(message)?.attachments?.[0]?.content
  const card = (attached as AdaptiveCard | undefined) ?? spokenCard(spoken)
  return { card, bytes: Buffer.byteLength(message), budget: messageBudget }
}

function silence(language: Language): Spoken {
  return { language, summary: '', blocks: [], choices: [] }
}

function besides(
  reader: Reader,
  article: Article,
  language: Language,
  turns: readonly Turn[],
): readonly ShownStep[] {
  const [first] = turns
  if (!first) return []
  const seen = new Set(turns.flatMap(({ advanced }) => advanced.replies.map(({ step }) => step?.step)))
  const missed = article.steps.filter(({ id }) => !seen.has(id))
  return missed.map(step => ({
    id: step.id,
    by: step.by,
    minutes: step.minutes,
    ...shownStep(reader, article, step, first.advanced.case, language),
  }))
}

/** Others' steps have no number and nothing to press: the agent reads them, and does them. */
function shownStep(
  { knowledge, speech }: Reader,
  article: Article,
  step: Step,
  c: Case,
  language: Language,
): Shown {
  const moment = { knowledge, at: c.openedAt, seed: '00000000-0000-4000-8000-000000000000' }
  const { replies, case: asked } = showStep(moment, { ...c, steps: [] }, article, step)
  const spoken = replies.map(reply => speech.speak(reply, language, asked.open)).at(0) ?? silence(language)
  if (step.by === 'employee') return shown(spoken)
  const { nonce: _, ...read } = spoken
  return shown({ ...read, blocks: spoken.blocks.filter(({ kind }) => kind !== 'step'), choices: [] })
}
