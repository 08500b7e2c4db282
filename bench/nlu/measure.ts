/** Lets a pupil learn from some rows, asks it others, and counts. */
import { auroc, calibrationError, macroF1, mean, quantile } from './figures.ts'
import type { Answer, Learned, Pupil, Row } from './pupil.ts'

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
  readonly learned: Learned
  readonly trainMs: number
}

export async function train(pupil: Pupil, rows: readonly Row[]): Promise<Trained> {
  const start = performance.now()
  const learned = await pupil.learn(rows)
  return { learned, trainMs: performance.now() - start }
}

export async function measure(
  { learned, trainMs }: Trained,
  rows: readonly Row[],
  foreign?: readonly Row[],
): Promise<Measured> {
  const { answers, times } = await askAll(learned, rows)
  const labels = rows.map(([, label]) => label)
  const right = answers.map(({ label }, i) => label === labels[i])
  const measured = {
    accuracy: mean(right.map(Number)),
    macroF1: macroF1(
      labels,
      answers.map(({ label }) => label),
    ),
    ece: calibrationError(
      answers.map(({ confidence }) => confidence),
      right,
    ),
    trainMs: Math.round(trainMs),
    p50us: quantile(times, 0.5),
    p99us: quantile(times, 0.99),
    modelBytes: learned.modelBytes,
  }
  if (!foreign) return measured
  const strangers = (await askAll(learned, foreign)).answers
  return { ...measured, oosAuroc: auroc(answers.map(knownOf), strangers.map(knownOf)) }
}

function knownOf({ known }: Answer): number {
  return known
}

/** `times` rise. */
export async function askAll(
  learned: Learned,
  rows: readonly Row[],
): Promise<{ readonly answers: readonly Answer[]; readonly times: readonly number[] }> {
  for (const [text, , language] of rows.slice(0, 500)) await learned.ask(text, language) // warm, as a service is
  const answers: Answer[] = []
  const times: number[] = []
  for (const [text, , language] of rows) {
    const start = performance.now()
    const answer = learned.ask(text, language)
    answers.push(answer instanceof Promise ? await answer : answer)
    times.push((performance.now() - start) * 1000)
  }
  return { answers, times: times.sort((a, b) => a - b) }
}
