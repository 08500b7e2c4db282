/** The words of HTML as Markdown that cards can render: bold, code, links to the web, lists within lists. */
import type { DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

/** `<b>Cause:</b> the <code>cable</code>` -> `**Cause:** the `cable``; lines only where the page breaks them. */
export function inlineText(nodes: readonly Node[]): string {
  return nodes
    .map(markdownOf)
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

function markdownOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value.replace(/\s+/g, ' ')
  if (!('tagName' in node) || /^(?:script|style|template|svg|button|head)$/.test(node.tagName)) return ''
  const text = node.childNodes.map(markdownOf).join('')
  const href = node.attrs.find(({ name }) => name === 'href')?.value ?? ''
  switch (node.tagName) {
    case 'br':
      return '\n'
    case 'b':
    case 'strong':
      return wrapped(text, '**')
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return text.includes('`') ? text : wrapped(text, '`')
    case 'a':
      return /^https?:\/\/[^\s)]+$/.test(href) && text.trim() !== '' ? `[${text.trim()}](${href})` : text
    case 'li':
      return `\n- ${text.trim()}`
    case 'p':
    case 'div':
    case 'tr':
      return `\n${text}\n`
    default:
      return text
  }
}

/** The marks close around the words, spaces stay outside. */
function wrapped(text: string, mark: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return words === '' ? text : `${before}${mark}${words}${mark}${after}`
}
