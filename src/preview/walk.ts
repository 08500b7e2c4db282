/** One employee's way through an article, by the dialogs of the service: every card that is sent, in order. */
import { advance } from '../dialogs/advance.ts'
import type { Knowledge } from '../dialogs/moment.ts'
import { openCase } from '../dialogs/opening.ts'
import type { Advanced, Case, ChoiceId, TurnEvent } from '../dialogs/types.ts'
import type { Article, Language } from '../knowledge/article.ts'
import type { Understanding } from '../knowledge/understanding.ts'

/** What the employee does: presses a button, or writes own words where they are asked for. */
export type Move = ChoiceId | 'own-words'

export interface Turn {
  /** Absent: the article is begun. */
  readonly move?: Move
  readonly advanced: Advanced
  /** What could be done next. */
  readonly open: readonly Move[]
}

const now = Date.UTC(2026, 0, 5, 9)
/** More than any article has; a way that turns in a circle ends here. */
const mostTurns = 60
/** What an employee does who is not helped: the first of these that is open. */
const unhelped: readonly ChoiceId[] = ['no-change', 'yes', 'helpful', 'none']

/**
 * Does the `moves` as long as they are open, and from there on what somebody does whom nothing helps, to the end.
 */
export function walk(
  knowledge: Knowledge,
  article: Article,
  language: Language,
  moves: readonly Move[],
): Turn[] {
  const turns = [begun(knowledge, article, language)]
  for (let i = 0; i < mostTurns; i++) {
    const last = turns.at(-1)
    const asked =
      turns.length <= moves.length && turns.every(({ move }, n) => n === 0 || move === moves[n - 1])
    const wished = asked ? moves[turns.length - 1] : undefined
    const move = last?.open.find(open => open === wished) ?? (last && usual(last))
    if (!last || move === undefined) return turns
    turns.push(next(knowledge, last.advanced.case, move, turns.length))
  }
  return turns
}

function begun(knowledge: Knowledge, article: Article, language: Language): Turn {
  const [code] = article.signatures
  const signature = code?.replace(/@.*$/, '')
  const understood: Understanding = signature
    ? { ...nothing, signatures: [signature], decided: [article.id] }
    : { ...nothing, candidates: [{ topic: article.id, confidence: 1 }], band: 'sure' }
  const c = { ...openCase(article.id, now, language, 'chosen'), welcomed: true as const }
  return turnOf(
    knowledge,
    advance(knowledge, c, message(understood, article.texts[language]?.phrases[0] ?? '', 0)),
  )
}

const nothing: Understanding = {
  signatures: [],
  strays: [],
  decided: [],
  candidates: [],
  band: 'none',
  words: 4,
}

function next(knowledge: Knowledge, c: Case, move: Move, number: number): Turn {
  const event: TurnEvent =
    move === 'own-words'
      ? message(nothing, '…', number)
      : { ...at(number), kind: 'choice', choice: move, nonce: c.open?.nonce ?? '' }
  return { move, ...turnOf(knowledge, advance(knowledge, c, event)) }
}

function message(understood: Understanding, text: string, number: number): TurnEvent {
  return { ...at(number), kind: 'message', text, secret: false, understood }
}

/** A seed as long as those of the service, so that the cards have their size. */
function at(number: number): { at: number; seed: string } {
  return { at: now + number * 60_000, seed: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` }
}

function turnOf(knowledge: Knowledge, advanced: Advanced): Turn {
  const { case: c } = advanced
  const words = asksForWords(knowledge, c) ? (['own-words'] as const) : []
  return { advanced, open: [...(c.open?.choices ?? []), ...words] }
}

function asksForWords(knowledge: Knowledge, { stage, topic }: Case): boolean {
  if (stage.kind === 'describe' || stage.kind === 'why') return true
  const article = stage.kind === 'step' && topic ? knowledge.article(topic.id) : undefined
  return article?.steps.some(({ id, note }) => note && 'step' in stage && id === stage.step) ?? false
}

/** Undefined: the way is at its end, with a person or with a thank-you. */
function usual({ advanced: { case: c }, open }: Turn): Move | undefined {
  if (c.owner !== 'bot') return undefined
  const answer = open.find(move => move.startsWith('answer:') || move.startsWith('why:'))
  const pressed = unhelped.find(choice => open.includes(choice))
  return answer ?? pressed ?? open.find(move => move === 'own-words')
}
