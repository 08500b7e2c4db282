/** Which reader a document gets: by the ending of its name, otherwise by how it begins. */
import { AppError } from '../errors.ts'
import type { Source } from './source.ts'

export type Format = 'markdown' | 'html' | 'plain text' | 'csv'

const endings: Readonly<Record<string, Format>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  csv: 'csv',
  tsv: 'csv',
  txt: 'plain text',
  text: 'plain text',
}

/** Names of files of other formats that are text inside. */
const others = new Set(['json', 'xml', 'yaml', 'yml', 'rtf', 'eml', 'tex', 'js', 'ts'])

/** Throws AppError('bad-request') for a format that we know not to read. */
export function formatOf({ name, text }: Source): Format {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (others.has(ending))
    throw new AppError(
      'bad-request',
      `${name}: .${ending} cannot be imported; Markdown, HTML, text and CSV can.`,
    )
  const known = Object.hasOwn(endings, ending) ? endings[ending] : undefined
  if (known && known !== 'plain text') return known
  return /^\s*(?:<!doctype html|<html[\s>])/i.test(text) ? 'html' : (known ?? 'plain text')
}
