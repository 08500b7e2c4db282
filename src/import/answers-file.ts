/** Reads the answers for `kb new` from YAML (or JSON, which is YAML, too). */
import { AppError } from '../errors.ts'
import { reporter } from '../knowledge/article/problems.ts'
import {
  fieldsOf,
  flagOf,
  numberOf,
  oneOf,
  readYaml,
  textOf,
  textsOf,
  type Yaml,
} from '../knowledge/article/yaml.ts'
import { type Answers, doers, risks, type StepAnswer } from './answers.ts'

const keys = ['title', 'language', 'phrases', 'causes', 'steps']
const stepKeys = ['text', 'by', 'minutes', 'restart', 'risk', 'undo']

/** What the file says, the rest is open. Throws AppError('content') with every problem, file and line. */
export function readAnswers(text: string, file: string): Partial<Answers> {
  const problems: string[] = []
  const report = reporter(file, problems)
  const fields = fieldsOf(readYaml(text, report), 'the file', report, keys)
  const title = textOf(fields.get('title'), 'title', report)
  const language = textOf(fields.get('language'), 'language', report)
  const texts = (key: string) => fields.has(key) && { [key]: textsOf(fields.get(key), key, report) }
  const steps = fields.get('steps')
  const answers = {
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...texts('phrases'),
    ...texts('causes'),
    ...(steps && { steps: stepsOf(steps, problems, file) }),
  }
  if (problems.length > 0) throw new AppError('content', `${file} cannot be used.`, { problems })
  return answers
}

/** A step is its text alone, or a map. */
function stepsOf(yaml: Yaml, problems: string[], file: string): readonly StepAnswer[] {
  const report = reporter(file, problems)
  if (yaml.kind === 'list') return yaml.items.map(item => stepOf(item, problems, file))
  report(yaml.line, 'steps must be a list: "- text: …".')
  return []
}

function stepOf(yaml: Yaml, problems: string[], file: string): StepAnswer {
  const report = reporter(file, problems)
  const fields: ReadonlyMap<string, Yaml> =
    yaml.kind === 'value' ? new Map([['text', yaml]]) : fieldsOf(yaml, 'a step', report, stepKeys)
  if (!fields.has('text')) report(yaml.line, 'a step needs a "text": what is to be done.')
  const by = oneOf(fields.get('by'), 'by', doers, report) ?? 'helpdesk'
  const risk = oneOf(fields.get('risk'), 'risk', risks, report) ?? 'none'
  if (by === 'employee' && risk === 'high')
    report(yaml.line, 'a step with high risk is never one for an employee.')
  const undo = textOf(fields.get('undo'), 'undo', report)
  return {
    text: textOf(fields.get('text'), 'text', report) ?? '',
    by,
    minutes: numberOf(fields.get('minutes'), 'minutes', { least: 0.5, most: 480 }, report) ?? 5,
    restart: flagOf(fields.get('restart'), 'restart', report),
    risk,
    ...(undo !== undefined && { undo }),
  }
}
