/** What is open at every point: help, back, skip, start over, status, a person, another language, a restart. */
import type { Language } from '../knowledge/article.ts'
import type { Interrupt } from '../knowledge/understanding.ts'
import { handOver } from './escalate.ts'
import { ask, type Moment, prefixed, sentence, tell } from './moment.ts'
import { skipStep, stepBack } from './outcomes.ts'
import { missed, patience } from './triage.ts'
import { repeatStep } from './troubleshoot.ts'
import type { Advanced, Case, ChoiceId, Sentence } from './types.ts'

export function interrupted(m: Moment, c: Case, interrupt: Interrupt): Advanced {
  switch (interrupt) {
    case 'person':
      return handOver(m, c, 'asked')
    case 'help':
      return again(m, c, [sentence('help.what'), sentence('help.words')])
    case 'status':
      return again(m, c, [status(c)])
    case 'start-over':
      return startOver(c)
    case 'back':
      return stepBack(m, c) ?? again(m, c, [sentence('back.nothing')])
    case 'skip':
      return c.stage.kind === 'step' || c.stage.kind === 'why'
        ? skipStep(m, c, c.stage.step)
        : again(m, c, [sentence('skip.nothing')])
    case 'language':
      return askLanguage(m, c)
    case 'restarting':
      return parked(m, c)
    case 'thanks':
      return again(m, c, [sentence('small.thanks')])
    case 'greeting':
      return c.stage.kind === 'new' ? welcome(c) : again(m, c, [sentence('small.greeting')])
    case 'insult':
      return again(m, c, [sentence('small.insult')])
    case 'noise':
      return heardNothing(m, c)
  }
}

/** A thumb or two; then it is time for a question, and for the offer of a person. */
function heardNothing(m: Moment, c: Case): Advanced {
  const open = c.stage.kind === 'new' || c.stage.kind === 'clarify' || c.stage.kind === 'offer-person'
  if (open && c.misses >= patience) return missed(m, c)
  return again(m, open ? { ...c, misses: c.misses + 1 } : c, [sentence('small.noise')])
}

export function welcome(c: Case): Advanced {
  return tell({ ...c, welcomed: true }, [
    sentence('welcome.hello'),
    sentence('welcome.how'),
    sentence('welcome.words'),
  ])
}

/** Everything tried so far is put aside; what the employee wrote stays for the agent. */
export function startOver(before: Case): Advanced {
  const { topic: _, outcome: __, fixedAt: ___, ...rest } = before
  return tell({ ...rest, stage: { kind: 'new' }, steps: [], claims: [], notThese: [], misses: 0 }, [
    sentence('start-over.done'),
  ])
}

/** Speaks the wished language from now on; only another wish changes it again. */
export function spokenFrom(m: Moment, before: Case, language: Language): Advanced {
  const { heard: _, ...rest } = before
  const c: Case = { ...rest, language, languageFrom: 'chosen' }
  return again(m, c, [sentence('language.changed')])
}

function askLanguage(m: Moment, c: Case): Advanced {
  const choices = m.knowledge.languages.map(language => `language:${language}`)
  const about = c.open?.step
  return ask(m, c, {
    say: [sentence('language.ask')],
    choices: [...choices, ...kept(c)],
    ...(about && { about }),
  })
}

/** The open question stays answerable beside the languages, without being shown twice. */
function kept(c: Case): ChoiceId[] {
  return (c.open?.choices ?? []).filter(choice => !choice.startsWith('language:'))
}

/** "I am restarting now": the case waits, hours or days; the buttons of the step stay good meanwhile. */
function parked(m: Moment, c: Case): Advanced {
  if (c.stage.kind !== 'step') return again(m, c, [sentence('park.nothing')])
  const waiting = tell({ ...c, stage: { kind: 'parked', step: c.stage.step } }, [sentence('park.waiting')])
  return c.open ? { ...waiting, case: { ...waiting.case, open: c.open } } : waiting
}

function status(c: Case): Sentence {
  if (!c.topic) return sentence('status.no-topic', { case: c.id })
  return sentence('status.topic', { case: c.id, topic: { topic: c.topic.id }, count: c.steps.length })
}

/** Says something in between and puts the open question once more. */
export function again(m: Moment, c: Case, say: readonly Sentence[]): Advanced {
  if (c.stage.kind === 'step' || c.stage.kind === 'parked')
    return prefixed(say, repeatStep(m, c, c.stage.step))
  if (!c.open) return tell(c, say)
  const about = c.open.step
  return ask(m, c, { say, choices: c.open.choices, ...(about && { about }) })
}
