/** Names the rule that each sentence of the loader belongs to, so that a program can tell them apart. */
import type { Problem } from './problem.ts'

export interface LoaderRule {
  readonly name: string
  /** Of the loader's sentence. */
  readonly says: RegExp
  /** Where the sentence has none of its own after its last semicolon. */
  readonly cure?: string
}

/** The first that fits. */
export const loaderRules: readonly LoaderRule[] = [
  { name: 'unknown-placeholder', says: /^\{.*(is no placeholder|is not in (glossary|organisation)\.yaml)/i },
  { name: 'unknown-signature', says: /is not in codes\.json/ },
  { name: 'priors', says: /the priors of the causes|must be a number from 0 to 1\./ },
  { name: 'doubled-id', says: /the id is taken|stands (at|in) .* already|Map keys must be unique/ },
  { name: 'risk-without-undo', says: /no text for "## undo"; its risk/, cure: 'Say how to take it back.' },
  { name: 'high-risk', says: /has high risk: never a step for an employee/ },
  {
    name: 'missing-text',
    says: /has no text|has no name;|is empty|not empty|(title is|phrases are) missing|must begin with "---"/,
    cure: 'Write the text, or take out what asks for it.',
  },
  {
    name: 'extra-heading',
    says: /has no "## |is no step of article\.yaml|stands before any|headings have a meaning/,
    cure: 'Rename the heading, move it, or take it out.',
  },
  { name: 'who-and-minutes', says: /(has no "(by|minutes)"\.|: (by|minutes) must be)/ },
  { name: 'unknown-id', says: /names "|every answer rules out|a question needs two/ },
  { name: 'bad-id', says: /a name has small letters|this name is kept/, cure: 'Rename it.' },
  { name: 'stale-translation', says: /\.md; compare the two/ },
]

const fallbackCures: Readonly<Record<string, string>> = {
  'unknown-placeholder': 'Correct the name, or add it to that file.',
  'unknown-signature': 'Correct the code, or add it to codes.json.',
  priors: 'Correct the number.',
  'doubled-id': 'Rename or remove one of the two.',
  'who-and-minutes': 'Say who does it and how long it takes: "by: employee" and "minutes: 3".',
}

/** Reads `file:line sentence.` or, from files whose lines nobody counts, `file: sentence`. */
export function named(sentence: string, rules: readonly LoaderRule[] = loaderRules): Problem {
  const [, file = 'settings', line = '1', said = sentence] = /^(\S.*?):(?:(\d+))? (.*)$/s.exec(sentence) ?? []
  const rule = rules.find(({ says }) => says.test(said))
  const [message, own] = split(said.trim().replace(/\.$/, ''), rule?.cure)
  const cure = own ?? fallbackCures[rule?.name ?? ''] ?? 'Correct this line.'
  return { file, line: Number(line), rule: rule?.name ?? 'file', message, cure }
}

function split(said: string, cure: string | undefined): readonly [message: string, cure?: string] {
  if (cure !== undefined) return [said, cure]
  const at = said.lastIndexOf('; ')
  return at === -1 ? [said] : [said.slice(0, at), sentence(said.slice(at + 2))]
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
