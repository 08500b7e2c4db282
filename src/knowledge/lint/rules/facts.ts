/** Codes, paths, commands and numbers are the same in every language. */

import type { Desk, PageOf } from '../desk.ts'
import { plainFacts } from '../facts.ts'
import type { Finding, Rule } from '../problem.ts'

export const changedCode: Rule = {
  name: 'changed-code',
  *find({ sheets }: Desk) {
    for (const { article, pages } of sheets) {
      const source = pages.get(article.source)
      for (const page of pages.values()) if (source && page !== source) yield* changed(page, source)
    }
  },
}

function* changed(page: PageOf, source: PageOf): Iterable<Finding> {
  const originals = new Map(source.passages.map(({ key, text }) => [key, text]))
  for (const { kind, key, text, file, line } of page.passages) {
    const original = originals.get(key)
    if (kind === 'phrase' || original === undefined) continue
    const [own, needed] = [plainFacts(text), plainFacts(original)]
    const lost = [...without(needed, own)].map(fact => `${fact} is missing`)
    const added = [...without(own, needed)].map(fact => `${fact} is not in the source`)
    if (lost.length + added.length === 0) continue
    const message = `${[...lost, ...added].join(', ')} (${source.file}:${lineIn(source, key)})`
    yield {
      file,
      line,
      message,
      cure: 'Codes, paths, commands, numbers and placeholders stay as in the source.',
    }
  }
}

function without(facts: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...facts].filter(fact => !others.has(fact)))
}

function lineIn({ passages }: PageOf, key: string): number {
  return passages.find(passage => passage.key === key)?.line ?? 1
}
