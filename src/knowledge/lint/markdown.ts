/** Walks what marked found in a text, with the line that each token begins at. */
import type { Token } from 'marked'

export interface Placed {
  readonly token: Token
  /** From 0. */
  readonly line: number
  /** Types of the tokens around it, outermost first. */
  readonly inside: readonly string[]
}

export function* tokensIn(
  text: string,
  tokens: readonly Token[],
  from = 0,
  inside: readonly string[] = [],
): Iterable<Placed> {
  let at = from
  for (const token of tokens) {
    // Inside lists marked takes the indentation off; then the place of the token before is near enough.
    const found = text.indexOf(token.raw, at)
    const start = found === -1 ? at : found
    yield { token, line: text.slice(0, start).split('\n').length - 1, inside }
    yield* tokensIn(text, childrenOf(token), start, [...inside, token.type])
    if (found !== -1) at = found + token.raw.length
  }
}

function childrenOf(token: Token): readonly Token[] {
  if (token.type === 'list' && 'items' in token) return token.items as readonly Token[]
  if (token.type === 'table') return []
  return ('tokens' in token ? token.tokens : undefined) ?? []
}
