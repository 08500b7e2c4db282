/** The case in words, for agents: ids are rendered in the reader's language, nothing is translated by machine. */
import type { Case, Noted, StepRecord } from '../dialogs/types.ts'
import { plan } from '../knowledge/order.ts'
import type { Spoken } from './spoken.ts'
import { claimText, factText } from './told.ts'
import {
  causeName,
  codeName,
  filled,
  languageName,
  stepName,
  stepTextOf,
  topicName,
  type Voice,
} from './voice.ts'

/** Plain text, one fact a line; for the console, for tickets and for `chat --json`. */
export function summary(voice: Voice, c: Case): string {
  const { t } = voice
  const rows: [label: string, value: string][] = [
    ...facts(voice, c),
    [t('case.tried'), c.steps.length > 0 ? '' : t('case.nothing-tried')],
  ]
  const lines = rows.map(([label, value]) => row(voice, label, value).trimEnd())
  const tried = c.steps.map(record => `- ${stepLine(voice, record)}`)
  return [
    t('case.title', { case: c.id }),
    ...lines,
    ...tried,
    ...hypotheses(voice, c),
    ...words(voice, c),
  ].join('\n')
}

/** What may stand in a channel: no name, no words of the employee. */
export function notice(voice: Voice, c: Case): Spoken {
  const title = row(voice, voice.t('case.new-in-queue'), c.id)
  const lines = [`**${title}**`, ...facts(voice, c).map(([label, value]) => row(voice, label, value))]
  const tried = c.steps.map(record => `- ${stepLine(voice, { ...record, words: '' })}`).join('\n')
  const markdown = [...lines, ...(tried ? [tried] : [])]
  return {
    language: voice.language,
    summary: title,
    blocks: markdown.map(text => ({ kind: 'text', markdown: text })),
    choices: [],
  }
}

function facts(voice: Voice, c: Case): [label: string, value: string][] {
  const { t } = voice
  const rows: [string, string | undefined][] = [
    [t('case.state'), t(`case.states.${c.outcome === 'fixed' ? 'fixed' : c.owner}`)],
    [t('case.reason'), c.handOver && t(`case.reasons.${c.handOver.reason}`)],
    [t('case.opened'), time(voice, c.openedAt)],
    [t('case.employee-language'), languageName(c.language, voice.language)],
    [t('case.topic'), topic(voice, c)],
    [t('case.codes'), c.signatures.map(signature => code(signature)).join(', ')],
    ...(c.facts ?? []).map((fact): [string, string] => [t(`fact.kinds.${fact.kind}`), dated(voice, fact)]),
    [t('case.pictures'), c.pictures && String(c.pictures.length)],
    [t('case.also-tried'), otherClaims(voice, c)],
    [t('case.not-these'), c.notThese.map(id => topicName(voice, id)).join('; ')],
    [t('case.later'), c.later.map(id => topicName(voice, id)).join('; ')],
  ]
  return rows.flatMap(([label, value]) => (value ? [[label, value]] : []))
}

/** "Since yesterday" is read on another day: the day on which it was said stands beside it. */
function dated(voice: Voice, fact: Noted): string {
  const text = factText(voice, fact)
  if (fact.kind !== 'since' && fact.kind !== 'urgency') return text
  return voice.t('case.said-at', { text, time: time(voice, fact.at) })
}

/** Steps that the employee says to have tried and that no step of the article asks for. */
function otherClaims(voice: Voice, c: Case): string {
  const steps = c.topic ? (voice.library.articles.get(c.topic.id)?.steps ?? []) : []
  const recorded = steps.filter(({ id }) =>
    c.steps.some(({ step, topic }) => step === id && topic === c.topic?.id),
  )
  const tried = (c.claims ?? []).filter(({ outcome }) => outcome !== 'not-tried')
  const others = tried.filter(({ action }) => !recorded.some(({ about }) => about === action))
  return others.map(claim => claimText(voice, claim)).join('; ')
}

function topic(voice: Voice, c: Case): string {
  if (!c.topic) return voice.t('case.topic-unknown')
  const percent = Math.round(c.topic.confidence * 100)
  return `${topicName(voice, c.topic.id)} (${voice.t(`case.how.${c.topic.how}`, { percent })})`
}

/** "809 (ras:809)": the name people use, and the id that cannot be mistaken. */
function code(signature: string): string {
  return `${codeName(signature)} (${signature})`
}

function stepLine(voice: Voice, record: StepRecord): string {
  const claimed = record.how === 'claimed' ? `, ${voice.t('case.claimed')}` : ''
  const reason = record.words ? ` ${quoted(voice, reasonOf(voice, record.words))}` : ''
  const name = stepName(voice, record.topic, record.step)
  return row(voice, name, `${outcome(voice, record)}${reason} (${time(voice, record.at)}${claimed})`)
}

function reasonOf(voice: Voice, words: string): string {
  return words.startsWith('why:') ? voice.t(`choice.${words.replace(':', '-')}`) : words
}

/** In the marks of the reader's language. The words go past the sentences, which are remembered. */
function quoted(voice: Voice, words: string): string {
  return voice.t('case.quotation').replace('…', () => words)
}

/** Put together here for the same reason: "Réseau : maison" in French, "Netz: zu Hause" in German. */
function row(voice: Voice, label: string, value: string): string {
  return voice
    .t('case.row', { label: '{l}', value: '{v}' })
    .replace('{l}', () => label)
    .replace('{v}', () => value)
}

function outcome(voice: Voice, record: StepRecord): string {
  const answer = stepTextOf(voice, record.topic, record.step)?.answers[record.outcome]
  return answer
    ? filled(voice, answer)
    : voice.t(`case.outcomes.${record.outcome}`, { defaultValue: record.outcome })
}

/** What the agent starts from: the causes as they stand now, and what is left for an administrator. */
function hypotheses(voice: Voice, c: Case): string[] {
  const article = c.topic && voice.library.articles.get(c.topic.id)
  if (!article || c.outcome === 'fixed') return []
  const { belief, left } = plan(
    article,
    c.steps.filter(({ topic }) => topic === article.id),
  )
  const causes = belief
    .filter(({ probability }) => probability >= 0.02)
    .map(
      ({ cause, probability }) =>
        `- ${row(voice, causeName(voice, article.id, cause), `${Math.round(probability * 100)} %`)}`,
    )
  const steps = left.map(
    step => `- ${stepName(voice, article.id, step.id)} (${voice.t(`case.doers.${step.by}`)})`,
  )
  return [
    ...(causes.length > 0 ? [heading(voice, 'causes'), ...causes] : []),
    ...(steps.length > 0 ? [heading(voice, 'left'), ...steps] : []),
  ]
}

function heading(voice: Voice, key: string): string {
  return row(voice, voice.t(`case.${key}`), '').trimEnd()
}

function words(voice: Voice, c: Case): string[] {
  return c.words.length > 0 ? [heading(voice, 'words'), ...c.words.map(text => quoted(voice, text))] : []
}

function time(voice: Voice, at: number): string {
  return new Intl.DateTimeFormat(voice.language, { dateStyle: 'short', timeStyle: 'short' }).format(at)
}
