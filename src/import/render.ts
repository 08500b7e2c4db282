/** Outline -> article.yaml and <language>.md. Whatever is open stands in them as an `open:` line or comment. */
import type { ArticleFiles } from '../knowledge/article/parse.ts'
import { enoughPhrases, type Outline, type OutlineStep } from './outline.ts'
import { bodyText, lineText } from './safe-text.ts'

/** `folder` as it is shown in problems. */
export function articleFiles(outline: Outline, pack: string, folder: string): ArticleFiles {
  const texts = new Map([[outline.language, textOf(outline)]])
  return { id: outline.id, pack, folder, structure: structureOf(outline), texts }
}

function structureOf(outline: Outline): string {
  const { causes, signatures, hints, steps } = outline
  const lines = [
    ...outline.open.map(open),
    `source: ${outline.language}`,
    ...(signatures.length > 0 ? [`signatures: [${signatures.map(quote).join(', ')}]`] : []),
    ...(hints.length > 0 ? [`hints: [${hints.map(quote).join(', ')}]`] : []),
    ...causesOf(causes.map(({ id }) => id)),
    'steps:',
    ...steps.flatMap(stepOf),
  ]
  return `${lines.join('\n')}\n`
}

/** All alike, until somebody who knows says otherwise; the last takes what rounding leaves. */
function causesOf(ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [open('which causes are possible? Leave them out where nothing is broken')]
  const share = Math.floor(1000 / ids.length) / 1000
  const priors = ids.map((_, i) => (i < ids.length - 1 ? share : 1 - share * (ids.length - 1)))
  const lines = ids.map((id, i) => `  ${id}: ${Number((priors[i] ?? 0).toFixed(3))}`)
  return [
    ...(ids.length > 1 ? [open('how likely is each cause? The numbers sum to 1')] : []),
    'causes:',
    ...lines,
  ]
}

function stepOf(step: OutlineStep): readonly string[] {
  const fixes = step.fixes.map(id => `${id}: 0.5`).join(', ')
  return [
    ...step.open.map(question => `  ${open(question)}`),
    `  ${step.id}:`,
    `    by: ${step.by}`,
    `    minutes: ${step.minutes}`,
    ...(step.restart ? ['    restart: true'] : []),
    ...(step.risk === 'none' ? [] : [`    risk: ${step.risk}`]),
    ...(fixes === '' ? [] : [`    fixes: { ${fixes} }`]),
  ]
}

function textOf(outline: Outline): string {
  const { phrases, causes, intro } = outline
  const few = phrases.length < enoughPhrases
  const lines = [
    '---',
    `title: ${quote(lineText(outline.title))}`,
    ...(few ? [open(`how do employees say it? ${enoughPhrases} phrases at least`)] : []),
    ...(phrases.length === 0
      ? ['phrases: []']
      : ['phrases:', ...phrases.map(phrase => `  - ${quote(lineText(phrase))}`)]),
    '---',
    intro === '' ? openText('the introduction') : bodyText(intro),
    ...outline.steps.flatMap(stepText),
    ...(causes.length > 0 ? ['', '# causes'] : []),
    ...causes.flatMap(({ id, name }) => [`## ${id}`, bodyText(name)]),
  ]
  return `${lines.join('\n')}\n`
}

function stepText({ id, text, doneWhen, undo, warning }: OutlineStep): readonly string[] {
  const part = (name: string, words: string | undefined) =>
    words === undefined ? [] : [`## ${name}`, bodyText(words)]
  return [
    '',
    `# ${id}`,
    bodyText(text),
    ...part('done-when', doneWhen),
    ...part('undo', undo),
    ...part('warning', warning),
  ]
}

/** Few words: a linter that knows languages must not take them for the text. */
export function openText(what: string): string {
  return `open: ${what}`
}

function open(question: string): string {
  return `# open: ${lineText(question)}`
}

/** JSON's quotation is YAML's, too. */
function quote(text: string): string {
  return JSON.stringify(text)
}
