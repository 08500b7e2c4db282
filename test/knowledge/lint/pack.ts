/** The example of test/knowledge/folder.ts made complete, so that each test breaks one thing in it. */
import { readFileSync } from 'node:fs'

import { type Linted, lintFolders } from '../../../src/cli/kb/lint.ts'
import { sourceHash, stamped } from '../../../src/knowledge/article/stamp.ts'
import type { Problem, Rule } from '../../../src/knowledge/lint/problem.ts'
import { english, type Files, folderOf, german, shipped, structure } from '../folder.ts'

export const at = 'ipsec/server-does-not-answer'

const causes = `
# causes
## path-blocked
the network on the way
## server-down
the server itself
`
const ursachen = `
# causes
## path-blocked
das Netz auf dem Weg
## server-down
der Server selbst
`
const phrases = `phrases:
  - vpn times out at home
  - "809 again"
  - the vpn server stays silent
  - no answer when I dial in
  - connecting takes forever and then stops
  - cannot get into the company network
  - remote server not responding
  - nothing happens when I connect`
const wendungen = `phrases:
  - vpn läuft zuhause in die zeit
  - schon wieder 809
  - der vpn-server meldet sich nicht
  - keine antwort beim einwählen
  - verbinden dauert ewig und bricht ab
  - komme nicht ins firmennetz
  - gegenstelle antwortet nicht
  - beim verbinden passiert nichts`

export const texts = {
  structure,
  en: change(english, [/^phrases:.*$/m, phrases]) + causes,
  de: change(german, [/^phrases:.*$/m, wendungen]) + ursachen,
}

/** The lists that understanding needs, each with one word in it. */
export const words = JSON.stringify(JSON.parse(readFileSync('locales/en/words.json', 'utf8')), shortened, 2)

function shortened(_: string, value: unknown): unknown {
  return Array.isArray(value) && value.every(item => typeof item === 'string') ? ['word'] : value
}

const bot = '{ "start": { "intro": "{{intro}}" } }'
/** Small ones: the shipped languages are looked at in shipped.test.ts. */
const smallLocales = Object.fromEntries(
  ['de', 'en', 'fr'].flatMap(language => [
    [`${language}/bot.json`, bot],
    [`${language}/words.json`, words],
  ]),
)

export interface Changes {
  readonly structure?: readonly Change[]
  readonly en?: readonly Change[]
  readonly de?: readonly Change[]
  /** Added or replaced as they are. */
  readonly files?: Files
  /** A folder of locales instead of the shipped one. */
  readonly locales?: Files
  /** False: the German file keeps the mark of the English one before the change. */
  readonly stamp?: boolean
}
type Change = readonly [from: string | RegExp, to: string]

/** Replaces, and insists that there was something to replace. */
export function change(text: string, ...changes: readonly Change[]): string {
  return changes.reduce((before, [from, to]) => {
    const after = before.replace(from, () => to)
    if (after === before) throw new Error(`"${from}" is not in the text`)
    return after
  }, text)
}

export function packWith(changes: Changes): string {
  const en = change(texts.en, ...(changes.en ?? []))
  const hash = sourceHash(changes.stamp === false ? texts.en : en)
  return shipped({
    [`${at}/article.yaml`]: change(texts.structure, ...(changes.structure ?? [])),
    [`${at}/en.md`]: en,
    [`${at}/de.md`]: stamped(change(texts.de, ...(changes.de ?? [])), hash),
    ...changes.files,
  })
}

/** The problems, with the part of the path cut off that changes from test to test. */
export function problemsOf(changes: Changes, rules?: readonly Rule[]): Linted['problems'] {
  const folder = packWith(changes)
  const locales = folderOf(changes.locales ?? smallLocales)
  const { problems } = lintFolders({ folders: [folder] }, [locales], rules)
  const short = (text: string) => [folder, locales].reduce<string>((s, f) => s.replaceAll(`${f}/`, ''), text)
  return problems.map(
    (problem): Problem => ({ ...problem, file: short(problem.file), message: short(problem.message) }),
  )
}
