/** Every piece of text of an article in one language, with its place in the file. */
import type { Page, Part } from '../article/markdown.ts'
import { causesSection } from '../article/steps.ts'
import { readYaml } from '../article/yaml.ts'
import type { Article, Language, Step } from '../article.ts'

export type PassageKind =
  | 'title'
  | 'phrase'
  | 'intro'
  | 'body'
  | 'name'
  | 'done-when'
  | 'undo'
  | 'warning'
  | 'answer'
  | 'cause'

export interface Passage {
  readonly article: Article
  readonly language: Language
  readonly file: string
  /** Line of the first line of the text. */
  readonly line: number
  readonly kind: PassageKind
  /** The same in every language: `restart-gateway/undo`. Phrases have none in common. */
  readonly key: string
  readonly step?: Step
  readonly text: string
}

interface Source {
  readonly article: Article
  readonly language: Language
  readonly file: string
  readonly raw: string
  readonly page: Page
}

type Place = Pick<Passage, 'kind' | 'key' | 'step'>

/** Empty texts are left out; the loader complains of them. */
export function passagesOf(source: Source): readonly Passage[] {
  const { article, language, file, page } = source
  const passage = (place: Place, line: number, text: string) => ({
    article,
    language,
    file,
    line,
    text,
    ...place,
  })
  const parts = [...stepParts(article, page), ...causeParts(page)].map(([place, part]) =>
    passage(place, textLine(source.raw, part), part.text),
  )
  const intro = passage({ kind: 'intro', key: 'intro' }, page.intro.line, page.intro.text)
  return [...frontPassages(page, passage), intro, ...parts].filter(({ text }) => text !== '')
}

function frontPassages(
  page: Page,
  passage: (place: Place, line: number, text: string) => Passage,
): readonly Passage[] {
  const front = readYaml(page.front, () => {}, 1)
  const entries = front?.kind === 'map' ? front.entries : new Map()
  return (['title', 'phrases'] as const).flatMap(key => {
    const value = entries.get(key)
    const items = value?.kind === 'list' ? value.items : value === undefined ? [] : [value]
    const kind = key === 'title' ? 'title' : 'phrase'
    return [...items].flatMap(item =>
      item.kind === 'value' ? [passage({ kind, key: kind }, item.line, item.source.trim())] : [],
    )
  })
}

function stepParts(article: Article, page: Page): readonly [Place, Part][] {
  return article.steps.flatMap(step => {
    const section = page.sections.get(step.id)
    if (section === undefined) return []
    const parts = [...section.parts].map(([name, part]): [Place, Part] => [
      { kind: kindOf(name), key: `${step.id}/${name}`, step },
      part,
    ])
    return [[{ kind: 'body', key: step.id, step }, section], ...parts]
  })
}

function kindOf(heading: string): PassageKind {
  switch (heading) {
    case 'name':
    case 'done-when':
    case 'undo':
    case 'warning':
      return heading
    default:
      return 'answer'
  }
}

function causeParts(page: Page): readonly [Place, Part][] {
  const parts = page.sections.get(causesSection)?.parts ?? new Map<string, Part>()
  return [...parts].map(([name, part]) => [{ kind: 'cause', key: `${causesSection}/${name}` }, part])
}

/** A part knows the line of its heading; its text may begin after empty lines. */
function textLine(raw: string, part: Part): number {
  const lines = raw.split('\n').slice(part.line)
  return (
    part.line +
    1 +
    Math.max(
      0,
      lines.findIndex(line => line.trim() !== ''),
    )
  )
}
