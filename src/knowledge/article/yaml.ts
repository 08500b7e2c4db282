/** YAML as a tree that knows its lines, so that every problem can name one. */
import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import { quoted, type Report } from './problems.ts'

export type Yaml =
  | { readonly kind: 'map'; readonly line: number; readonly entries: ReadonlyMap<string, Yaml> }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly Yaml[] }
  /** `source` is the text as written: a hash of digits only stays what it is. */
  | { readonly kind: 'value'; readonly line: number; readonly value: unknown; readonly source: string }

/** `before`: lines of the file above the text. Undefined after a syntax error, which was reported. */
export function readYaml(text: string, report: Report, before = 0): Yaml | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => lines.linePos(offset).line + before
  for (const error of document.errors) report(lineAt(error.pos[0]), sentenceOf(error.message))
  if (document.errors.length > 0) return undefined
  return toTree(document.contents, 1 + before, lineAt, report)
}

function sentenceOf(message: string): string {
  const first = message.split('\n')[0] ?? message
  return first.endsWith('.') ? first : `${first}.`
}

/** `line` is that of the key for a value in a map, because that is where an author looks for it. */
function toTree(
  node: ParsedNode | null,
  line: number,
  lineAt: (offset: number) => number,
  report: Report,
): Yaml {
  if (node === null) return { kind: 'value', line, value: null, source: '' }
  if (isMap(node)) {
    const entries = new Map<string, Yaml>()
    for (const { key, value } of node.items) {
      const keyLine = lineAt(key.range[0])
      entries.set(keyOf(key, keyLine, report), toTree(value, keyLine, lineAt, report))
    }
    return { kind: 'map', line, entries }
  }
  if (isSeq(node)) {
    const items = node.items.map(item => toTree(item, lineAt(item.range[0]), lineAt, report))
    return { kind: 'list', line, items }
  }
  if (isScalar(node)) return { kind: 'value', line, value: node.value, source: node.source }
  report(line, 'anchors and aliases are not used here; write the value again.')
  return { kind: 'value', line, value: null, source: '' }
}

function keyOf(key: ParsedNode, line: number, report: Report): string {
  if (isScalar(key)) return key.source
  report(line, 'a key must be a plain word.')
  return ''
}

/** The entries of a map. With `keys`, any other key is reported together with those that exist. */
export function fieldsOf(
  yaml: Yaml | undefined,
  what: string,
  report: Report,
  keys?: readonly string[],
): ReadonlyMap<string, Yaml> {
  if (yaml === undefined || isEmpty(yaml)) return new Map()
  if (yaml.kind !== 'map') {
    report(yaml.line, `${what} must be a map of "name: value".`)
    return new Map()
  }
  for (const [key, value] of yaml.entries) {
    if (keys !== undefined && !keys.includes(key)) {
      report(value.line, `${what} has no "${key}"; it knows ${quoted(keys)}.`)
    }
  }
  return yaml.entries
}

export function textOf(yaml: Yaml | undefined, what: string, report: Report): string | undefined {
  if (yaml === undefined) return undefined
  if (yaml.kind === 'value' && yaml.source.trim() !== '') return yaml.source.trim()
  report(yaml.line, `${what} must be a text that is not empty.`)
  return undefined
}

/** One text or a list of texts. */
export function textsOf(yaml: Yaml | undefined, what: string, report: Report): readonly string[] {
  if (yaml === undefined) return []
  const items = yaml.kind === 'list' ? yaml.items : [yaml]
  return items.flatMap(item => textOf(item, what, report) ?? [])
}

export function numberOf(
  yaml: Yaml | undefined,
  what: string,
  range: { readonly least: number; readonly most: number },
  report: Report,
): number | undefined {
  if (yaml === undefined) return undefined
  const value = yaml.kind === 'value' ? yaml.value : undefined
  if (typeof value === 'number' && value >= range.least && value <= range.most) return value
  report(yaml.line, `${what} must be a number from ${range.least} to ${range.most}.`)
  return undefined
}

export function flagOf(yaml: Yaml | undefined, what: string, report: Report): boolean {
  if (yaml === undefined) return false
  if (yaml.kind === 'value' && typeof yaml.value === 'boolean') return yaml.value
  report(yaml.line, `${what} must be true or false.`)
  return false
}

export function oneOf<T extends string>(
  yaml: Yaml | undefined,
  what: string,
  words: readonly T[],
  report: Report,
): T | undefined {
  if (yaml === undefined) return undefined
  const word = yaml.kind === 'value' ? words.find(w => w === yaml.source) : undefined
  if (word === undefined) report(yaml.line, `${what} must be one of ${quoted(words)}.`)
  return word
}

function isEmpty(yaml: Yaml): boolean {
  return yaml.kind === 'value' && yaml.value === null
}
