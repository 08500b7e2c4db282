/** All public sets of a folder, ours and the peers beside each other: `npm run -s bench -- nlu --sets FOLDER`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from '../../src/knowledge/matcher/random.ts'
import { contend } from './contest.ts'
import { percent } from './figures.ts'
import { askAll, type Measured, measure, train } from './measure.ts'
import { mistakesIn } from './mistakes.ts'
import { own } from './own.ts'
import { loadPeer, type PeerName, peersOf } from './peers.ts'
import type { Row } from './pupil.ts'
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
  /** Seconds that a peer may take for a set, learning and answering. */
  readonly limit: number
}

export async function runSets(folder: string, { peers, only, limit }: SetsOptions): Promise<void> {
  const names = peersOf(peers)
  for (const { name, note } of await Promise.all(names.map(loadPeer)))
    if (note) console.log(`${name}: ${note}`)
  console.log(`typos: one letter edit in about eight characters, seed ${typoSeed}; figures in %\n`)
  const wanted = only?.split(',')
  for (const file of readdirSync(folder).filter(name => name.endsWith('.json'))) {
    const name = file.replace('.json', '')
    const set: SetFile = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const split = splitOf(name, set)
    if (!split || !(wanted?.includes(name) ?? true)) continue
    const asked = {
      ...split,
      typed: disturbed(split.test, typoSeed),
      ...(set.oosTest && { foreign: set.oosTest }),
    }
    const mistakes = await runOwn(name, asked)
    for (const peer of names) await runPeer(peer, asked, limit)
    console.log(`${mistakes.join('\n')}\n`)
  }
}

function splitOf(name: string, { train, test, langs }: SetFile): Split | undefined {
  if (train && test) return { train, test }
  const parts = (together[name] ?? Object.keys(langs ?? {})).flatMap(language => langs?.[language] ?? [])
  if (parts.length === 0) return undefined
  return { train: parts.flatMap(p => p.train), test: parts.flatMap(p => p.test) }
}

interface Questions extends Split {
  readonly typed: readonly Row[]
  readonly foreign?: readonly Row[]
}

/** Returns what we got wrong, for after the peers. */
async function runOwn(
  name: string,
  { train: rows, test, typed, foreign }: Questions,
): Promise<readonly string[]> {
  const labels = new Set(rows.map(([, label]) => label))
  console.log(`${name}: ${rows.length} phrases of ${labels.size} labels, ${test.length} asked`)
  console.log(heading)
  const trained = await train(own, rows)
  console.log(lineOf(own.name, await measure(trained, test, foreign), await measure(trained, typed)))
  return mistakesIn(test, (await askAll(trained.learned, test)).answers)
}

/** A peer that cannot learn a set, or not in time, says why, and the others go on. */
async function runPeer(peer: PeerName, questions: Questions, limit: number): Promise<void> {
  const { name } = await loadPeer(peer)
  try {
    const { clean, typos, stride } = await contend({ peer, ...questions }, limit)
    console.log(`${lineOf(name, clean, typos)}${stride > 1 ? `  slow: 1 text in ${stride} asked` : ''}`)
  } catch (error) {
    console.log(`  ${name.padEnd(16)}${error instanceof Error ? error.message : String(error)}`)
  }
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

/** One generator for all texts in their order. */
export function disturbed(rows: readonly Row[], seed: number): readonly Row[] {
  const random = seeded(seed)
  return rows.map(([text, label, language]) => [withTypos(text, random), label, language] as const)
}
