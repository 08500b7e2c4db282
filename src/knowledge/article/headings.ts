/** Compares the headings of a text with what article.yaml and the source language ask for. */
import type { Language, Step } from '../article.ts'
import type { Page, Part, Section } from './markdown.ts'
import { quoted, type Report } from './problems.ts'
import { causesSection, stepParts } from './steps.ts'
import type { Structure } from './structure.ts'

/** A page with its language and the text it was split from. */
export interface SplitText {
  readonly language: Language
  readonly raw: string
  readonly page: Page
}

/** `source` is the text that the page translates; absent for the source language itself. */
export function checkSections(
  page: Page,
  structure: Structure,
  source: SplitText | undefined,
  report: Report,
): void {
  const because =
    source === undefined ? 'article.yaml names it' : `the ${nameOf(source.language)} file names it`
  for (const step of structure.steps) {
    const section = page.sections.get(step.id)
    if (section === undefined || section.text === '') {
      report(section?.line ?? page.lastLine, `step "${step.id}" has no text; ${because}.`)
    }
    if (section !== undefined) {
      checkParts(step, section, source?.page.sections.get(step.id), because, report)
    }
  }
  checkCauses(page, structure, source, because, report)
  for (const [name, section] of page.sections) {
    if (name === causesSection || structure.steps.some(step => step.id === name)) continue
    const steps = structure.steps.map(step => step.id)
    report(section.line, `"# ${name}" is no step of article.yaml; the steps are ${quoted(steps)}.`)
  }
}

function checkParts(
  step: Step,
  section: Section,
  source: Section | undefined,
  because: string,
  report: Report,
): void {
  const answers = step.answers.map(answer => answer.id)
  const needed = new Set([
    ...answers,
    ...(step.risk === 'none' ? [] : ['undo']),
    ...(source?.parts.keys() ?? []),
  ])
  for (const name of needed) {
    const part = section.parts.get(name)
    if (part !== undefined && part.text !== '') continue
    const reason = name === 'undo' && step.risk !== 'none' ? `its risk is ${step.risk}` : because
    report(part?.line ?? section.line, `step "${step.id}" has no text for "## ${name}"; ${reason}.`)
  }
  const allowed = source === undefined ? [...stepParts, ...answers] : [...needed]
  checkNames(section.parts, allowed, `step "${step.id}"`, needed, report)
}

function checkCauses(
  page: Page,
  structure: Structure,
  source: SplitText | undefined,
  because: string,
  report: Report,
): void {
  const section = page.sections.get(causesSection)
  const needed = new Set(source?.page.sections.get(causesSection)?.parts.keys() ?? [])
  for (const cause of needed) {
    const line = section?.parts.get(cause)?.line ?? section?.line ?? page.lastLine
    if (!section?.parts.get(cause)?.text) report(line, `cause "${cause}" has no name; ${because}.`)
  }
  if (section === undefined) return
  const allowed = source === undefined ? Object.keys(structure.causes) : [...needed]
  checkNames(section.parts, allowed, '"# causes"', needed, report)
}

/** Headings that nobody expects, and expected ones without a text. */
function checkNames(
  parts: ReadonlyMap<string, Part>,
  allowed: readonly string[],
  what: string,
  checked: ReadonlySet<string>,
  report: Report,
): void {
  for (const [name, part] of parts) {
    if (!allowed.includes(name))
      report(part.line, `${what} has no "## ${name}"; it knows ${quoted(allowed)}.`)
    else if (part.text === '' && !checked.has(name)) report(part.line, `${what}: "## ${name}" has no text.`)
  }
}

function nameOf(language: Language): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}
