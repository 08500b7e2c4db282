/** All public sets of a folder, ours and the peers beside each other: `npm run -s bench -- nlu --sets FOLDER`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from '../../src/knowledge/matcher/random.ts'
import { percent } from './figures.ts'
import { askAll, type Measured, measure, type Trained, train } from './measure.ts'
import { mistakesIn } from './mistakes.ts'
import { own } from './own.ts'
import { peersOf } from './peers.ts'
import type { Pupil, Row } from './pupil.ts'
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
export const typoSeed = 42

export interface SetsOptions {
  /** `all`, `none`, or names with commas between. */
  readonly peers: string
  /** Names of sets with commas between; all without. */
  readonly only?: string
}

export async function runSets(folder: string, { peers, only }: SetsOptions): Promise<void> {
  const pupils = [own, ...(await peersOf(peers))]
  for (const { name, note } of pupils) if (note) console.log(`${name}: ${note}`)
  console.log(`typos: one letter edit in about eight characters, seed ${typoSeed}; figures in %\n`)
  const wanted = only?.split(',')
  for (const file of readdirSync(folder).filter(name => name.endsWith('.json'))) {
    const name = file.replace('.json', '')
    const set: SetFile = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const split = splitOf(name, set)
    if (split && (wanted?.includes(name) ?? true)) await runSet(name, split, set.oosTest, pupils)
  }
}

function splitOf(name: string, { train, test, langs }: SetFile): Split | undefined {
  if (train && test) return { train, test }
  const parts = (together[name] ?? Object.keys(langs ?? {})).flatMap(language => langs?.[language] ?? [])
  if (parts.length === 0) return undefined
  return { train: parts.flatMap(p => p.train), test: parts.flatMap(p => p.test) }
}

async function runSet(
  name: string,
  split: Split,
  foreign: readonly Row[] | undefined,
  pupils: readonly Pupil[],
): Promise<void> {
  const labels = new Set(split.train.map(([, label]) => label))
  console.log(`${name}: ${split.train.length} phrases of ${labels.size} labels, ${split.test.length} asked`)
  console.log(heading)
  const typed = disturbed(split.test, typoSeed)
  const notes: string[] = []
  for (const pupil of pupils) {
    const trained = await attempt(() => train(pupil, split.train))
    if (typeof trained === 'string') console.log(`  ${pupil.name.padEnd(16)}did not run: ${trained}`)
    else {
      const clean = await measure(trained, split.test, foreign)
      console.log(lineOf(pupil.name, clean, await measure(trained, typed)))
      if (pupil === own)
        notes.push(...mistakesIn(split.test, (await askAll(trained.learned, split.test)).answers))
    }
  }
  console.log(`${notes.join('\n')}\n`)
}

const heading =
  '  who               clean   typos      F1     ECE     OOS  train s   p50 us   p99 us  model kB'

function lineOf(name: string, clean: Measured, typos: Measured): string {
  const percents = [clean.accuracy, typos.accuracy, clean.macroF1, clean.ece, clean.oosAuroc]
  return [
    `  ${name.padEnd(14)}`,
    ...percents.map(value => (value === undefined ? '-' : percent(value)).padStart(6)),
    (clean.trainMs / 1000).toFixed(1).padStart(7),
    clean.p50us.toFixed(0).padStart(7),
    clean.p99us.toFixed(0).padStart(7),
    (clean.modelBytes / 1000).toFixed(0).padStart(8),
  ].join('  ')
}

/** A peer that cannot learn a set says why, and the others go on. */
async function attempt(run: () => Promise<Trained>): Promise<Trained | string> {
  try {
    return await run()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** One generator for all texts in their order. */
export function disturbed(rows: readonly Row[], seed: number): readonly Row[] {
  const random = seeded(seed)
  return rows.map(([text, label, language]) => [withTypos(text, random), label, language] as const)
}
