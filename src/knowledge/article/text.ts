/** Reads <language>.md: the words of an article, checked against its structure and its source language. */
import type { ArticleText, Language, Step, StepText } from '../article.ts'
import { checkSections, type SplitText } from './headings.ts'
import { type Page, type Section, splitPage } from './markdown.ts'
import type { Report } from './problems.ts'
import { sourceHash } from './stamp.ts'
import { causesSection } from './steps.ts'
import type { Structure } from './structure.ts'
import { fieldsOf, readYaml, textOf, textsOf, type Yaml } from './yaml.ts'

export function splitText(language: Language, raw: string, report: Report): SplitText {
  return { language, raw, page: splitPage(raw, report) }
}

/** `source` is the text this one translates; absent for the source language itself. */
export function readText(
  text: SplitText,
  structure: Structure,
  source: SplitText | undefined,
  report: Report,
): ArticleText {
  const { page } = text
  checkSections(page, structure, source, report)
  if (page.intro.text === '') report(page.intro.line, 'the introduction is empty; say what happens and why.')
  return {
    language: text.language,
    ...readFront(page, structure.steps, source !== undefined, report),
    intro: page.intro.text,
    steps: record(
      structure.steps,
      step => step.id,
      step => stepText(step, page.sections.get(step.id)),
    ),
    causes: record(
      Object.keys(structure.causes),
      cause => cause,
      cause => causeText(page, cause),
    ),
    hash: sourceHash(text.raw),
  }
}

function readFront(page: Page, steps: readonly Step[], translation: boolean, report: Report) {
  const yaml = readYaml(page.front, report, 1)
  const fields = fieldsOf(yaml, 'the front matter', report, ['title', 'phrases', 'typed', 'of'])
  const title = textOf(fields.get('title'), 'title', report)
  const phrases = textsOf(fields.get('phrases'), 'phrases', report)
  const of = textOf(fields.get('of'), 'of', report)
  const known = yaml !== undefined
  if (known && !fields.has('title')) report(1, 'title is missing in the front matter.')
  if (known && !fields.has('phrases')) report(1, 'phrases are missing; write how employees would say it.')
  if (of !== undefined && !translation)
    report(fields.get('of')?.line ?? 1, '"of" is for translations; this is the source language.')
  const typed = readTyped(fields.get('typed'), steps, report)
  return { title: title ?? '', phrases, typed, ...(of === undefined ? {} : { of }) }
}

/** `typed: { when-it-fails: { after-a-while: [after an hour, …] } }` */
function readTyped(yaml: Yaml | undefined, steps: readonly Step[], report: Report): ArticleText['typed'] {
  const asked = steps.filter(({ answers }) => answers.length > 0)
  const names = asked.map(({ id }) => id)
  const fields = fieldsOf(yaml, 'typed', report, names)
  return record(
    asked,
    step => step.id,
    ({ id, answers }) => {
      const what = `typed, "${id}"`
      const said = fieldsOf(
        fields.get(id),
        what,
        report,
        answers.map(answer => answer.id),
      )
      return record(
        answers,
        answer => answer.id,
        answer => textsOf(said.get(answer.id), `${what}, "${answer.id}"`, report),
      )
    },
  )
}

function stepText(step: Step, section: Section | undefined): StepText {
  const part = (name: string) => section?.parts.get(name)?.text || undefined
  const body = section?.text ?? ''
  const [doneWhen, undo, warning] = [part('done-when'), part('undo'), part('warning')]
  return {
    line: section?.line ?? 1,
    name: part('name') ?? firstSentence(body),
    body,
    ...(doneWhen === undefined ? {} : { doneWhen }),
    ...(undo === undefined ? {} : { undo }),
    ...(warning === undefined ? {} : { warning }),
    answers: record(
      step.answers,
      answer => answer.id,
      answer => part(answer.id) ?? answer.id,
    ),
  }
}

function causeText(page: Page, cause: string): string {
  return page.sections.get(causesSection)?.parts.get(cause)?.text || cause.replaceAll('-', ' ')
}

/** "Restart IKE on the gateway." without its full stop; the whole text when it has none. */
function firstSentence(body: string): string {
  const line = body.split('\n')[0] ?? ''
  return line.replace(/[.!?:](\s.*)?$/, '')
}

/** Without a prototype, so that no id is special. */
function record<T, V>(
  items: readonly T[],
  id: (item: T) => string,
  value: (item: T) => V,
): Record<string, V> {
  const values: Record<string, V> = Object.create(null)
  for (const item of items) values[id(item)] = value(item)
  return values
}
