/** Trains the matcher on some rows, asks it others, and counts. */
import {
  classify,
  loadMatcher,
  type Matched,
  type Matcher,
  serialize,
  trainMatcher,
} from '../../src/knowledge/matcher.ts'

/** Text, label, language. */
export type Row = readonly [text: string, label: string, language: string]

/** Fractions, milliseconds, microseconds, bytes. */
export interface Measured {
  readonly accuracy: number
  readonly macroF1: number
  readonly ece: number
  readonly trainMs: number
  readonly p50us: number
  readonly p99us: number
  readonly modelBytes: number
  readonly oosAuroc?: number
}

export interface Trained {
  readonly matcher: Matcher
  readonly trainMs: number
  readonly modelBytes: number
}

/** Classifies with the matcher as it comes back from its bytes, as in production. */
export function train(rows: readonly Row[]): Trained {
  const start = performance.now()
  const bytes = serialize(trainMatcher(rows.map(([text, topic, language]) => ({ text, topic, language }))))
  const trainMs = performance.now() - start
  const matcher = loadMatcher(bytes)
  if (!matcher) throw new Error('The matcher cannot be read back from its bytes.')
  return { matcher, trainMs, modelBytes: bytes.length }
}

export function measure(trained: Trained, rows: readonly Row[], foreign?: readonly Row[]): Measured {
  const { answers, times } = ask(trained.matcher, rows)
  const right = answers.map(({ candidates }, i) => candidates[0]?.topic === rows[i]?.[1])
  const measured = {
    accuracy: mean(right.map(Number)),
    macroF1: macroF1(
      rows.map(([, label]) => label),
      answers.map(({ candidates }) => candidates[0]?.topic ?? ''),
    ),
    ece: calibrationError(
      answers.map(({ candidates }) => candidates[0]?.confidence ?? 0),
      right,
    ),
    trainMs: Math.round(trained.trainMs),
    p50us: quantile(times, 0.5),
    p99us: quantile(times, 0.99),
    modelBytes: trained.modelBytes,
  }
  if (!foreign) return measured
  const own = answers.map(({ known }) => known)
  return {
    ...measured,
    oosAuroc: auroc(
      own,
      ask(trained.matcher, foreign).answers.map(({ known }) => known),
    ),
  }
}

function ask(matcher: Matcher, rows: readonly Row[]): { answers: Matched[]; times: number[] } {
  for (const [text] of rows.slice(0, 500)) classify(matcher, text) // warm, as a service is
  const times: number[] = []
  const answers = rows.map(([text]) => {
    const start = performance.now()
    const answer = classify(matcher, text)
    times.push((performance.now() - start) * 1000)
    return answer
  })
  return { answers, times: times.sort((a, b) => a - b) }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length)
}

function quantile(sorted: readonly number[], q: number): number {
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0) * 10) / 10
}

/** Mean over the labels of the test rows. */
export function macroF1(labels: readonly string[], answers: readonly string[]): number {
  const scores = [...new Set(labels)].map(label => {
    const hits = labels.filter((l, i) => l === label && answers[i] === label).length
    const sum = labels.filter(l => l === label).length + answers.filter(a => a === label).length
    return (2 * hits) / sum
  })
  return mean(scores)
}

/** Expected calibration error over 15 bins of equal width. */
export function calibrationError(confidences: readonly number[], right: readonly boolean[]): number {
  const bins = Array.from({ length: 15 }, () => ({ count: 0, gap: 0 }))
  confidences.forEach((confidence, i) => {
    const bin = bins[Math.min(14, Math.floor(confidence * 15))]
    if (!bin) return
    bin.count++
    bin.gap += confidence - Number(right[i])
  })
  return bins.reduce((sum, { gap }) => sum + Math.abs(gap), 0) / Math.max(1, confidences.length)
}

/** Probability that an own text scores higher than a foreign one; ties count half. */
export function auroc(own: readonly number[], foreign: readonly number[]): number {
  const all = [...own.map(value => ({ value, own: 1 })), ...foreign.map(value => ({ value, own: 0 }))]
  all.sort((a, b) => a.value - b.value)
  let ranks = 0
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]?.value === all[from]?.value) to++
    for (let i = from; i < to; i++) ranks += (all[i]?.own ?? 0) * ((from + to + 1) / 2)
    from = to
  }
  return (ranks - (own.length * (own.length + 1)) / 2) / (own.length * foreign.length)
}
