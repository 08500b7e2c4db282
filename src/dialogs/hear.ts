/** What the employee writes, in the order in which it is taken: an answer, a request, then by stage. */
import type { Interrupt, Understanding } from '../knowledge/understanding.ts'
import { afterTheEnd } from './afterwards.ts'
import { choiceSaid } from './answers.ts'
import { chose } from './choices.ts'
import { handOver, saidWhileWaiting } from './escalate.ts'
import { again, interrupted, spokenFrom } from './interrupts.ts'
import { described, reasonSaid, saidAtStep, saidAtVerify } from './listen.ts'
import {
  askedBack,
  askedWhom,
  isMisheard,
  isNotKnown,
  isOnlyAboutMe,
  isQuestion,
  isWithoutRights,
} from './misheard.ts'
import { type Moment, prefixed, sentence, silent } from './moment.ts'
import { nextCase } from './opening.ts'
import { askWhy, whyAnswered } from './outcomes.ts'
import { articleOf, remembered } from './record.ts'
import { noted } from './told.ts'
import { triage } from './triage.ts'
import { repeatStep } from './troubleshoot.ts'
import type { Advanced, Case, ChoiceId } from './types.ts'
import { fixedByItself } from './verify.ts'

/** Shorter wishes for a person say nothing of the problem. */
const wordsOfAProblem = 10

export interface Heard {
  readonly next: Advanced
  /** The open choice that the words stood for. */
  readonly choice?: ChoiceId
}

export function hear(m: Moment, before: Case, text: string, u: Understanding): Heard {
  const c = noted(m, before, u)
  if (c.owner === 'agent' || c.owner === 'wrap-up') return { next: silent(c) }
  if (u.wantsLanguage) return { next: spokenFrom(m, c, u.wantsLanguage) }
  const choice = c.open && choiceSaid(u, c.open, articleOf(m, c))
  const reason = reasonGiven(m, c, u, choice)
  if (reason) return { next: whyAnswered(m, c, reason.step, reason.why), choice: 'could-not' }
  if (choice && isOnlyAboutMe(m, c, u, choice)) return { next: askedWhom(m, c) }
  const asked = askedBack(m, c, text, u, choice)
  if (asked) return { next: asked }
  const isSaid = choice && !isMisheard(m, c, u, choice)
  if (isSaid && isNotKnown(m, c, u, choice))
    return { next: whyAnswered(m, remembered(c, text, u.signatures), c.open?.step ?? '', text), choice }
  if (isSaid) return { next: chose(m, c, choice), choice }
  if (c.owner === 'waiting') return { next: saidWhileWaiting(m, c, text, u) }
  if (!isOver(c)) return { next: hearInStage(m, c, text, u) }
  return { next: afterTheEnd(m, c, text, u) ?? hearInStage(m, nextCase(c, m.seed, m.at), text, u) }
}

/** "No rights for that" at a step says at once that it could not be done, and why. */
function reasonGiven(m: Moment, c: Case, u: Understanding, choice: ChoiceId | undefined) {
  if (c.owner !== 'bot' || c.stage.kind !== 'step' || isQuestion(m, c)) return undefined
  const told = choice === undefined || choice === 'could-not'
  return isWithoutRights(u) && told && u.decided.length === 0
    ? { step: c.stage.step, why: 'why:no-rights' }
    : undefined
}

function isOver(c: Case): boolean {
  return c.owner === 'closed' || c.outcome === 'fixed'
}

function hearInStage(m: Moment, c: Case, text: string, u: Understanding): Advanced {
  if (u.interrupt === 'person') return handOver(m, toldMeanwhile(m, c, text, u), 'asked')
  if (u.interrupt && !isJustSaid(c, u.interrupt)) return interrupted(m, c, u.interrupt)
  switch (c.stage.kind) {
    case 'step':
      if (isBareYesOrNo(u) && isQuestion(m, c)) return again(m, c, [sentence('choose.which')])
      return saidAtStep(m, c, c.stage.step, text, u)
    case 'parked':
      if (u.decided.length > 0) return saidAtStep(m, c, c.stage.step, text, u)
      return prefixed([sentence('resume.welcome-back')], repeatStep(m, c, c.stage.step))
    case 'verify':
      return c.stage.step ? saidAtVerify(m, c, c.stage.step, text, u) : triage(m, c, text, u)
    case 'why':
      if (isBareNumber(text)) return askWhy(m, c, c.stage.step)
      if (isWithoutRights(u)) return whyAnswered(m, c, c.stage.step, 'why:no-rights')
      return reasonSaid(m, c, c.stage.step, text, u)
    case 'describe':
      return described(m, c, c.stage.step, text, u)
    case 'choose':
    case 'which-first':
      if (isBareYesOrNo(u)) return again(m, c, [sentence('choose.which')])
      return saidBeforeAnyStep(m, c, text, u)
    case 'new':
    case 'clarify':
    case 'confirm':
    case 'offer-person':
    case 'feedback':
    case 'second':
    case 'same-again':
    case 'done':
      return saidBeforeAnyStep(m, c, text, u)
  }
}

function saidBeforeAnyStep(m: Moment, c: Case, text: string, u: Understanding): Advanced {
  return u.answer === 'fixed' && u.decided.length === 0 ? fixedByItself(m, c) : triage(m, c, text, u)
}

/** To a list, where it says nothing. */
function isBareYesOrNo({ answer, decided, band }: Understanding): boolean {
  return (answer === 'yes' || answer === 'no') && decided.length === 0 && band === 'none'
}

/** Meant for a list that has no such number: no reason that an agent could read. */
function isBareNumber(text: string): boolean {
  return /^\s*\d{1,2}\s*[.)]?\s*$/.test(text)
}

/** Where own words are asked for, a sigh is an answer like any other. */
function isJustSaid(c: Case, interrupt: Interrupt): boolean {
  const asked = c.stage.kind === 'why' || c.stage.kind === 'describe'
  return (
    asked &&
    (interrupt === 'noise' || interrupt === 'insult' || interrupt === 'greeting' || interrupt === 'thanks')
  )
}

/** "It cuts out all the time, I want somebody": the wish is granted, and the problem goes along with it. */
function toldMeanwhile(m: Moment, before: Case, text: string, u: Understanding): Case {
  if (u.words < wordsOfAProblem) return before
  const c = remembered(before, text, u.signatures)
  const [decided] = u.decided
  const [best] = u.candidates
  if (c.topic) return c
  if (decided && m.knowledge.article(decided))
    return { ...c, topic: { id: decided, confidence: 1, how: 'signature' } }
  return best && u.band === 'sure'
    ? { ...c, topic: { id: best.topic, confidence: best.confidence, how: 'words' } }
    : c
}
