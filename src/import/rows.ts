/** Rows with a header -> blocks: what a column holds is told by its name. */
import type { Block, Paragraph } from './block.ts'
import { labelAlone } from './labels.ts'

export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

export type Column = 'title' | 'cause' | 'solution' | 'symptom' | 'warning' | 'other'

/** Names of a topic's column beside those that labels.ts knows; a label of symptoms is one, too. */
const titles =
  /^(?:title|topic|subject|headline|short description|thema|titel|betreff|kurzbeschreibung|titre|sujet|objet|titolo|argomento|oggetto|t[ií]tulo|tema|asunto)s?$/i
/** Words by which employees find it. */
const phrases =
  /^(?:keywords?|phrases?|search terms|tags?|stichw[oö]rter|schlagw[oö]rter|suchbegriffe|mots.cl[eé]s|parole chiave|palabras clave)$/i

/** Undefined when no column tells a topic, or none a cause or a solution. The first row is the header. */
export function rowBlocks([header, ...rows]: readonly Row[]): readonly Block[] | undefined {
  const columns = columnsOf(header?.cells ?? [])
  if (!columns.includes('title') || !columns.some(c => c === 'cause' || c === 'solution')) return undefined
  return [...topicsOf(rows, columns)].flatMap(([title, own]) => [
    { kind: 'heading' as const, line: own[0]?.line ?? 1, text: title },
    ...own.flatMap(row => paragraphsOf(row, columns)),
  ])
}

/** The first column that names a problem is the topic, unless one is called so. */
export function columnsOf(header: readonly string[]): readonly Column[] {
  const read = header.map(columnOf)
  const title = read.includes('title') ? -1 : read.indexOf('symptom')
  return read.map((column, i) => (i === title ? 'title' : column))
}

function columnOf(name: string): Column {
  const plain = name.trim().replaceAll('_', ' ')
  if (titles.test(plain)) return 'title'
  if (phrases.test(plain)) return 'symptom'
  const label = labelAlone(plain)
  return label === undefined || label === 'related' || label === 'applies-to' ? 'other' : label
}

/** Rows of one topic together, also when they do not follow each other; without a title: that of the row above. */
function topicsOf(rows: readonly Row[], columns: readonly Column[]): ReadonlyMap<string, readonly Row[]> {
  const at = columns.indexOf('title')
  const topics = new Map<string, Row[]>()
  let title = ''
  for (const row of rows) {
    title = oneLine(row.cells[at]) || title
    const own = topics.get(title)
    if (own) own.push(row)
    else if (title !== '') topics.set(title, [row])
  }
  return topics
}

/** Symptom, cause, solution, warning: in the order in which they are understood, whatever that of the columns. */
function paragraphsOf(row: Row, columns: readonly Column[]): readonly Paragraph[] {
  const order = ['symptom', 'cause', 'solution', 'warning'] as const
  return order.flatMap(label =>
    columns.flatMap((column, i) => {
      const text = row.cells[i]?.trim() ?? ''
      return column === label && text !== ''
        ? [{ kind: 'paragraph' as const, line: row.line, text, label, column: true as const }]
        : []
    }),
  )
}

function oneLine(text = ''): string {
  return text.replace(/\s+/g, ' ').trim()
}
