/** Names that authors give, and chances listed by such names. */
import type { Report } from './problems.ts'
import { fieldsOf, numberOf, type Yaml } from './yaml.ts'

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/
const chance = { least: 0, most: 1 }

/** A map of names to chances. Without a prototype, so that no name is special. */
export function chancesOf(
  yaml: Yaml | undefined,
  what: string,
  report: Report,
): Readonly<Record<string, number>> {
  const chances: Record<string, number> = Object.create(null)
  for (const [id, value] of fieldsOf(yaml, what, report)) {
    const number = numberOf(value, `${what}, "${id}"`, chance, report)
    if (number !== undefined) chances[id] = number
  }
  return chances
}

export function checkId(id: string, what: string, line: number, report: Report): void {
  if (!idPattern.test(id)) report(line, `${what} "${id}": a name has small letters, digits and hyphens only.`)
}
