/** Where answers go wrong: which labels are taken for which, and the surest wrong answers. */
import type { Answer, Row } from './pupil.ts'

interface Mistake {
  readonly text: string
  readonly label: string
  readonly answer: Answer
}

/** Lines for a reader. */
export function mistakesIn(rows: readonly Row[], answers: readonly Answer[]): readonly string[] {
  const mistakes = rows.flatMap(([text, label], i): Mistake[] => {
    const answer = answers[i]
    return answer && answer.label !== label ? [{ text, label, answer }] : []
  })
  if (mistakes.length === 0) return ['  no mistakes']
  return [
    `  taken for another, of ${mistakes.length} mistakes:`,
    ...confusions(mistakes, 10),
    '  the ten surest mistakes:',
    ...worst(mistakes, 10),
  ]
}

function confusions(mistakes: readonly Mistake[], most: number): readonly string[] {
  const counts = new Map<string, number>()
  for (const { label, answer } of mistakes) {
    const pair = `${label} -> ${answer.label}`
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]).slice(0, most)
  return sorted.map(([pair, count]) => `  ${String(count).padStart(5)}  ${pair}`)
}

function worst(mistakes: readonly Mistake[], most: number): readonly string[] {
  const sorted = mistakes.toSorted((a, b) => b.answer.confidence - a.answer.confidence).slice(0, most)
  return sorted.map(
    ({ text, label, answer }) =>
      `  ${answer.confidence.toFixed(2)}  ${label} -> ${answer.label}: ${text.slice(0, 90)}`,
  )
}
