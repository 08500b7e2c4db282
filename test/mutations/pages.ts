/** Changes to the text of one <language>.md: what stands under which heading. */

const stepHeading = /^# (\S+)\s*$/
const partHeading = /^##? (\S+)\s*$/

/** The lines from a heading to the next one of its kind, without the heading. */
interface Span {
  readonly from: number
  readonly to: number
}

export function withoutStep(text: string, step: string): string {
  return without(text, stepSpan(text.split('\n'), step))
}

export function withoutPart(text: string, step: string, part: string): string {
  return without(text, partSpan(text.split('\n'), step, part))
}

/** What stands under two step headings, with all parts, changes places. */
export function stepsSwapped(text: string, a: string, b: string): string {
  const lines = text.split('\n')
  return swapped(lines, stepSpan(lines, a), stepSpan(lines, b))
}

/** What stands under two parts of one step changes places. */
export function partsSwapped(text: string, step: string, a: string, b: string): string {
  const lines = text.split('\n')
  return swapped(lines, partSpan(lines, step, a), partSpan(lines, step, b))
}

/** The whole sections, headings and all, in the other order. */
export function sectionsExchanged(text: string, a: string, b: string): string {
  const renamed = stepsSwapped(text, a, b).split('\n')
  return renamed
    .map(line => (line.trim() === `# ${a}` ? `# ${b}` : line.trim() === `# ${b}` ? `# ${a}` : line))
    .join('\n')
}

export function partsOf(text: string, step: string): readonly string[] {
  const lines = text.split('\n')
  const span = stepSpan(lines, step)
  if (!span) return []
  const names = lines.slice(span.from, span.to).map(line => /^## (\S+)\s*$/.exec(line)?.[1])
  return names.flatMap(name => (name === undefined ? [] : [name]))
}

function stepSpan(lines: readonly string[], step: string): Span | undefined {
  return spanAfter(
    lines,
    lines.findIndex(line => stepHeading.exec(line)?.[1] === step),
    stepHeading,
  )
}

function partSpan(lines: readonly string[], step: string, part: string): Span | undefined {
  const inside = stepSpan(lines, step)
  if (!inside) return undefined
  const at = lines.findIndex(
    (line, index) => index >= inside.from && index < inside.to && line.trim() === `## ${part}`,
  )
  return spanAfter(lines, at, partHeading)
}

function spanAfter(lines: readonly string[], heading: number, next: RegExp): Span | undefined {
  if (heading < 0) return undefined
  const end = lines.findIndex((line, index) => index > heading && next.test(line))
  return { from: heading + 1, to: end < 0 ? lines.length : end }
}

function without(text: string, span: Span | undefined): string {
  if (!span) return text
  const lines = text.split('\n')
  return [...lines.slice(0, span.from - 1), ...lines.slice(span.to)].join('\n')
}

function swapped(lines: readonly string[], a: Span | undefined, b: Span | undefined): string {
  if (!a || !b) return lines.join('\n')
  const [first, second] = a.from < b.from ? [a, b] : [b, a]
  return [
    ...lines.slice(0, first.from),
    ...lines.slice(second.from, second.to),
    ...lines.slice(first.to, second.from),
    ...lines.slice(first.from, first.to),
    ...lines.slice(second.to),
  ].join('\n')
}
