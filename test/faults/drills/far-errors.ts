/** Teams fails some conversations. */
import { drill, finding } from '../drill.ts'
import { failSome } from '../far/errors.ts'

export { drillErrors as drill }

const drillErrors = drill({
  about: '502, 503, 504, cuts and calls without an answer in every third conversation; the others talk on',
  figures: {
    /** Quiet ones, and as many disturbed ones in between. */
    rounds: { full: 4, quick: 3 },
    seconds: { full: 20, quick: 4 },
    /** New conversations in a second. */
    rate: { full: 30, quick: 15 },
    /** At once, besides. */
    hanging: { full: 250, quick: 150 },
  },
  async run(figures) {
    const { hung, errors, cuts, quiet, disturbed, conversations, lost, doubled } = await failSome(figures)
    const ratio = median(disturbed) / median(quiet)
    const [shortest, longest] = [Math.min(...hung), Math.max(...hung)]
    return [
      finding(
        'conversations; answers 502 to 504; cuts; calls without an answer',
        `${conversations}; ${errors}; ${cuts}; ${hung.length}`,
        errors > 0 && cuts > 0,
      ),
      finding(
        'a call without an answer is ended after',
        `${whole(shortest)} to ${whole(longest)} ms`,
        longest < 11_000,
      ),
      finding(
        'others, from message to reply: p95 of quiet rounds',
        `${quiet.map(whole).join(', ')} ms`,
        true,
      ),
      finding(
        'the same in disturbed rounds; ratio of the medians',
        `${disturbed.map(whole).join(', ')} ms; ${ratio.toFixed(2)}`,
        ratio < 2,
      ),
      finding(
        'conversations without a reply afterwards; with more than one',
        `${lost}; ${doubled}`,
        lost + doubled === 0,
      ),
    ]
  },
})

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2
}

function whole(ms: number): string {
  return ms.toFixed(0)
}
