/** Lists of words that rules look for, kept as YAML so that a translator can add to them. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Language } from '../article.ts'
import { fold } from '../fold.ts'

export interface Phrasebook {
  /** The first phrase of the language that stands in the text, as it stands there. */
  find(text: string, language: Language): string | undefined
}

export type ByLanguage = Readonly<Record<Language, readonly string[]>>

export function readPhrasebook(file: string): Phrasebook {
  return phrasebook(readYamlFile(file) as ByLanguage)
}

export function phrasebook(phrases: ByLanguage): Phrasebook {
  const patterns = new Map(Object.entries(phrases).map(([language, list]) => [language, anyOf(list)]))
  return { find: (text, language) => patterns.get(baseOf(language))?.exec(fold(text))?.[0] }
}

/** Files beside this one; they come with the program, so they are as their types say. */
export function readYamlFile(file: string): unknown {
  return parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
}

/**
 * One expression for all patterns, for folded text: `*` is the rest of a word, `…` any words between, `#` a number.
 * Linear: what stands between is a character class without nested repetition.
 */
export function anyOf(patterns: readonly string[], flags = 'u'): RegExp {
  const sources = patterns.map(pattern =>
    pattern
      .trim()
      .split(/(\*|…|#|\s+)/)
      .map(sourceOf)
      .join(''),
  )
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${sources.join('|')})(?![\\p{L}\\p{N}_])`, flags)
}

function sourceOf(piece: string): string {
  if (piece === '*') return "[\\p{L}\\p{N}'-]*"
  if (piece === '…') return '[^,]*'
  if (piece === '#') return '\\d+'
  if (piece.trim() === '') return piece === '' ? '' : '\\s+'
  return fold(piece).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

export function baseOf(language: Language): Language {
  return language.split('-')[0] ?? language
}
