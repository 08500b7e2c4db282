/** The value below which the fraction `p` of the sorted values lies; 0 for none. */
export function percentile(sorted: readonly number[], p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** The median of each figure over several rounds. */
export function medians<K extends string>(rounds: readonly Readonly<Record<K, number>>[]): Record<K, number> {
  const names = Object.keys(rounds[0] ?? {}) as K[]
  const entries = names.map(name => [name, median(rounds.map(round => round[name]))] as const)
  return Object.fromEntries(entries) as Record<K, number>
}

/** Three significant digits, without an exponent. */
export function short(value: number): string {
  return String(Number(value.toPrecision(3)))
}
