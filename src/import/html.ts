/** HTML -> blocks: what a reader of the page would call its text. Nothing the page points to is fetched. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { AppError } from '../errors.ts'
import type { Block, Blocks, Remark } from './block.ts'
import { beginningOf } from './block.ts'
import { inlineText } from './html-text.ts'
import { rowBlocks } from './rows.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

interface Found {
  readonly blocks: Block[]
  readonly stripped: Remark[]
  readonly noticed: Remark[]
}

const silent = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'head', 'object'])
const furniture = new Set(['nav', 'aside', 'footer', 'form', 'button', 'dialog', 'select'])
const furnitureRoles = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary', 'dialog'])
/** Whole words of class and id; "has-sidebar" of a body does not count, because pages are never dropped. */
const furnitureNames = new Set(
  'cookie cookies consent share sharing social breadcrumb breadcrumbs sidebar footer newsletter navbar'.split(
    ' ',
  ),
)
const pages = new Set(['html', 'body', 'main', 'article'])
const paragraphs = new Set(['p', 'dt', 'dd', 'figcaption', 'summary', 'address'])
/** Deeper than any page that a person wrote; deeper still would end the program. */
const deepest = 400

export function htmlBlocks(text: string): Blocks {
  const found: Found = { blocks: [], stripped: [], noticed: [] }
  const page = parse(text, { sourceCodeLocationInfo: true })
  refuseDeep(page)
  readChildren(mainOf(page) ?? page, found)
  return found
}

/** Without recursion itself, so that everything after it may recurse. */
function refuseDeep(page: Node): void {
  const open: { readonly node: Node; readonly depth: number }[] = [{ node: page, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const depth = next.depth + 1
    if (depth > deepest) throw tooDeep()
    if ('childNodes' in next.node) for (const node of next.node.childNodes) open.push({ node, depth })
  }
}

function tooDeep(): AppError {
  const cure = 'save its text instead'
  return new AppError('bad-request', `The page is nested more than ${deepest} levels deep; ${cure}.`)
}

/** The one <main>, or the one <article>. */
function mainOf(page: Node): Element | undefined {
  const mains = named(page, 'main')
  const articles = mains.length === 0 ? named(page, 'article') : []
  return mains.length === 1 ? mains[0] : articles.length === 1 ? articles[0] : undefined
}

function named(node: Node, name: string): readonly Element[] {
  if ('tagName' in node && node.tagName === name) return [node]
  return 'childNodes' in node ? node.childNodes.flatMap(child => named(child, name)) : []
}

/** Text between blocks ("<div>Hello <b>you</b></div>") is gathered into a paragraph. */
function readChildren(parent: Node, found: Found): void {
  const loose: Node[] = []
  const flush = () => {
    const text = inlineText(loose)
    if (text !== '') found.blocks.push({ kind: 'paragraph', line: lineOf(loose[0]), text })
    loose.length = 0
  }
  for (const node of 'childNodes' in parent ? parent.childNodes : []) {
    if ('tagName' in node && !isInline(node)) {
      flush()
      readElement(node, found)
    } else if (node.nodeName === '#text' || 'tagName' in node) loose.push(node)
  }
  flush()
}

function readElement(node: Element, found: Found): void {
  const line = lineOf(node)
  const { blocks, stripped } = found
  if (silent.has(node.tagName) || node.attrs.some(({ name }) => name === 'hidden')) return
  if (isFurniture(node)) {
    const text = inlineText(node.childNodes)
    if (text !== '') stripped.push({ line, text: beginningOf(text) })
  } else if (/^h[1-6]$/.test(node.tagName)) push(blocks, 'heading', line, inlineText(node.childNodes))
  else if (paragraphs.has(node.tagName)) readChildren(node, found)
  else if (node.tagName === 'ul' || node.tagName === 'ol') {
    const items = node.childNodes.flatMap(
      item => inlineText('childNodes' in item ? item.childNodes : [item]) || [],
    )
    if (items.length > 0) blocks.push({ kind: 'list', line, ordered: node.tagName === 'ol', items })
  } else if (node.tagName === 'pre') push(blocks, 'code', line, plainText(node))
  else if (node.tagName === 'table') readTable(node, found)
  else readChildren(node, found)
}

function push(blocks: Block[], kind: 'heading' | 'code', line: number, text: string): void {
  if (text !== '')
    blocks.push({ kind, line, text: kind === 'heading' ? text.replace(/\*\*|\s+/g, ' ').trim() : text })
}

/** A table without our columns is layout or data: its cells are read like text. */
function readTable(table: Element, found: Found): void {
  const rows = named(table, 'tr').map(row => ({
    line: lineOf(row),
    cells: row.childNodes.filter(cell => /^t[dh]$/.test(cell.nodeName)).map(cell => inlineText([cell])),
  }))
  const read = rowBlocks(rows)
  if (read) found.blocks.push(...read)
  else readChildren(table, found)
}

function isFurniture(node: Element): boolean {
  if (pages.has(node.tagName)) return false
  const attribute = (name: string) => node.attrs.find(a => a.name === name)?.value.toLowerCase() ?? ''
  if (furniture.has(node.tagName) || furnitureRoles.has(attribute('role'))) return true
  const names = `${attribute('class')} ${attribute('id')}`.split(/[\s_-]+/)
  return attribute('aria-hidden') === 'true' || names.some(name => furnitureNames.has(name))
}

const inline = new Set(
  'a abbr b bdi br cite code del dfn em font i img ins kbd label mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** A <span> or <a> that wraps a whole block is none. */
function isInline(node: Element): boolean {
  return inline.has(node.tagName) && node.childNodes.every(child => !('tagName' in child) || isInline(child))
}

function plainText(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return 'childNodes' in node
    ? node.childNodes
        .map(plainText)
        .join('')
        .replace(/^\n|\s+$/g, '')
    : ''
}

function lineOf(node: Node | undefined): number {
  return node?.sourceCodeLocation?.startLine ?? 1
}
