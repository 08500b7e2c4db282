/** "I don't know" is a decision of its own: a small logistic regression over the signals of a text. */
import type { Rehearsal } from './rehearsal.ts'
import { type Signals, signalCount } from './signals.ts'

export interface Gate {
  readonly weights: readonly number[]
  readonly bias: number
}

interface Weighted {
  readonly signals: Signals
  readonly isOwn: boolean
  readonly weight: number
}

/** Newton's method converges in a handful of steps; the ridge keeps signals that say nothing at 0. */
const steps = 12
const ridge = 1e-3
/** Near misses among the foreign texts; more of them and own texts in new words are turned away, too. */
const nearMissShare = 0.25

/**
 * How much a text about printers and holidays alone is less likely ours, in log odds. Set, not learned: the articles'
 * phrases know nothing of what else a helpdesk is asked. Chosen on a part of bench/nlu/helpdesk.json.
 */
const elsewhereWeight = 20

/**
 * Probability, 0 to 1, that a text is about one of the topics, if own and foreign texts were equally frequent.
 * `elsewhere` is the share, 0 to 1, of everyday words that no topic has.
 */
export function open({ weights, bias }: Gate, signals: Signals, elsewhere: number): number {
  let sum = bias - elsewhereWeight * elsewhere
  for (let i = 0; i < signalCount; i++) sum += (weights[i] ?? 0) * (signals[i] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

export function fitGate(rehearsal: Rehearsal): Gate {
  const samples = samplesOf(rehearsal)
  const { means, deviations } = momentsOf(samples)
  const rows = samples.map(({ signals }) => [
    1,
    ...signals.map((s, i) => (s - (means[i] ?? 0)) / (deviations[i] ?? 1)),
  ])
  const [intercept = 0, ...slopes] = newton(rows, samples)
  const weights = slopes.map((slope, i) => slope / (deviations[i] ?? 1))
  return { weights, bias: weights.reduce((bias, w, i) => bias - w * (means[i] ?? 0), intercept) }
}

/** Own and foreign texts weigh the same in sum. */
function samplesOf({ own, nearMisses, elsewhere }: Rehearsal): readonly Weighted[] {
  const near = elsewhere.length === 0 ? 1 : nearMisses.length === 0 ? 0 : nearMissShare
  return [
    ...own.map(({ signals }) => ({ signals, isOwn: true, weight: 0.5 / own.length })),
    ...nearMisses.map(signals => ({ signals, isOwn: false, weight: (0.5 * near) / nearMisses.length })),
    ...elsewhere.map(signals => ({ signals, isOwn: false, weight: (0.5 * (1 - near)) / elsewhere.length })),
  ]
}

function momentsOf(samples: readonly Weighted[]) {
  const means = momentsBy(samples, s => s)
  const squares = momentsBy(samples, (s, i) => (s - (means[i] ?? 0)) ** 2)
  return { means, deviations: squares.map(variance => Math.sqrt(variance) || 1) }
}

function momentsBy(samples: readonly Weighted[], of: (signal: number, i: number) => number): number[] {
  const total = samples.reduce((sum, { weight }) => sum + weight, 0) || 1
  return Array.from({ length: signalCount }, (_, i) =>
    samples.reduce((sum, { signals, weight }) => sum + (weight / total) * of(signals[i] ?? 0, i), 0),
  )
}

function newton(rows: readonly (readonly number[])[], samples: readonly Weighted[]): number[] {
  const size = signalCount + 1
  const beta: number[] = Array(size).fill(0)
  for (let step = 0; step < steps; step++) {
    const gradient = beta.map(b => ridge * b)
    const hessian = beta.map((_, i) => beta.map((_, j) => (i === j ? ridge : 0)))
    for (const [n, row] of rows.entries()) accumulate(row, samples[n], beta, gradient, hessian)
    const move = solve(hessian, gradient)
    for (let i = 0; i < size; i++) beta[i] = (beta[i] ?? 0) - (move[i] ?? 0)
  }
  return beta
}

function accumulate(
  row: readonly number[],
  sample: Weighted | undefined,
  beta: readonly number[],
  gradient: number[],
  hessian: readonly number[][],
): void {
  const weight = sample?.weight ?? 0
  const sum = row.reduce((total, x, i) => total + x * (beta[i] ?? 0), 0)
  const p = 1 / (1 + Math.exp(-sum))
  const error = weight * (p - (sample?.isOwn ? 1 : 0))
  const curvature = weight * Math.max(1e-6, p * (1 - p))
  for (let i = 0; i < row.length; i++) {
    const x = row[i] ?? 0
    gradient[i] = (gradient[i] ?? 0) + error * x
    const line = hessian[i] ?? []
    for (let j = 0; j < row.length; j++) line[j] = (line[j] ?? 0) + curvature * x * (row[j] ?? 0)
  }
}

/** Gauss with pivots, for a symmetric positive matrix of six lines. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lines = matrix.map((line, i) => [...line, right[i] ?? 0])
  for (let i = 0; i < lines.length; i++) {
    const pivot = lines
      .slice(i)
      .reduce((best, line, k) => (Math.abs(line[i] ?? 0) > Math.abs(lines[best]?.[i] ?? 0) ? i + k : best), i)
    const swapped = lines[i] ?? []
    lines[i] = lines[pivot] ?? []
    lines[pivot] = swapped
    eliminate(lines, i)
  }
  return lines.map((line, i) => (line[lines.length] ?? 0) / (line[i] || 1))
}

function eliminate(lines: number[][], i: number): void {
  const pivot = lines[i] ?? []
  for (const [k, line] of lines.entries()) {
    if (k === i) continue
    const factor = (line[i] ?? 0) / (pivot[i] || 1)
    for (const [j, value] of pivot.entries()) line[j] = (line[j] ?? 0) - factor * value
  }
}
