/** What `kb new` has to know, from questions, flags or a file, and the article that it makes of it. */
import type { Doer, Language, Risk } from '../knowledge/article.ts'
import type { Outline, OutlineStep } from './outline.ts'
import { openText } from './render.ts'
import { slugOf, uniqueName } from './slug.ts'

export interface StepAnswer {
  readonly text: string
  readonly by: Doer
  readonly minutes: number
  readonly restart: boolean
  readonly risk: Risk
  readonly undo?: string
}

export interface Answers {
  readonly title: string
  readonly language: Language
  readonly phrases: readonly string[]
  readonly causes: readonly string[]
  readonly steps: readonly StepAnswer[]
}

export const doers = ['employee', 'local-admin', 'helpdesk'] as const satisfies readonly Doer[]
export const risks = ['none', 'low', 'medium', 'high'] as const satisfies readonly Risk[]
export const emptyAnswers = { language: 'en', phrases: [], causes: [], steps: [] } satisfies Partial<Answers>

/** The skeleton: what is not said is open, and the loader takes it all the same. */
export function skeleton(id: string, { title, language, phrases, causes, steps }: Answers): Outline {
  const names = new Set<string>()
  return {
    ...{ id, language, title, phrases, intro: '', signatures: [], hints: [] },
    causes: causes.map((name, i) => ({ id: uniqueName(slugOf(name) ?? `cause-${i + 1}`, names), name })),
    steps: steps.length > 0 ? stepsOf(steps, causes.length > 0) : [firstStep],
    open: ['which error codes start it? Add "signatures: [ras:809]", or delete this line'],
  }
}

const firstStep: OutlineStep = {
  ...{ id: 'first-step', text: openText('first step'), by: 'helpdesk', minutes: 5 },
  ...{ restart: false, risk: 'none', fixes: [] },
  open: ['who does it (employee, local-admin, helpdesk), and in how many minutes?'],
}

function stepsOf(steps: readonly StepAnswer[], known: boolean): readonly OutlineStep[] {
  const names = new Set(['causes'])
  return steps.map((step, i) => ({
    ...step,
    id: uniqueName(slugOf(step.text.split(/\s+/).slice(0, 5).join(' ')) ?? `step-${i + 1}`, names),
    fixes: [],
    doneWhen: openText('visible result'),
    ...(step.risk !== 'none' && { undo: step.undo ?? openText('way back') }),
    open: known
      ? ['which causes does it repair, how often? "fixes: { cause: 0.5 }"; or is it a question?']
      : [],
  }))
}

const stepForm =
  /^(?<by>employee|local-admin|helpdesk)(?:,\s*(?<minutes>\d+(?:\.\d+)?)(?:\s*min)?)?(?:,\s*risk\s+(?<risk>none|low|medium|high))?(?<restart>,\s*restart)?\s*:\s*(?<text>.+)$/s

/** "employee, 3, risk low, restart: Switch it off." as on the command line; who does it may be left out with the rest. */
export function stepFrom(words: string): StepAnswer {
  const { by, minutes, risk, restart, text } = stepForm.exec(words)?.groups ?? {}
  return {
    text: text ?? words,
    by: doers.find(doer => doer === by) ?? 'helpdesk',
    minutes: Number(minutes ?? 5),
    restart: restart !== undefined,
    risk: risks.find(word => word === risk) ?? 'none',
  }
}
