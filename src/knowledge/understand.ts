/**
 * One utterance, understood: codes, topic, language, requests, answers. Pure. The thresholds live here only.
 *
 * Codes come first: who pastes an error has told nearly everything. Words are asked in any case, because a text
 * without a code, or with an ambiguous one, still has a topic.
 */
import type { Language, SignatureId, TopicId } from './article.ts'
import { parted, tellsOfDoing } from './besides.ts'
import { type CodeTopics, decidedBy, isLog, rankOf, topicsOf } from './decided.ts'
import { type Facts, readFacts } from './facts.ts'
import type { DetectLanguage } from './language.ts'
import { classify, confidenceWithout, countGrounds, type Matched, type Matcher } from './matcher.ts'
import { type Codes, plainId, readSignatures } from './signature.ts'
import { type Band, type Candidate, type Understanding, unhelped } from './understanding.ts'
import type { Open } from './words/weigh.ts'
import { readUtterance, type Words } from './words.ts'

/** Everything that understanding needs; made once from the content. */
export interface Mind extends CodeTopics {
  readonly codes: Codes
  readonly words: Words
  readonly facts: Facts
  readonly matcher: Matcher
  readonly detect: DetectLanguage
}

export interface Heard {
  /** The conversation's language. */
  readonly language: Language
  /** The open buttons, in the order in which they are shown. */
  readonly open?: readonly Open[]
}

const likely = 0.65
/**
 * Confidence of the best topic times the probability that the text is about any topic at all. Chosen on the articles'
 * own held-back phrases and on everyday sentences about other things.
 */
const bands: readonly (readonly [Band, number])[] = [
  ['sure', 0.75],
  ['likely', likely],
  ['unsure', 0.12],
]
/** A code that speaks for a topic makes it so many times as likely, and the text at least this likely ours. */
const hintWeight = 4
const hintKnown = 0.8
/**
 * Who names what the topics share ("VPN") is at least asked among the best: a word that one phrase in six or more has
 * (`familiar` is the logarithm of that share) makes a text this likely ours.
 */
const named = 0.75
const namedKnown = 0.5
/** A topic rests on so many telling words ("expired certificate"); one ("where do I find it?") is chance: asked. */
const enoughGrounds = 2
const mostByChance = 0.6
/** Longer texts are logs: their codes count, their words are those of programs. */
const longestForWords = 2_000

/** "Hat nichts geändert" says how a step went, not what was changed on the computer. */
export function understand(mind: Mind, text: string, heard: Heard): Understanding {
  const found = readSignatures(mind.codes, text)
  const decided = decidedBy(mind, found, text)
  const candidates = topicsByWords(mind, text, found)
  const detected = mind.detect(text)
  const language = detected?.sure ? detected.language : undefined
  const said = readUtterance(mind.words, text, heard)
  const told = readFacts(mind.facts, text, language ?? heard.language, language !== undefined)
  const signatures = [...new Set(found.map(plainId))]
  return {
    signatures,
    strays: signatures.filter(id => !mind.decides.has(id) && !mind.hints.has(id)),
    decided: [...decided, ...decidedBesides(mind, text, decided)],
    candidates,
    band: bandOf(candidates[0]?.confidence ?? 0),
    words: countWords(text),
    ...(language ? { language } : detected && { perhaps: detected.language }),
    ...told,
    ...(unhelped.has(said.answer) && { facts: told.facts.filter(({ kind }) => kind !== 'changed') }),
    ...said,
  }
}

/** A log has hundreds of thousands; nobody asks how many exactly. */
function countWords(text: string): number {
  return text.slice(0, longestForWords).match(/\S+/g)?.length ?? 0
}

/**
 * The topic of what is told besides ("and also the log shows 4653"), whatever the rank of its code. One that the first
 * code speaks for, too, is the same problem.
 */
function decidedBesides(mind: Mind, text: string, decided: readonly TopicId[]): readonly TopicId[] {
  const parts = decided.length === 1 && !isLog(text) ? parted(text) : undefined
  if (!parts) return []
  const found = readSignatures(mind.codes, parts.first)
  if (decidedBy(mind, found, parts.first)[0] !== decided[0]) return []
  const same = [...decided, ...topicsOf(mind.hints, found)]
  return problemIn(mind, parts.besides).filter(topic => !same.includes(topic))
}

/** What a clause alone tells for sure. A code that only goes with others, or what somebody did, is no problem. */
function problemIn(mind: Mind, clause: string): readonly TopicId[] {
  const found = readSignatures(mind.codes, clause)
  const [first] = found
  const rank = first && rankOf(mind.codes, first)
  if (first) return rank === 'wrapper' || rank === 'notice' ? [] : decidedBy(mind, found, clause).slice(0, 1)
  const [best] = topicsByWords(mind, clause, found)
  return best && bandOf(best.confidence) === 'sure' && !tellsOfDoing(clause) ? [best.topic] : []
}

function topicsByWords(mind: Mind, text: string, signatures: readonly SignatureId[]): Candidate[] {
  const said = text.slice(0, longestForWords)
  const matched = classify(mind.matcher, said)
  const { candidates, known, familiar } = matched
  const hinted = topicsOf(mind.hints, signatures)
  if (hinted.length > 0) return scaled(weighed(candidates, hinted), Math.max(known, hintKnown))
  const ours = scaled(candidates, Math.max(known, familiar >= named ? namedKnown : 0))
  const best = ours[0]?.confidence ?? 0
  return best < likely || isGrounded(mind.matcher, said, matched) ? ours : scaled(ours, mostByChance / best)
}

/**
 * Does the topic rest on more than chance? Who names what the topics share ("vpn?") says with it that the text is ours;
 * the other words have to say which topic.
 */
function isGrounded(matcher: Matcher, text: string, { candidates, familiar }: Matched): boolean {
  const grounds = countGrounds(matcher, text)
  if (grounds > enoughGrounds || familiar < named) return grounds >= enoughGrounds
  return confidenceWithout(matcher, text, candidates[0]?.topic ?? '', named) >= likely
}

function weighed(candidates: readonly Candidate[], hinted: readonly TopicId[]): Candidate[] {
  const raised = candidates.map(({ topic, confidence }) => ({
    topic,
    confidence: confidence * (hinted.includes(topic) ? hintWeight : 1),
  }))
  const total = raised.reduce((sum, { confidence }) => sum + confidence, 0) || 1
  return scaled(raised, 1 / total).sort((a, b) => b.confidence - a.confidence)
}

function scaled(candidates: readonly Candidate[], factor: number): Candidate[] {
  return candidates.map(({ topic, confidence }) => ({ topic, confidence: confidence * factor }))
}

function bandOf(confidence: number): Band {
  return bands.find(([, least]) => confidence >= least)?.[0] ?? 'none'
}
