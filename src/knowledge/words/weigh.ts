/** Several things in one utterance: which of them counts? */
import type { Language, Like } from '../article.ts'
import { type AnswerWord, type Interrupt, unhelped } from '../understanding.ts'
import type { Clause } from './clauses.ts'
import type { Meaning } from './vocabulary.ts'

export interface Open {
  readonly id: string
  readonly label: string
  /** What a step's own answer amounts to. */
  readonly like?: Like
  /** What people type instead of the label. */
  readonly typed?: readonly string[]
}

export interface Said {
  readonly interrupt?: Interrupt
  readonly wantsLanguage?: Language
  readonly answer?: AnswerWord
  readonly choice?: string
  readonly turned?: true
  readonly denies?: true
}

/** Requests that change what happens next; an answer beside them is dropped. The first wins. */
const requests: readonly Interrupt[] = [
  ...(['person', 'start-over', 'language', 'restarting', 'skip', 'back', 'status', 'help'] as const),
]
/** Said in passing; an answer beside them wins. */
const courtesies: readonly Interrupt[] = ['insult', 'thanks', 'greeting', 'noise']
/** Requests that count as one clause of a longer message, too. */
const clear: ReadonlySet<Interrupt> = new Set(['person', 'start-over', 'language', 'restarting'])

export interface Tone {
  /** Ends in a question mark: "works now?" is no answer. */
  readonly question: boolean
  /** Has an "if": a request is not meant now. */
  readonly conditional: () => boolean
  /** Has one of the conversation's language. */
  readonly conditionalHere: () => boolean
}

/** "Where do I find that?" asks because something could not be done; any other answer with a question mark is none. */
const asks: AnswerWord = 'could-not'

export function weigh(clauses: readonly Clause[], open: readonly Open[], tone: Tone): Said {
  const complete = clauses.every(({ covered }) => covered !== undefined)
  const request = requestIn(complete ? clauses : clausesWithRequest(clauses))
  if (request) return isOnePhrase(clauses) || !tone.conditional() ? request : {}
  const choice = complete ? choiceIn(clauses, open) : undefined
  if (choice !== undefined) return { choice }
  const answer = answerIn(clauses, complete, open)
  if (answer && (!tone.question || answer === asks) && !isOnlyAtTimes(answer, open, tone)) return { answer }
  return complete ? courtesyIn(clauses) : denial(clauses)
}

/** "When I am in the office it works" is no end of the problem, unless that was the question. */
function isOnlyAtTimes(answer: AnswerWord, open: readonly Open[], tone: Tone): boolean {
  return answer === 'fixed' && !open.some(({ like }) => like === 'works') && tone.conditionalHere()
}

/** Only a clause of at least two words: "…, agent, …" in a list of services is no request. */
function clausesWithRequest(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.filter(clause => {
    const long = clause.words.length > 1 || /^[가-힣]{4}/.test(clause.words[0] ?? '')
    return long && meaningsOf(clause).some(m => m.kind === 'interrupt' && clear.has(m.name))
  })
}

/** "When will someone answer" begins like a condition and is none. */
function isOnePhrase(clauses: readonly Clause[]): boolean {
  return clauses.length === 1 && clauses[0]?.covered?.length === 1
}

function requestIn(clauses: readonly Clause[]): Said | undefined {
  const meanings = clauses.flatMap(meaningsOf)
  for (const name of requests) {
    const found = meanings.find(meaning => meaning.kind === 'interrupt' && meaning.name === name)
    if (found?.kind !== 'interrupt') continue
    return { interrupt: name, ...(found.language && { wantsLanguage: found.language }) }
  }
  return undefined
}

function choiceIn(clauses: readonly Clause[], open: readonly Open[]): string | undefined {
  const found = clauses.flatMap(meaningsOf).find(meaning => meaning.kind === 'choice')
  return found?.kind === 'choice' ? open.at(found.nth < 0 ? -1 : found.nth - 1)?.id : undefined
}

function denial([first]: readonly Clause[]): Said {
  const said = first ? answersOf(first) : []
  return said.length > 0 && said.every(name => name === 'no') ? { denies: true } : {}
}

/** A longer message behind a yes or no to a step's question is a message of its own. */
const shortReply = 6

/** In a message that is not understood as a whole, its last clause answers, or a yes or no at its head. */
function answerIn(
  clauses: readonly Clause[],
  complete: boolean,
  open: readonly Open[],
): AnswerWord | undefined {
  if (complete) return answerOf(clauses.flatMap(answersOf), clauses.flatMap(meaningsOf), open)
  const [first, last] = [clauses[0], clauses.at(-1)]
  const closing = last && answersOf(last).filter(isPlain)
  if (closing && closing.length > 0) return pick(closing, open)
  const opening = first && answersOf(first)
  const asked = open.some(({ id }) => id === 'yes' || id === 'no')
  const askedHere = open.some(({ like }) => like === 'yes' || like === 'no')
  const short = clauses.reduce((sum, { words }) => sum + words.length, 0) <= shortReply
  if (!asked && !(askedHere && short)) return undefined
  return opening?.every(name => !isPlain(name)) ? opening.at(0) : undefined
}

function answerOf(
  names: readonly AnswerWord[],
  meanings: readonly Meaning[],
  open: readonly Open[],
): AnswerWord | undefined {
  const plain = names.filter(isPlain)
  if (plain.length > 0) return pick(plain, open)
  if (names.length > 0) return names.at(-1)
  return meanings.some(({ kind }) => kind === 'acknowledge') ? acknowledged(open) : undefined
}

const agreeable: ReadonlySet<string> = new Set(['yes', 'helpful', 'awaits-restart'])

/** "OK" and a thumbs-up agree to a question of yes or no, and to "Done"; to nothing else. */
export function acknowledged(open: readonly Open[]): AnswerWord | undefined {
  return open.some(({ id }) => agreeable.has(id)) ? 'yes' : undefined
}

/** Says more than yes or no. */
function isPlain(name: AnswerWord): boolean {
  return name !== 'yes' && name !== 'no'
}

/** The last one said; a phrase of two meanings means the one that is open. */
function pick(names: readonly AnswerWord[], open: readonly Open[]): AnswerWord | undefined {
  return names.findLast(name => open.some(({ id }) => id === name)) ?? names.at(-1)
}

function courtesyIn(clauses: readonly Clause[]): Said {
  const meanings = clauses.flatMap(meaningsOf)
  for (const name of courtesies)
    if (meanings.some(meaning => meaning.kind === 'interrupt' && meaning.name === name))
      return { interrupt: name }
  return meanings.some(({ kind }) => kind === 'acknowledge') ? { interrupt: 'noise' } : {}
}

function meaningsOf({ covered = [] }: Clause): readonly Meaning[] {
  return covered.flat()
}

/** A phrase that may be a mere "fine" is no answer, and "works" beside "not either" does not mean that it does. */
function answersOf({ covered = [] }: Clause): readonly AnswerWord[] {
  const clear = covered.filter(means => means.every(({ kind }) => kind !== 'acknowledge'))
  const phrases = clear.map(means =>
    means.flatMap(meaning => (meaning.kind === 'answer' ? [meaning.name] : [])),
  )
  const denied = phrases.some(names => names.length > 0 && names.every(name => unhelped.has(name)))
  return phrases.flat().filter(name => !denied || name !== 'fixed')
}
