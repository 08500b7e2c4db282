/** Bold, code and links within one line of text. */

export interface Run {
  readonly text: string
  readonly bold?: boolean
  readonly code?: boolean
  /** An https address. */
  readonly href?: string
}

/** What one line of text consists of. */
export function parseInline(text: string): readonly Run[] {
  const find = finder(text)
  const runs: Run[] = []
  let bold = false
  let plain = ''
  const flush = () => {
    if (plain !== '') runs.push(bold ? { text: plain, bold } : { text: plain })
    plain = ''
  }
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at, find, bold)
    if (token.kind === 'text') plain += token.text
    else flush()
    if (token.kind === 'bold') bold = !bold
    if (token.kind === 'run') runs.push(bold ? { ...token.run, bold } : token.run)
    at = token.end
  }
  flush()
  return runs
}

type Token = { readonly end: number } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' }
  | { readonly kind: 'run'; readonly run: Run }
)

const special = /[\\`*[]/g
const punctuation = /[!-/:-@[-`{-~]/

function tokenAt(text: string, at: number, find: Find, bold: boolean): Token {
  const next = text[at + 1] ?? ''
  switch (text[at]) {
    case '\\':
      return punctuation.test(next) ? literal(next, at + 2) : literal('\\', at + 1)
    case '`':
      return codeAt(text, at, find)
    case '[':
      return linkAt(text, at, find) ?? literal('[', at + 1)
    case '*':
      if (next === '*' && (bold || find('**', at + 2) > at + 2)) return { kind: 'bold', end: at + 2 }
      return literal('*', at + 1)
  }
  special.lastIndex = at
  const end = special.exec(text)?.index ?? text.length
  return literal(text.slice(at, end), end)
}

function literal(text: string, end: number): Token {
  return { kind: 'text', text, end }
}

/** As in CommonMark, a code span ends at a run of as many backticks as it began with. */
function codeAt(text: string, at: number, find: Find): Token {
  let width = 1
  while (text[at + width] === '`') width++
  const mark = '`'.repeat(width)
  const end = width > 2 ? -1 : find(mark, at + width)
  if (end === -1) return literal(mark, at + width)
  const inside = text.slice(at + width, end)
  const run = { text: /^ .*\S.* $/.test(inside) ? inside.slice(1, -1) : inside, code: true }
  return inside === '' ? literal(mark + mark, end + width) : { kind: 'run', run, end: end + width }
}

function linkAt(text: string, at: number, find: Find): Token | undefined {
  const middle = find('](', at)
  const end = middle === -1 ? -1 : find(')', middle)
  if (end === -1 || find('[', at + 1, middle) !== -1) return undefined
  const href = httpsOnly(text.slice(middle + 2, end).trim())
  const label = text.slice(at + 1, middle).replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
  return href === undefined || label === ''
    ? undefined
    : { kind: 'run', run: { text: label, href }, end: end + 1 }
}

function httpsOnly(address: string): string | undefined {
  const url = address.length <= 2000 ? URL.parse(address) : null
  const clean = url?.protocol === 'https:' && url.username === '' && url.password === ''
  return clean ? url.href : undefined
}

type Find = (mark: string, from: number, before?: number) => number

/** `indexOf` that remembers its last answer: a text of nothing but `[` or `` ` `` is searched once, not once a character. */
function finder(text: string): Find {
  const known = new Map<string, { readonly from: number; readonly at: number }>()
  return (mark, from, before = Number.POSITIVE_INFINITY) => {
    const last = known.get(mark)
    const holds = last !== undefined && last.from <= from && (last.at === -1 || last.at >= from)
    const at = holds ? last.at : text.indexOf(mark, from)
    if (!holds) known.set(mark, { from, at })
    return at < before ? at : -1
  }
}
