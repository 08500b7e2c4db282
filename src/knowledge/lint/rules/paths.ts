/** Walks every way through an article, as the bot would lead an employee. */
import type { Article, StepId } from '../../article.ts'
import { nextStep, type Tried } from '../../order.ts'
import { type Desk, fieldLine, lineOfStep } from '../desk.ts'
import type { Rule } from '../problem.ts'

/** More states than any article of a sensible length has; beyond it nothing is claimed. */
const mostStates = 20_000

export const unreachableStep: Rule = {
  name: 'unreachable-step',
  *find({ sheets }: Desk) {
    for (const sheet of sheets) {
      const reached = reachedBy(sheet.article)
      const own = sheet.article.steps.filter(({ by, risk }) => by === 'employee' && risk !== 'high')
      for (const { id } of own.filter(({ id }) => reached?.has(id) === false)) {
        yield {
          file: sheet.file,
          line: lineOfStep(sheet, id),
          message: `no way through the article comes to the step "${id}"`,
          cure: 'Say in "fixes" which cause it mends, let its answers rule something out, or remove it.',
        }
      }
    }
  },
}

/** Whatever an employee answers, a person takes over at the end and needs something to go on with. */
export const noHandOver: Rule = {
  name: 'no-hand-over',
  *find({ sheets }: Desk) {
    for (const { article, file, yaml } of sheets) {
      if (article.steps.some(({ by }) => by !== 'employee')) continue
      yield {
        file,
        line: fieldLine(yaml, ['steps']),
        message: 'when the employee has tried everything, nothing is left for the helpdesk to take over',
        cure: 'Add a step "by: helpdesk" or "by: local-admin" that says what an agent does next.',
      }
    }
  },
}

/** Undefined when there are too many ways to walk them all. */
function reachedBy(article: Article): ReadonlySet<StepId> | undefined {
  const reached = new Set<StepId>()
  const seen = new Set<string>()
  const open: (readonly Tried[])[] = [[]]
  for (let tried = open.pop(); tried !== undefined; tried = open.pop()) {
    const next = nextStep(article, tried)
    if (next === undefined) continue
    reached.add(next.id)
    for (const outcome of ['no-change', 'could-not', ...next.answers.map(({ id }) => id)]) {
      const state = [...tried, { step: next.id, outcome }]
      const name = nameOf(state)
      if (!seen.has(name)) open.push(state)
      seen.add(name)
    }
    if (seen.size > mostStates) return undefined
  }
  return reached
}

function nameOf(tried: readonly Tried[]): string {
  return tried
    .map(({ step, outcome }) => `${step}=${outcome}`)
    .sort()
    .join(' ')
}
