/** Plays one script in a room and compares what is heard with what is expected. */
import type { Content } from '../turn/decide.ts'
import { againstBot, againstCase, type Difference } from './compare.ts'
import type { Employee, Heard, Room } from './room.ts'
import type { Act, Script } from './script.ts'

export interface Rehearsed {
  readonly script: Script
  /** The conversation as far as it went. */
  readonly exchanges: readonly Exchange[]
  /** Absent: everything was as expected. */
  readonly failure?: Failure
}

/** One line of the employee and what came of it. */
export interface Exchange {
  /** As in the script: words, `[button]`, or "(2 hours later)". */
  readonly said: string
  readonly heard: Heard
}

export interface Failure {
  readonly line: number
  readonly differences: readonly Difference[]
}

/** Ends at the first line that is not as expected: what follows would mean nothing. */
export async function rehearse(script: Script, room: Room, content: Content): Promise<Rehearsed> {
  const employee = room.enter(script.locale, content)
  const exchanges: Exchange[] = []
  for (const act of script.acts) {
    const differences = await perform(act, employee, exchanges, content, script)
    if (differences.length > 0) return { script, exchanges, failure: { line: act.line, differences } }
  }
  return { script, exchanges }
}

async function perform(
  act: Act,
  employee: Employee,
  exchanges: Exchange[],
  content: Content,
  { language }: Script,
): Promise<readonly Difference[]> {
  const heard = exchanges.at(-1)?.heard
  switch (act.kind) {
    case 'bot':
      return heard ? againstBot(act.expected, heard) : []
    case 'case':
      return againstCase(act.expected, heard?.case, content, language)
    case 'says':
    case 'presses':
    case 'later':
      return noted(await play(act, employee), act, employee, exchanges)
  }
}

type Deed = Extract<Act, { kind: 'says' | 'presses' | 'later' }>

/** Undefined: the button is not there. */
export function play(act: Deed, employee: Employee): Promise<Heard | undefined> {
  switch (act.kind) {
    case 'says':
      return employee.says(act.text)
    case 'presses':
      return employee.presses(act.label)
    case 'later':
      return employee.waits(act.ms)
  }
}

function noted(
  heard: Heard | undefined,
  act: Deed,
  employee: Employee,
  exchanges: Exchange[],
): readonly Difference[] {
  if (heard) {
    exchanges.push({ said: wordsOf(act), heard })
    return []
  }
  const offered = employee.buttons.map(label => `[${label}]`).join(' ') || 'no buttons'
  return [{ expected: `the button ${wordsOf(act)}`, got: offered }]
}

export function wordsOf(act: Deed): string {
  switch (act.kind) {
    case 'says':
      return act.text
    case 'presses':
      return `[${act.label}]`
    case 'later':
      return `(${act.words} later)`
  }
}
