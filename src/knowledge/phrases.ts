/** Many phrases found in one pass: a tree of words, walked from each word of the text. */

export interface PhraseNode<T> {
  readonly next: Map<string, PhraseNode<T>>
  readonly ends: T[]
}

export interface Found<T> {
  readonly values: readonly T[]
  /** Index of the first word, and of the one after the last. */
  readonly from: number
  readonly to: number
}

export function phraseTree<T>(): PhraseNode<T> {
  return { next: new Map(), ends: [] }
}

export function addPhrase<T>(root: PhraseNode<T>, words: readonly string[], value: T): void {
  let node = root
  for (const word of words) {
    const next: PhraseNode<T> = node.next.get(word) ?? phraseTree()
    node.next.set(word, next)
    node = next
  }
  node.ends.push(value)
}

/** The longest phrase that begins at `from`; its length is bounded by the tree's depth. */
export function longestPhrase<T>(
  root: PhraseNode<T>,
  words: readonly string[],
  from: number,
): Found<T> | undefined {
  let found: Found<T> | undefined
  let node = root.next.get(words[from] ?? '')
  for (let to = from + 1; node !== undefined; to++) {
    if (node.ends.length > 0) found = { values: node.ends, from, to }
    node = node.next.get(words[to] ?? '')
  }
  return found
}
