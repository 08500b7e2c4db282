/**
 * {ui:…} is what Windows shows, {org:…} what the helpdesk calls its own things. Both are filled in when a
 * sentence is spoken, in the language it is spoken in.
 */

import { type Report, reporter } from './article/problems.ts'
import { fieldsOf, readYaml, textOf, type Yaml } from './article/yaml.ts'
import type { Language } from './article.ts'

/** One word for all languages, or one for each. */
export type Term = string | Readonly<Record<Language, string>>

export interface Terms {
  /** What Windows shows, by the id in {ui:id}. */
  readonly glossary: ReadonlyMap<string, Term>
  /** The helpdesk's own values, by the id in {org:id}. */
  readonly organisation: ReadonlyMap<string, Term>
}

const placeholder = /\{(ui|org):([a-z0-9-]+)\}/g
/** Anything that looks as if it were meant to be one. */
const attempt = /\{\s*(?:ui|org)\b[^{}\n]*\}?/gi

/** Fills every placeholder; one that nobody knows stays as it is (the parser does not let it in). */
export function fill(text: string, language: Language, terms: Terms, fallback: Language = 'en'): string {
  if (!text.includes('{')) return text
  return text.replace(placeholder, (whole, kind: string, id: string) => {
    const term = (kind === 'ui' ? terms.glossary : terms.organisation).get(id)
    return term === undefined ? whole : wordOf(term, language, fallback)
  })
}

/** de-CH, then de, then the fallback, then whatever there is. */
function wordOf(term: Term, language: Language, fallback: Language): string {
  if (typeof term === 'string') return term
  const base = language.split('-')[0] ?? language
  return term[language] ?? term[base] ?? term[fallback] ?? Object.values(term)[0] ?? ''
}

/** Reports every placeholder of a text that could not be filled. */
export function checkPlaceholders(text: string, terms: Terms, report: Report): void {
  for (const [index, line] of text.split('\n').entries()) {
    for (const [found] of line.matchAll(attempt)) {
      const [, kind, id = ''] = new RegExp(`^${placeholder.source}$`).exec(found) ?? []
      if (kind === undefined) report(index + 1, `${found} is no placeholder; write {ui:name} or {org:name}.`)
      else if (kind === 'ui' && !terms.glossary.has(id))
        report(index + 1, `${found} is not in glossary.yaml.`)
      else if (kind === 'org' && !terms.organisation.has(id)) {
        report(index + 1, `${found} is not in organisation.yaml.`)
      }
    }
  }
}

/** Reads glossary.yaml or organisation.yaml: `id: text` or `id: { en: text, de: text }`. */
export function readTerms(text: string, file: string, problems: string[]): ReadonlyMap<string, Term> {
  const report = reporter(file, problems)
  const terms = new Map<string, Term>()
  for (const [id, yaml] of fieldsOf(readYaml(text, report), 'the file', report)) {
    const term = readTerm(id, yaml, report)
    if (term !== undefined) terms.set(id, term)
  }
  return terms
}

function readTerm(id: string, yaml: Yaml, report: Report): Term | undefined {
  if (!/^[a-z0-9-]+$/.test(id))
    report(yaml.line, `"${id}": a name has small letters, digits and hyphens only.`)
  if (yaml.kind === 'value') return textOf(yaml, `"${id}"`, report)
  const words: Record<Language, string> = Object.create(null)
  for (const [language, word] of fieldsOf(yaml, `"${id}"`, report)) {
    words[language] = textOf(word, `"${id}", ${language}`, report) ?? ''
  }
  if (Object.keys(words).length === 0) report(yaml.line, `"${id}" has no text in any language.`)
  return words
}
