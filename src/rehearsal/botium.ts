/** The conversations as Botium reads them: one .convo.txt each, with its asserters for parts of texts and for buttons. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Act, BotClause, Script } from './script.ts'

export interface Exported {
  readonly written: number
  /** Time passes in these, where Botium would really wait; or a pasted line starts with #, which it takes for its own. */
  readonly left: readonly Script[]
}

export function exportBotium(scripts: readonly Script[], folder: string): Exported {
  mkdirSync(folder, { recursive: true })
  const left = scripts.filter(({ acts }) => acts.some(cannotBeSaid))
  const kept = scripts.filter(script => !left.includes(script))
  for (const [index, script] of kept.entries())
    writeFileSync(join(folder, `${nameOf(script)}-${index + 1}.convo.txt`), convoOf(script))
  return { written: kept.length, left }
}

function cannotBeSaid(act: Act): boolean {
  return act.kind === 'later' || (act.kind === 'says' && /^#/m.test(act.text))
}

/** `bad-spi.de`, from knowledge/ipsec/bad-spi/conversations/de.txt. */
function nameOf({ file, language }: Script): string {
  return `${basename(dirname(dirname(file)))}.${language}`
}

/** What a case holds, and ids of steps, are not to be seen from outside; they are left out. */
export function convoOf({ name, acts }: Script): string {
  const parts = acts.map(partOf).filter(part => part !== '')
  return `${[name, ...parts].join('\n\n')}\n`
}

function partOf(act: Act): string {
  switch (act.kind) {
    case 'says':
      return `#me\n${act.text}`
    case 'presses':
      return `#me\nBUTTON ${escaped(act.label)}`
    case 'bot':
      return botPart(act.expected)
    case 'later':
    case 'case':
      return ''
  }
}

/** An answer of which nothing is expected is waited for all the same. */
function botPart(expected: readonly BotClause[]): string {
  if (expected.some(({ kind }) => kind === 'silent')) return ''
  return ['#bot', ...expected.flatMap(asserterOf)].join('\n')
}

function asserterOf(clause: BotClause): string[] {
  switch (clause.kind) {
    case 'contains':
      return [`TEXT_CONTAINS_ALL_IC ${escaped(clause.text)}`]
    case 'lacks':
      return [`!TEXT_CONTAINS_ANY_IC ${escaped(clause.text)}`]
    case 'buttons':
      return [`BUTTONS ${clause.labels.map(escaped).join('|')}`]
    case 'stands':
    case 'silent':
      return []
  }
}

/** The bar parts Botium's arguments. */
function escaped(text: string): string {
  return text.replaceAll('|', '\\|')
}
