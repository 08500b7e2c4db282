/** Many topics, made up: `npm run -s bench -- nlu --topics 1000,10000`. Each size in a process of its own. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Random, seeded } from '../../src/knowledge/matcher/random.ts'
import { percent } from './figures.ts'
import { measure, train } from './measure.ts'
import { own } from './own.ts'
import type { Row } from './pupil.ts'

const phrasesEach = 20
const askedEach = 2

/** What lives shortly is cleared away early: memory then shows what training needs, and it takes no longer. */
const youngGeneration = '--max-semi-space-size=4'

export function runScale(sizes: readonly string[]): void {
  console.log(
    `topics of ${phrasesEach} phrases    right  train s   cpu s   ECE  p50 us  p99 us  model kB  memory MB`,
  )
  for (const size of sizes) {
    const program = fileURLToPath(new URL('../main.ts', import.meta.url))
    const { stdout, stderr } = spawnSync(process.execPath, [youngGeneration, program, 'nlu', '--size', size])
    process.stdout.write(stdout.length > 0 ? stdout : stderr)
  }
}

/**
 * One line; memory is the most that the process ever had, training included. The processor's seconds of training
 * tell more than those of the clock when the machine is busy.
 */
export async function runSize(topics: number): Promise<void> {
  const { train: phrases, test } = madeUp(topics, seeded(1))
  const before = process.cpuUsage()
  const trained = await train(own, phrases)
  const { user } = process.cpuUsage(before)
  const measured = await measure(trained, test)
  const memory = process.resourceUsage().maxRSS / 1024
  console.log(
    [
      String(topics).padEnd(22),
      percent(measured.accuracy).padStart(8),
      (measured.trainMs / 1000).toFixed(1).padStart(9),
      (user / 1e6).toFixed(1).padStart(8),
      percent(measured.ece).padStart(6),
      measured.p50us.toFixed(0).padStart(8),
      measured.p99us.toFixed(0).padStart(8),
      (measured.modelBytes / 1000).toFixed(0).padStart(10),
      memory.toFixed(0).padStart(11),
    ].join(''),
  )
}

/**
 * Every topic is about a thing and what is wrong with it, named by made-up words that it shares with others; a
 * phrase has some of them among everyday words.
 */
function madeUp(topics: number, random: Random): { readonly train: Row[]; readonly test: Row[] } {
  const nouns = wordsOf(Math.ceil(topics / 2), random)
  const verbs = wordsOf(Math.ceil(topics / 4), random)
  const common = wordsOf(300, random)
  const any = (words: readonly string[]) => words[Math.floor(random() ** 2 * words.length)] ?? ''
  const train: Row[] = []
  const test: Row[] = []
  for (let t = 0; t < topics; t++) {
    const telling = [any(nouns), nouns[t % nouns.length] ?? '', verbs[t % verbs.length] ?? '', any(verbs)]
    const phrase = () => phraseOf(telling, () => any(common), random)
    for (let n = 0; n < phrasesEach; n++) train.push([phrase(), `topic-${t}`, 'en'])
    for (let n = 0; n < askedEach && test.length < 4000; n++) test.push([phrase(), `topic-${t}`, 'en'])
  }
  return { train, test }
}

/** Each telling word with a chance of two in three, and three to seven common ones. */
function phraseOf(telling: readonly string[], common: () => string, random: Random): string {
  const chosen = telling.filter(() => random() < 0.67)
  const filling = Array.from({ length: 3 + Math.floor(random() * 5) }, common)
  return [...filling.slice(2), ...chosen, ...filling.slice(0, 2)].join(' ')
}

function wordsOf(count: number, random: Random): readonly string[] {
  const part = () => `${letterOf('bdfgklmnprstvz', random)}${letterOf('aeiou', random)}`
  return Array.from({ length: count }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, part).join(''),
  )
}

function letterOf(letters: string, random: Random): string {
  return letters[Math.floor(random() * letters.length)] ?? ''
}
