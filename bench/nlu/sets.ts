/** All public sets of a folder beside each other: `npm run -s bench -- nlu --sets DIR`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from '../../src/knowledge/matcher/random.ts'
import { measure, type Row, train } from './measure.ts'
import { withTypos } from './typos.ts'

interface Split {
  readonly train: readonly Row[]
  readonly test: readonly Row[]
}

interface SetFile extends Partial<Split> {
  readonly langs?: Readonly<Record<string, Split>>
  readonly oosTest?: readonly Row[]
}

/** One model for these languages, as in the published comparisons. */
const together: Readonly<Record<string, readonly string[]>> = {
  xSID: ['en', 'de', 'it', 'nl'],
  nlpjs50: ['en', 'fr', 'it', 'es'],
}
const typoSeed = 42

export function runSets(folder: string): void {
  console.log('set                 clean   typos   F1      ECE     OOS     train s  p50 us  p99 us  model kB')
  for (const file of readdirSync(folder).filter(name => name.endsWith('.json'))) {
    const name = file.replace('.json', '')
    const set: SetFile = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const split = splitOf(name, set)
    if (split) console.log(lineOf(name, split, set.oosTest))
  }
}

function splitOf(name: string, { train, test, langs }: SetFile): Split | undefined {
  if (train && test) return { train, test }
  const parts = (together[name] ?? Object.keys(langs ?? {})).flatMap(language => langs?.[language] ?? [])
  if (parts.length === 0) return undefined
  return { train: parts.flatMap(p => p.train), test: parts.flatMap(p => p.test) }
}

function lineOf(name: string, split: Split, foreign?: readonly Row[]): string {
  const trained = train(split.train)
  const clean = measure(trained, split.test, foreign)
  const typos = measure(trained, disturbed(split.test, typoSeed))
  return [
    name.padEnd(18),
    percent(clean.accuracy),
    percent(typos.accuracy),
    percent(clean.macroF1),
    percent(clean.ece),
    clean.oosAuroc === undefined ? '      ' : percent(clean.oosAuroc),
    (clean.trainMs / 1000).toFixed(1).padStart(6),
    clean.p50us.toFixed(0).padStart(6),
    clean.p99us.toFixed(0).padStart(6),
    (clean.modelBytes / 1000).toFixed(0).padStart(8),
  ].join('  ')
}

/** One generator for all texts in their order. */
export function disturbed(rows: readonly Row[], seed: number): readonly Row[] {
  const random = seeded(seed)
  return rows.map(([text, label, language]) => [withTypos(text, random), label, language] as const)
}

function percent(fraction: number): string {
  return (fraction * 100).toFixed(2).padStart(6)
}
