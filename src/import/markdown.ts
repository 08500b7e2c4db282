/** Markdown -> blocks, by the block lexer of `marked`. Words keep their Markdown: cards can render it. */
import { Lexer, type Token, type Tokens } from 'marked'
import { AppError } from '../errors.ts'
import type { Block, Blocks, Remark } from './block.ts'
import { rowBlocks } from './rows.ts'

interface Found {
  readonly blocks: Block[]
  readonly noticed: Remark[]
}

export function markdownBlocks(text: string): Blocks {
  const front = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? ''
  const found: Found = { blocks: [], noticed: [] }
  readTokens(tokensOf(text.slice(front.length)), 1 + newlines(front), found)
  if (front !== '') found.noticed.push({ line: 1, text: 'the front matter was not read' })
  return { ...found, stripped: [] }
}

/** Nobody quotes or indents thirty times; the lexer takes half a minute for a line of thousands. */
const nested = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])[ \t]?){30}/m

function tokensOf(text: string): readonly Token[] {
  if (nested.test(text)) throw new AppError('bad-request', 'The Markdown is nested too deeply to be read.')
  // Blocks only: what stands inside a line stays as written, and marks without end cost minutes.
  return new Lexer().blockTokens(text, [])
}

function readTokens(tokens: readonly Token[], start: number, found: Found): void {
  let line = start
  for (const token of tokens) {
    readToken(token, line + newlines(/^\n*/.exec(token.raw)?.[0] ?? ''), found)
    line += newlines(token.raw)
  }
}

function readToken(token: Token, line: number, { blocks, noticed }: Found): void {
  if (token.type === 'heading') blocks.push({ kind: 'heading', line, text: words(token.text) })
  else if (token.type === 'paragraph' || token.type === 'text') {
    if (/!\[[^[\]]*\]\(/.test(token.raw)) noticed.push({ line, text: 'a picture was left out' })
    if (words(token.text) !== '') blocks.push({ kind: 'paragraph', line, text: words(token.text) })
  } else if (token.type === 'list') blocks.push(listOf(token as Tokens.List, line))
  else if (token.type === 'code') blocks.push({ kind: 'code', line, text: token.text })
  else if (token.type === 'blockquote')
    readTokens((token as Tokens.Blockquote).tokens, line, { blocks, noticed })
  else if (token.type === 'table') readTable(token as Tokens.Table, line, { blocks, noticed })
}

function listOf({ ordered, items }: Tokens.List, line: number): Block {
  const texts = items.map(({ text }) => words(text)).filter(text => text !== '')
  return { kind: 'list', line, ordered, items: texts }
}

function readTable({ header, rows }: Tokens.Table, line: number, { blocks, noticed }: Found): void {
  const cells = [header, ...rows].map((row, i) => ({
    line: line + (i === 0 ? 0 : i + 1),
    cells: row.map(cell => words(cell.text)),
  }))
  const read = rowBlocks(cells)
  if (read) blocks.push(...read)
  else
    noticed.push({
      line,
      text: `a table of ${rows.length} rows was left out: no column for causes or solutions`,
    })
}

/** Without pictures and tags. */
function words(text: string): string {
  return text
    .replace(/!\[[^[\]]*\]\([^()]*\)/g, '')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^>\n]*>/gi, '')
    .trim()
}

function newlines(text: string): number {
  return text.split('\n').length - 1
}
