/** Topic -> outline: names, codes, and what only the author can decide. */
import type { Language, SignatureId, TopicId } from '../knowledge/article.ts'
import { type Codes, plainId, readSignatures } from '../knowledge/signature.ts'
import type { Outline } from './outline.ts'
import { stepsOf } from './outline-steps.ts'
import { slugOf, uniqueName } from './slug.ts'
import type { Topic } from './topic.ts'

/** What is known beside the document. */
export interface Surroundings {
  readonly codes: Codes
  /** Articles that start at a code already. */
  readonly owners: ReadonlyMap<SignatureId, TopicId>
  /** Names of articles that there are; grows with every draft. */
  readonly taken: Set<string>
}

interface Named {
  readonly topic: Topic
  readonly id: string
  readonly signatures: readonly SignatureId[]
}

/** A code that two articles name decides for neither: it becomes a hint, and the author is asked. */
export function outlinesOf(
  topics: readonly Topic[],
  language: Language,
  around: Surroundings,
): readonly Outline[] {
  const named = topics.map((topic, i) => nameOf(topic, i, around))
  const claims = claimsOf(named)
  return named.map(own => outlineOf(own, rivalsOf(own, claims, around), language))
}

function claimsOf(named: readonly Named[]): ReadonlyMap<SignatureId, readonly TopicId[]> {
  const claims = new Map<SignatureId, TopicId[]>()
  for (const { id, signatures } of named) {
    for (const code of signatures) {
      const others = claims.get(code)
      if (others) others.push(id)
      else claims.set(code, [id])
    }
  }
  return claims
}

function nameOf(topic: Topic, i: number, { codes, taken }: Surroundings): Named {
  const id = uniqueName(slugOf(topic.section.title) ?? `topic-${i + 1}`, taken)
  const words = [topic.section.title, ...topic.section.blocks.map(wordsIn)].join('\n')
  return { topic, id, signatures: [...new Set(readSignatures(codes, words).map(plainId))] }
}

function wordsIn(block: Topic['section']['blocks'][number]): string {
  return block.kind === 'list' ? block.items.join('\n') : block.text
}

/** For each code that belongs to another article, too: that article. */
function rivalsOf(
  own: Named,
  claims: ReadonlyMap<SignatureId, readonly TopicId[]>,
  { owners }: Surroundings,
): ReadonlyMap<SignatureId, TopicId> {
  const rivals = new Map<SignatureId, TopicId>()
  for (const code of own.signatures) {
    const rival = owners.get(code) ?? claims.get(code)?.find(id => id !== own.id)
    if (rival !== undefined) rivals.set(code, rival)
  }
  return rivals
}

function outlineOf(
  { topic, id, signatures }: Named,
  rivals: ReadonlyMap<SignatureId, TopicId>,
  language: Language,
): Outline {
  const { section, causes, intro, phrases } = topic
  const names = new Set<string>()
  const named = causes.map(({ text }, i) => ({
    id: uniqueName(slugOf(text) ?? `cause-${i + 1}`, names),
    name: text,
  }))
  return {
    id,
    language,
    title: titleOf(section.title),
    phrases: [...new Set([titleOf(section.title), ...phrases])],
    intro: intro.join(' '),
    signatures: signatures.filter(code => !rivals.has(code)),
    hints: signatures.filter(code => rivals.has(code)),
    causes: named,
    steps: stepsOf(
      topic,
      named.map(cause => cause.id),
      language,
    ),
    open: questionsOf(topic, signatures, rivals),
  }
}

function titleOf(heading: string): string {
  return heading.replaceAll('**', '').replace(/[.。:]$/, '')
}

function questionsOf(
  { section, appliesTo }: Topic,
  signatures: readonly SignatureId[],
  rivals: ReadonlyMap<SignatureId, TopicId>,
): readonly string[] {
  const own = signatures.filter(id => !rivals.has(id))
  return [
    ...(section.guessed ? ['the source lost this heading; do the causes and steps belong to it?'] : []),
    ...appliesTo.map(systems => `which systems does it apply to? The source says ${systems}`),
    ...(own.length > 0 ? [`does each of these codes alone mean this article? ${own.join(', ')}`] : []),
    ...[...rivals].map(([id, rival]) => `does ${id} start this article or ${rival}? Here it is a hint only`),
  ]
}
