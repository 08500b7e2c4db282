/** Phrases are what the bot learns an article from. */

import { readYaml } from '../../article/yaml.ts'
import { fold } from '../../fold.ts'
import { allPassages, type Desk } from '../desk.ts'
import type { Passage } from '../passages.ts'
import type { Rule } from '../problem.ts'

/** Fewer teach too little of how differently people say the same. */
const fewest = 8

export const fewPhrases: Rule = {
  name: 'few-phrases',
  *find({ sheets }: Desk) {
    for (const { pages } of sheets) {
      for (const { file, page, passages } of pages.values()) {
        const { length } = passages.filter(({ kind }) => kind === 'phrase')
        const at = page.front.split('\n').findIndex(text => text.startsWith('phrases:'))
        // The loader tells of phrases that are missing or cannot be read.
        if (length >= fewest || at === -1 || readYaml(page.front, () => {}) === undefined) continue
        const line = 2 + at
        const message = `${length === 1 ? 'one phrase teaches' : `${length} phrases teach`} the bot too little`
        yield { file, line, message, cure: `Write at least ${fewest}, as employees would type them.` }
      }
    }
  },
}

/** Nobody can tell two articles apart by the same words; within one article they teach nothing new. */
export const claimedPhrase: Rule = {
  name: 'claimed-phrase',
  *find(desk: Desk) {
    const owners = new Map<string, Passage>()
    for (const passage of allPassages(desk)) {
      if (passage.kind !== 'phrase') continue
      const name = nameOf(passage)
      const owner = owners.get(name)
      owners.set(name, owner ?? passage)
      if (owner === undefined || isTranslation(owner, passage)) continue
      const message = `the phrase "${passage.text}" stands in ${owner.file}:${owner.line} already`
      yield { file: passage.file, line: passage.line, message, cure: 'Keep it where it fits better.' }
    }
  },
}

/** "Error 809" may be said in German, too. */
function isTranslation(one: Passage, other: Passage): boolean {
  return one.article.id === other.article.id && one.language !== other.language
}

/** Case, accents and punctuation do not tell two phrases apart. */
function nameOf({ text }: Passage): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
