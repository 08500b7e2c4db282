/** Checks one words.json; every problem names the file and the key. */
import type { AnswerWord, Interrupt } from '../understanding.ts'

export interface WordsFile {
  /** Lists that patterns name: `{somebody}`. */
  readonly sets?: Readonly<Record<string, readonly string[]>>
  readonly fillers: readonly string[]
  readonly joins: readonly string[]
  readonly conditions: readonly string[]
  /** Turn the words of a button into its opposite: "not the same". */
  readonly negations: readonly string[]
  /** Words that may stand beside those of a button and say nothing: "it", "is", "there". */
  readonly particles: readonly string[]
  readonly acknowledge: readonly string[]
  readonly interrupts: Readonly<Record<Interrupt, readonly string[]>>
  readonly answers: Readonly<Record<AnswerWord, readonly string[]>>
  readonly numbers: readonly string[]
  readonly ordinals: readonly (readonly string[])[]
  readonly choices: readonly string[]
  readonly last: readonly string[]
  readonly languages: Readonly<Record<string, readonly string[]>>
}

const interrupts = [
  ...(['help', 'back', 'skip', 'start-over', 'status', 'person', 'language'] as const),
  ...(['restarting', 'thanks', 'greeting', 'insult', 'noise'] as const),
] satisfies readonly Interrupt[]
const answers = [
  ...(['yes', 'no', 'fixed', 'no-change', 'same', 'different', 'could-not', 'none', 'back-again'] as const),
  'noted-wrong',
] satisfies readonly AnswerWord[]
const lists = [
  ...(['fillers', 'joins', 'conditions', 'negations', 'particles', 'acknowledge'] as const),
  ...(['numbers', 'choices', 'last'] as const),
] as const
const keys: readonly string[] = [...lists, 'sets', 'interrupts', 'answers', 'ordinals', 'languages']

/** A usable file, or undefined with problems added. */
export function checkWords(json: unknown, file: string, problems: string[]): WordsFile | undefined {
  const before = problems.length
  if (!isRecord(json)) {
    problems.push(`${file}: is not an object.`)
    return undefined
  }
  for (const key of Object.keys(json)) if (!keys.includes(key)) problems.push(`${file}: ${key} is unknown.`)
  for (const key of lists) checkList(json[key], `${file}: ${key}`, problems)
  checkGroup(json.interrupts, interrupts, `${file}: interrupts`, problems)
  checkGroup(json.answers, answers, `${file}: answers`, problems)
  if (json.sets !== undefined) checkGroup(json.sets, [], `${file}: sets`, problems)
  checkGroup(json.languages, [], `${file}: languages`, problems)
  if (!Array.isArray(json.ordinals)) problems.push(`${file}: ordinals has no list.`)
  else
    for (const [i, list] of json.ordinals.entries()) checkList(list, `${file}: ordinals.${i + 1}`, problems)
  return problems.length === before ? (json as unknown as WordsFile) : undefined
}

function checkGroup(group: unknown, needed: readonly string[], at: string, problems: string[]): void {
  if (!isRecord(group)) {
    problems.push(`${at} is missing.`)
    return
  }
  for (const key of needed) if (!(key in group)) problems.push(`${at}.${key} is missing.`)
  for (const [key, list] of Object.entries(group)) {
    if (needed.length > 0 && !needed.includes(key)) problems.push(`${at}.${key} is unknown.`)
    else checkList(list, `${at}.${key}`, problems)
  }
}

function checkList(list: unknown, at: string, problems: string[]): void {
  const good = Array.isArray(list) && list.every(item => typeof item === 'string' && item.trim() !== '')
  if (!good) problems.push(`${at} is not a list of phrases.`)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
