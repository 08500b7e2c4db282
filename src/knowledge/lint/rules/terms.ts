/** A term that lacks a language is shown in another one in the middle of a sentence. */

import { fieldsOf, readYaml } from '../../article/yaml.ts'
import type { Language } from '../../article.ts'
import { allPassages, type Desk } from '../desk.ts'
import type { Rule } from '../problem.ts'

export const termWithoutLanguage: Rule = {
  name: 'term-without-language',
  *find(desk: Desk) {
    const uses = usesOf(desk)
    for (const { file, text } of desk.terms) {
      const kind = file.endsWith('glossary.yaml') ? 'ui' : 'org'
      for (const [id, term] of fieldsOf(
        readYaml(text, () => {}),
        '',
        () => {},
      )) {
        if (term.kind !== 'map') continue
        const missing = [...(uses.get(`${kind}:${id}`) ?? [])].filter(
          language => !hasWord(term.entries, language),
        )
        if (missing.length === 0) continue
        const message = `{${kind}:${id}} is used in ${missing.join(', ')} but has no text there`
        yield { file, line: term.line, message, cure: `Add it: ${missing.map(l => `"${l}: …"`).join(', ')}.` }
      }
    }
  },
}

/** The languages that use each term. */
function usesOf(desk: Desk): ReadonlyMap<string, ReadonlySet<Language>> {
  const uses = new Map<string, Set<Language>>()
  for (const { text, language } of allPassages(desk)) {
    for (const [, term = ''] of text.matchAll(/\{((?:ui|org):[a-z0-9-]+)\}/g)) {
      uses.set(term, (uses.get(term) ?? new Set()).add(language))
    }
  }
  return uses
}

/** de serves de-CH. */
function hasWord(words: ReadonlyMap<string, unknown>, language: Language): boolean {
  return words.has(language) || words.has(language.split('-')[0] ?? language)
}
