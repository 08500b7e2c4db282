/** CSV -> blocks: delimiter found by counting, header in any of our languages, one topic for each title. */
import { parse } from 'csv-parse/sync'
import { AppError, messageOf } from '../errors.ts'
import type { Block, Blocks } from './block.ts'
import { htmlBlocks } from './html.ts'
import { plainTextBlocks } from './plain-text.ts'
import { columnsOf, type Row, rowBlocks } from './rows.ts'

/** Throws AppError('bad-request') when it is no table, or its header names neither causes nor solutions. */
export function tableBlocks(text: string): Blocks {
  const rows = rowsOf(text)
  const blocks = rowBlocks(rows)
  if (blocks === undefined) throw unknownHeader(rows[0]?.cells ?? [])
  const left = leftOut(rows[0]?.cells ?? [])
  const noticed = left === '' ? [] : [{ line: 1, text: `columns left out: ${left}` }]
  return { blocks: blocks.flatMap(withCells), stripped: [], noticed }
}

function rowsOf(text: string): readonly Row[] {
  try {
    const found: unknown = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    })
    // With `info` the package gives pairs, which its types do not know.
    const pairs = found as readonly { record: readonly string[]; info: { lines: number } }[]
    return pairs.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (thrown) {
    throw new AppError('bad-request', `The CSV cannot be read: ${messageOf(thrown)}.`, { cause: thrown })
  }
}

/** The one that splits the header into most parts; a comma when none does. */
function delimiterOf(text: string): string {
  const header = (text.split('\n').find(line => line.trim() !== '') ?? '').replace(/"[^"]*"/g, '')
  const count = (mark: string) => header.split(mark).length
  return [',', ';', '\t', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

function leftOut(header: readonly string[]): string {
  const columns = columnsOf(header)
  return header.filter((_, i) => columns[i] === 'other').join(', ')
}

function unknownHeader(header: readonly string[]): AppError {
  const seen = `The first row names ${header.map(name => `"${name}"`).join(', ')}`
  const cure =
    'a column for the topic ("Question", "Problem", "Title") and one for "Cause" or "Solution" are needed'
  return new AppError('bad-request', `${seen}; ${cure}.`)
}

/** A cell may hold HTML, or lines of which each is a thought; its label stays with all of them. */
function withCells(block: Block): readonly Block[] {
  if (block.kind !== 'paragraph' || block.label === undefined) return [block]
  const html = /<(?:p|br|ul|ol|li|div|b|strong)\b/i.test(block.text)
  if (!html && !block.text.includes('\n')) return [block]
  const { blocks } = html ? htmlBlocks(block.text) : plainTextBlocks(block.text.replaceAll('\n', '\n\n'))
  const { label, line } = block
  const column = true as const
  return [
    { kind: 'paragraph', line, text: '', label, column },
    ...blocks.map(inner => {
      const here = { ...inner, line }
      return here.kind === 'heading'
        ? { kind: 'paragraph' as const, line, text: here.text, label, column }
        : here
    }),
  ]
}
