/** Reads article.yaml: what an article does, without words. */
import type { Article, CauseId, SignatureId } from '../article.ts'
import { chancesOf, checkId } from './ids.ts'
import type { Report } from './problems.ts'
import { readSteps } from './steps.ts'
import { fieldsOf, flagOf, readYaml, textOf, textsOf, type Yaml } from './yaml.ts'

export type Structure = Omit<Article, 'id' | 'pack' | 'texts'>

const articleKeys = ['source', 'applies-to', 'signatures', 'hints', 'causes', 'admin-only', 'steps']

/** Undefined when the file is no YAML at all; every other problem leaves a structure to check the texts with. */
export function readStructure(
  text: string,
  report: Report,
  codes?: { has(id: SignatureId): boolean },
): Structure | undefined {
  const yaml = readYaml(text, report)
  if (yaml === undefined) return undefined
  const fields = fieldsOf(yaml, 'article.yaml', report, articleKeys)
  if (!fields.has('source'))
    report(1, 'source is missing; write the language the others translate, "source: en".')
  const causes = readCauses(fields.get('causes'), report)
  return {
    source: textOf(fields.get('source'), 'source', report) ?? 'en',
    appliesTo: textsOf(fields.get('applies-to'), 'applies-to', report),
    signatures: readSignatures(fields.get('signatures'), 'signatures', report, codes),
    hints: readSignatures(fields.get('hints'), 'hints', report, codes),
    causes,
    steps: readSteps(fields.get('steps'), Object.keys(causes), report),
    adminOnly: flagOf(fields.get('admin-only'), 'admin-only', report),
  }
}

/** `ras:809`, or with the context in which it counts, `win32:13868@phase1`. */
function readSignatures(
  yaml: Yaml | undefined,
  what: string,
  report: Report,
  codes?: { has(id: SignatureId): boolean },
): readonly SignatureId[] {
  const ids = textsOf(yaml, what, report)
  for (const id of ids) {
    const code = id.replace(/@(phase1|phase2|ipsec)$/, '')
    if (codes?.has(code) === false) report(yaml?.line ?? 1, `${what}: "${id}" is not in codes.json.`)
  }
  return ids
}

function readCauses(yaml: Yaml | undefined, report: Report): Readonly<Record<CauseId, number>> {
  const causes = chancesOf(yaml, 'causes', report)
  const sum = Object.values(causes).reduce((a, b) => a + b, 0)
  // Three causes of 0.33 are meant; their sum is not 0.99 to a computer.
  if (yaml !== undefined && Math.abs(sum - 1) > 0.01 + 1e-9) {
    report(yaml.line, `the priors of the causes sum to ${Number(sum.toFixed(3))}; they must sum to 1.`)
  }
  for (const cause of Object.keys(causes)) checkId(cause, 'cause', yaml?.line ?? 1, report)
  return causes
}
