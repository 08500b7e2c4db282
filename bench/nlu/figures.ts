/** What answers are worth, as numbers. */

export function mean(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length)
}

/** Of rising numbers, to one decimal. */
export function quantile(sorted: readonly number[], q: number): number {
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

export function percent(fraction: number, digits = 1): string {
  return (fraction * 100).toFixed(digits)
}
