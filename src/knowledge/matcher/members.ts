/** Which phrases belong to which topic: topic t has phrases[starts[t]] to phrases[starts[t + 1]], in their order. */
export interface Members {
  readonly starts: Uint32Array
  readonly phrases: Uint32Array
}

export function membersOf(labels: Uint16Array, topics: number): Members {
  const starts = new Uint32Array(topics + 1)
  for (const t of labels) starts[t + 1] = (starts[t + 1] ?? 0) + 1
  for (let t = 0; t < topics; t++) starts[t + 1] = (starts[t + 1] ?? 0) + (starts[t] ?? 0)
  const next = starts.slice()
  const phrases = new Uint32Array(labels.length)
  labels.forEach((t, n) => {
    const at = next[t] ?? 0
    next[t] = at + 1
    phrases[at] = n
  })
  return { starts, phrases }
}
