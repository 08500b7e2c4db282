/** Cards render paragraphs, flat lists, code, bold and links; see bot/cards. Anything else is shown as it is typed. */
import { Lexer, type Token } from 'marked'
import { allPassages, type Desk } from '../desk.ts'
import { tokensIn } from '../markdown.ts'
import type { Passage } from '../passages.ts'
import type { Rule } from '../problem.ts'

/** Where these words stand (buttons, lists of the case, inside a bold sentence) nothing is rendered. */
const plainKinds = ['title', 'name', 'answer', 'cause']

export const markdown: Rule = {
  name: 'markdown',
  *find(desk: Desk) {
    for (const passage of allPassages(desk)) {
      if (passage.kind === 'phrase') continue
      const plain = plainKinds.includes(passage.kind)
      const tokens = plain ? Lexer.lexInline(passage.text) : Lexer.lex(passage.text)
      for (const { token, line, inside } of tokensIn(passage.text, tokens)) {
        const what = plain ? mark(token) : strange(token, inside)
        if (what === undefined) continue
        const message = plain ? `${what} is shown as it is typed here` : `a card cannot show ${what}`
        yield { file: passage.file, line: passage.line + line, message, cure: cureFor(passage, plain) }
      }
    }
  },
}

function cureFor({ kind }: Passage, plain: boolean): string {
  if (plain) return `Write the ${kind} as plain words.`
  return 'Use paragraphs, flat lists, `code`, fenced code, **bold** and [links](https://…).'
}

/** Any markup at all. */
function mark(token: Token): string | undefined {
  if (token.type === 'escape') return 'a backslash'
  if (token.type !== 'text') return `"${token.raw.trim()}"`
  return strayMark(token.raw)
}

function strange(token: Token, inside: readonly string[]): string | undefined {
  switch (token.type) {
    case 'space':
    case 'paragraph':
    case 'list_item':
    case 'codespan':
    case 'escape':
    case 'link':
      return undefined
    case 'text':
      return 'tokens' in token && token.tokens !== undefined ? undefined : strayMark(token.raw)
    case 'list':
      return inside.includes('list') ? 'a list within a list' : undefined
    case 'strong':
      return token.raw.startsWith('__') ? 'bold with underscores' : undefined
    case 'code':
      return 'codeBlockStyle' in token && token.codeBlockStyle === 'indented' ? 'indented code' : undefined
    default:
      return names[token.type] ?? `"${token.raw.trim()}"`
  }
}

/** An opening mark without its closing one. */
function strayMark(text: string): string | undefined {
  const found = /\*\*|__(?=\S)|`/.exec(text)?.[0]
  return found === undefined ? undefined : `"${found}" without its second half`
}

const names: Readonly<Record<string, string>> = {
  table: 'a table',
  heading: 'a heading inside a text',
  html: 'HTML',
  image: 'an image',
  em: 'italics',
  del: 'struck-through words',
  blockquote: 'a quotation',
  hr: 'a line across',
  def: 'a link that is defined elsewhere',
  br: 'a line break by spaces',
  checkbox: 'a box to tick',
}
