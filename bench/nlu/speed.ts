/** Understanding with the shipped knowledge: `npm run -s bench -- nlu --speed`. */
import { readContent } from '../../src/content.ts'
import { seeded } from '../../src/knowledge/matcher/random.ts'
import { classify, loadMatcher, serialize } from '../../src/knowledge/matcher.ts'
import { readSignatures } from '../../src/knowledge/signature.ts'
import { understand } from '../../src/knowledge/understand.ts'
import { redact } from '../../src/privacy/redact.ts'
import { quantile } from './figures.ts'
import { readAsked } from './helpdesk.ts'
import { logOf, logStyles } from './logs.ts'

const rounds = 20
const lines = 10_000

export function runSpeed(): void {
  const { mind } = readContent()
  const texts = readAsked().map(({ text }) => text.slice(0, 200))
  const short = (of: (text: string) => unknown) => timed(texts, of)
  console.log('short texts, microseconds                     p50     p99')
  show(
    'classify',
    short(text => classify(mind.matcher, text)),
  )
  show(
    'understand',
    short(text => understand(mind, text, { language: 'en' })),
  )
  show('redact', short(redact))
  console.log(`\n${lines} lines, milliseconds                   first      p50  processor`)
  for (const style of logStyles) {
    const log = logOf(style, lines, seeded(1))
    showLog(`${style}, signatures`, () => readSignatures(mind.codes, log))
    showLog(`${style}, redact`, () => redact(log))
    showLog(`${style}, understand`, () => understand(mind, log, { language: 'en' }))
  }
  const bytes = serialize(mind.matcher)
  console.log(`\nmodel: ${(bytes.length / 1000).toFixed(0)} kB`)
  showLog('load the model', () => loadMatcher(bytes))
}

/** Microseconds, rising; after a round that warms up. */
function timed(texts: readonly string[], of: (text: string) => unknown): readonly number[] {
  const times: number[] = []
  for (let round = 0; round < rounds; round++)
    for (const text of texts) {
      const start = performance.now()
      of(text)
      if (round > 0) times.push((performance.now() - start) * 1000)
    }
  return times.sort((a, b) => a - b)
}

function show(name: string, times: readonly number[]): void {
  console.log(
    `${name.padEnd(40)}${quantile(times, 0.5).toFixed(0).padStart(9)}${quantile(times, 0.99).toFixed(0).padStart(8)}`,
  )
}

/** On the clock, and of this thread's processor time, which a busy machine changes less. */
function showLog(name: string, run: () => unknown): void {
  const clock: number[] = []
  const processor: number[] = []
  for (let round = 0; round < 9; round++) {
    const [start, used] = [performance.now(), process.threadCpuUsage()]
    run()
    const { user, system } = process.threadCpuUsage(used)
    clock.push(performance.now() - start)
    processor.push((user + system) / 1000)
  }
  const cells = [clock[0] ?? 0, middleOf(clock), middleOf(processor)]
  console.log(name.padEnd(40) + cells.map(ms => ms.toFixed(0).padStart(9)).join(''))
}

function middleOf(times: readonly number[]): number {
  return quantile(
    times.toSorted((a, b) => a - b),
    0.5,
  )
}
