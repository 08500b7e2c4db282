/** The least-squares line through one value a minute: how much it rises in an hour. */
export function slopePerHour(values: readonly number[]): number {
  const n = values.length
  const meanX = (n - 1) / 2
  const meanY = values.reduce((a, b) => a + b, 0) / n
  const rise = values.reduce((sum, y, x) => sum + (x - meanX) * (y - meanY), 0)
  const run = values.reduce((sum, _, x) => sum + (x - meanX) ** 2, 0)
  return run === 0 ? 0 : (rise / run) * 60
}
