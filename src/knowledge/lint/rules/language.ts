/** A file is written in the language that its name says. */

import type { Article } from '../../article.ts'
import { fold } from '../../fold.ts'
import { canDetect } from '../../language.ts'
import { type Desk, type PageOf, read } from '../desk.ts'
import type { Passage, PassageKind } from '../passages.ts'
import type { Finding, Rule } from '../problem.ts'
import { baseOf } from '../word-lists.ts'

/** Words. Shorter texts look alike in related languages ("No, non funziona") and are looked at together. */
const surelyLong = 8
/** A translation that repeats this many words of its source was forgotten. */
const untranslated = 4

export const otherLanguage: Rule = {
  name: 'other-language',
  *find(desk: Desk) {
    for (const { article, pages } of desk.sheets) {
      const source = pages.get(article.source)
      for (const page of pages.values()) {
        yield* foreign(page, desk)
        if (source && page !== source) yield* copies(page, source, article)
      }
    }
  },
}

function* foreign({ passages, file }: PageOf, desk: Desk): Iterable<Finding> {
  for (const group of groupsOf(passages)) {
    const [first] = group
    if (first === undefined || !canDetect(baseOf(first.language))) continue
    const found = desk.detect(group.map(passage => written(read(desk, passage))).join('. '))
    if (!found?.sure || found.language === baseOf(first.language)) continue
    const texts = group.length === 1 ? 'the text reads' : 'the short texts from here on read'
    const message = `${texts} like "${found.language}", but the file says "${first.language}"`
    yield { file, line: first.line, message, cure: 'Translate, or move it to the right file.' }
  }
}

/** Long texts alone, the phrases together, and all other short texts together. */
function groupsOf(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const phrases = passages.filter(({ kind }) => kind === 'phrase')
  const others = passages.filter(({ kind }) => kind !== 'phrase')
  const isLong = ({ text }: Passage) => wordsOf(text).length >= surelyLong
  return [...others.filter(isLong).map(passage => [passage]), phrases, others.filter(p => !isLong(p))]
}

/** Phrases may be the same in two languages, and so may a title that is a name. */
const translatable: readonly PassageKind[] = [
  ...(['intro', 'body', 'name', 'done-when', 'undo', 'warning', 'answer', 'cause'] as const),
]

function* copies(page: PageOf, source: PageOf, { source: language }: Article): Iterable<Finding> {
  const texts = new Map(source.passages.map(({ key, text }) => [key, fold(text)]))
  for (const { kind, key, text, file, line } of page.passages) {
    if (!translatable.includes(kind) || texts.get(key) !== fold(text)) continue
    if (wordsOf(text).length < untranslated) continue
    const message = `the text is word for word that of ${language}.md`
    yield { file, line, message, cure: 'Translate it.' }
  }
}

/** Words of prose: without code, placeholders, numbers, and names in capitals. */
function wordsOf(text: string): readonly string[] {
  const prose = written(text).replace(/```[\s\S]*?```|``[^`]*``|`[^`]*`|\{[^}]*\}/g, ' ')
  return prose.match(/(?<![\p{L}\d])\p{L}\p{Ll}+(?![\p{L}\d])/gu) ?? []
}

/** Without the questions that an author has left open, which need not be in the language of the text. */
function written(text: string): string {
  return text.replace(/^\s*(?:# ?)?open:.*$/gim, ' ')
}
