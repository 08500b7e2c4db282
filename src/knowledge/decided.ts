/** Which topics the codes of a text decide, and which they only speak for. */
import type { Article, SignatureId, TopicId } from './article.ts'
import { type Codes, plainId } from './signature.ts'

type ByCode = ReadonlyMap<SignatureId, readonly TopicId[]>

export interface CodeTopics {
  /** The topic that a code decides. */
  readonly decides: ByCode
  /** The topics that a code speaks for. */
  readonly hints: ByCode
}

/** Beyond this a text with several codes is taken for a log. */
const longestSentence = 300

/** Indexes the articles by the codes they list. */
export function codeTopics(articles: Iterable<Article>): CodeTopics {
  const decides = new Map<SignatureId, TopicId[]>()
  const hints = new Map<SignatureId, TopicId[]>()
  for (const article of articles) {
    for (const code of article.signatures) decides.set(code, [...(decides.get(code) ?? []), article.id])
    for (const code of article.hints) hints.set(code, [...(hints.get(code) ?? []), article.id])
  }
  return { decides, hints }
}

/**
 * In a log the first code decides: the others are wrappers, retries and consequences. Who writes two causes in a
 * sentence or two means two problems.
 */
function deciding(codes: Codes, found: readonly SignatureId[], text: string): readonly SignatureId[] {
  const [first] = found
  if (!first) return []
  const rank = rankOf(codes, first)
  const log = isLog(text)
  return found.filter(id => (log ? plainId(id) === plainId(first) : rankOf(codes, id) === rank))
}

/** Long, or of several lines: pasted, not written. */
export function isLog(text: string): boolean {
  return text.length > longestSentence || text.trim().split('\n').length > 3
}

/** "13868 in phase 2" is what an article lists for phase 2, and not also the code as such. */
function qualified(index: ByCode, found: readonly SignatureId[]): readonly SignatureId[] {
  const special = new Set(found.filter(id => id !== plainId(id) && index.has(id)).map(plainId))
  return found.filter(id => !special.has(id))
}

export function rankOf(codes: Codes, id: SignatureId) {
  return codes.byId.get(plainId(id))?.rank
}

export function decidedBy(
  { decides, codes }: CodeTopics & { readonly codes: Codes },
  found: readonly SignatureId[],
  text: string,
): TopicId[] {
  return topicsOf(decides, qualified(decides, deciding(codes, found, text)))
}

export function topicsOf(index: ByCode, signatures: readonly SignatureId[]): TopicId[] {
  return [...new Set(signatures.flatMap(signature => index.get(signature) ?? []))]
}
