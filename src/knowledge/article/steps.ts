/** Reads the steps of article.yaml. */
import type { Answer, CauseId, Step } from '../article.ts'
import { actions, type Fact, factKinds } from '../fact.ts'
import { chancesOf, checkId } from './ids.ts'
import { quoted, type Report } from './problems.ts'
import { fieldsOf, flagOf, numberOf, oneOf, textsOf, type Yaml } from './yaml.ts'

/** Outcomes that every step has; see dialogs/types.ts. An answer of the same name would hide one. */
const outcomes = [
  'fixed',
  'came-back',
  'no-change',
  'different',
  'could-not',
  'skipped',
  'noted',
  'awaits-restart',
]
/** Typed words that an answer may stand for; one of this name needs no `like`. */
const likes = ['yes', 'no', 'works', 'fails'] as const
/** Headings that a step's text may have beside its answers. */
export const stepParts = ['name', 'done-when', 'undo', 'warning']
/** The section that names the causes. */
export const causesSection = 'causes'

const doers = ['employee', 'local-admin', 'helpdesk'] as const
const risks = ['none', 'low', 'medium', 'high'] as const
const stepKeys = [
  'by',
  'minutes',
  'restart',
  'risk',
  'answers',
  'fixes',
  'note',
  'about',
  'asks',
  'settled-by',
  'not-when',
  'after',
]
/** Nobody stays in a chat for one step longer than a working day. */
const minutes = { least: 0.5, most: 480 }

export function readSteps(
  yaml: Yaml | undefined,
  causes: readonly CauseId[],
  report: Report,
): readonly Step[] {
  const entries = [...fieldsOf(yaml, 'steps', report)]
  if (entries.length === 0) report(yaml?.line ?? 1, 'an article needs at least one step.')
  const steps = entries.map(([id, yaml]) => {
    const step = readStep(id, yaml, causes, report)
    checkAnswers(step, causes, yaml.line, report)
    return step
  })
  for (const step of steps) checkAfter(step, steps, yaml?.line ?? 1, report)
  return steps
}

function readStep(id: string, yaml: Yaml, causes: readonly CauseId[], report: Report): Step {
  const what = `step "${id}"`
  checkId(id, 'step', yaml.line, report)
  if (id === causesSection)
    report(yaml.line, `${what}: this name is kept for the section that names the causes.`)
  const fields = fieldsOf(yaml, what, report, stepKeys)
  for (const key of ['by', 'minutes']) {
    if (!fields.has(key)) report(yaml.line, `${what} has no "${key}".`)
  }
  const by = oneOf(fields.get('by'), `${what}: by`, doers, report) ?? 'helpdesk'
  const risk = oneOf(fields.get('risk'), `${what}: risk`, risks, report) ?? 'none'
  if (by === 'employee' && risk === 'high') {
    report(yaml.line, `${what} has high risk: never a step for an employee; warn the agent of it instead.`)
  }
  const fixes = chancesOf(fields.get('fixes'), `${what}: fixes`, report)
  checkCauses(Object.keys(fixes), causes, `${what}: fixes`, fields.get('fixes')?.line ?? yaml.line, report)
  const about = oneOf(fields.get('about'), `${what}: about`, actions, report)
  const asks = oneOf(fields.get('asks'), `${what}: asks`, factKinds, report)
  const settledBy = readFacts(fields.get('settled-by'), `${what}: settled-by`, report)
  const notWhen = readFacts(fields.get('not-when'), `${what}: not-when`, report)
  const after = readAfter(fields.get('after'), what, report)
  return {
    id,
    by,
    minutes: numberOf(fields.get('minutes'), `${what}: minutes`, minutes, report) ?? 1,
    restart: flagOf(fields.get('restart'), `${what}: restart`, report),
    risk,
    answers: readAnswers(fields.get('answers'), what, causes, report),
    fixes,
    note: flagOf(fields.get('note'), `${what}: note`, report),
    ...(about && { about }),
    ...(asks && { asks }),
    ...(settledBy.length > 0 && { settledBy }),
    ...(notWhen.length > 0 && { notWhen }),
    ...(after && { after }),
  }
}

/** `not-when: { network: [hotel, train] }` */
function readFacts(yaml: Yaml | undefined, what: string, report: Report): readonly Fact[] {
  const fields = fieldsOf(yaml, what, report, factKinds)
  return factKinds.flatMap(kind => textsOf(fields.get(kind), what, report).map(value => ({ kind, value })))
}

/** `after: { server-name: name-other }` */
function readAfter(yaml: Yaml | undefined, what: string, report: Report): Step['after'] {
  const [entry] = fieldsOf(yaml, `${what}: after`, report)
  if (!entry) return undefined
  const [answer = ''] = textsOf(entry[1], `${what}: after`, report)
  return { step: entry[0], answer }
}

function checkAfter({ id, after }: Step, steps: readonly Step[], line: number, report: Report): void {
  if (!after) return
  const asked = steps.find(step => step.id === after.step)
  if (asked?.answers.some(answer => answer.id === after.answer)) return
  report(line, `step "${id}": after names "${after.step}: ${after.answer}", which is no answer of a step.`)
}

function readAnswers(
  yaml: Yaml | undefined,
  what: string,
  causes: readonly CauseId[],
  report: Report,
): readonly Answer[] {
  const entries = [...fieldsOf(yaml, `${what}: answers`, report)]
  if (entries.length === 1) report(yaml?.line ?? 1, `${what}: a question needs two answers or more.`)
  return entries.map(([id, answer]) => {
    const place = `${what}, answer "${id}"`
    checkId(id, 'answer', answer.line, report)
    if ([...outcomes, ...stepParts].includes(id)) {
      report(answer.line, `${place}: this name is kept; kept are ${quoted([...outcomes, ...stepParts])}.`)
    }
    const fields = fieldsOf(answer, place, report, ['rules-out', 'hand-over', 'like', 'when'])
    const rulesOut = textsOf(fields.get('rules-out'), `${place}: rules-out`, report)
    checkCauses(rulesOut, causes, `${place}: rules-out`, answer.line, report)
    const handOver = oneOf(
      fields.get('hand-over'),
      `${place}: hand-over`,
      ['true', 'false', 'outage'] as const,
      report,
    )
    const like = oneOf(fields.get('like'), `${place}: like`, likes, report) ?? likes.find(word => word === id)
    const outage = handOver === 'outage'
    const when = textsOf(fields.get('when'), `${place}: when`, report)
    return {
      id,
      rulesOut,
      handOver: outage || handOver === 'true',
      ...(outage && { outage }),
      ...(like && { like }),
      ...(when.length > 0 && { when }),
    }
  })
}

/** A cause that no answer leaves possible would vanish whatever the employee says. */
function checkAnswers(step: Step, causes: readonly CauseId[], line: number, report: Report): void {
  if (step.answers.length === 0) return
  for (const cause of causes.filter(c => step.answers.every(a => a.rulesOut.includes(c)))) {
    report(line, `step "${step.id}": every answer rules out "${cause}"; one must leave it possible.`)
  }
}

function checkCauses(
  named: readonly CauseId[],
  causes: readonly CauseId[],
  what: string,
  line: number,
  report: Report,
): void {
  for (const cause of named) {
    if (!causes.includes(cause)) report(line, `${what} names "${cause}"; the causes are ${quoted(causes)}.`)
  }
}
