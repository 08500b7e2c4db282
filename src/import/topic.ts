/** Section -> topic: which words are a cause, which a step, which the introduction. */
import type { Language } from '../knowledge/article.ts'
import { type Block, type Code, type List, type Paragraph, type Remark, wordsOf } from './block.ts'
import { isChatter, isOrder, isOrderInList, sentencesOf } from './commands.ts'
import { introducesCauses, type Label } from './labels.ts'
import type { Section } from './sections.ts'

export interface TopicStep {
  readonly line: number
  text: string
  /** Causes, by their place in the topic. */
  readonly fixes: readonly number[]
  warning?: string
}

export interface Topic {
  readonly section: Section
  readonly phrases: string[]
  readonly intro: string[]
  readonly causes: Remark[]
  readonly steps: TopicStep[]
  /** Words that found no place in the draft. */
  readonly leftOut: Remark[]
  readonly related: Remark[]
  readonly appliesTo: string[]
}

/** What the words before make of the words after. */
interface Reading {
  readonly topic: Topic
  readonly language: Language
  label: Label | undefined
  /** Nothing has been said under the label yet. */
  fresh: boolean
  /** Causes that the next solution is for. */
  pending: number[]
  /** The last words were a solution. */
  solved: boolean
}

const mostIntro = 3
const mostPhraseWords = 14

export function topicOf(section: Section, language: Language): Topic {
  const topic: Topic = {
    section,
    phrases: [],
    intro: [],
    causes: [],
    steps: [],
    leftOut: [],
    related: [],
    appliesTo: [],
  }
  const reading: Reading = { topic, language, label: undefined, fresh: false, pending: [], solved: false }
  for (const [i, block] of section.blocks.entries()) read(block, section.blocks[i - 1], reading)
  return topic
}

function read(block: Block, before: Block | undefined, reading: Reading): void {
  if (block.kind === 'paragraph') readParagraph(block, reading)
  else if (block.kind === 'list') readList(block, before, reading)
  else if (block.kind === 'code') readCode(block, reading)
}

function readParagraph({ text, line, label }: Paragraph, reading: Reading): void {
  if (label) {
    reading.label = label
    reading.fresh = true
  }
  if (text === '') return
  if (reading.label) labelled(reading.label, text, line, reading)
  else if (!/[:：]$/.test(text)) readProse(text, line, reading)
}

function labelled(label: Label, text: string, line: number, reading: Reading): void {
  const { topic, fresh } = reading
  reading.fresh = false
  if (label === 'cause') {
    if (fresh) addCause(text, line, reading)
    else topic.leftOut.push({ line, text })
  } else if (label === 'solution') {
    const last = topic.steps.at(-1)
    if (fresh || !last) addStep(text, line, reading)
    else last.text += `\n\n${text}`
  } else if (label === 'warning') warn(text, line, topic)
  else if (label === 'symptom') addSymptom(text, line, reading)
  else if (label === 'related') topic.related.push({ line, text })
  else topic.appliesTo.push(text)
}

/** The first sentence names the cause; what else is said of it is for the author to place. */
function addCause(text: string, line: number, reading: Reading): void {
  const { topic, language } = reading
  const [name = text, ...more] = sentencesOf(text, language)
  if (reading.solved) reading.pending = []
  reading.solved = false
  reading.pending.push(topic.causes.length)
  topic.causes.push({ line, text: name.replace(/[.。]$/, '') })
  if (more.length > 0) topic.leftOut.push({ line, text: more.join(' ') })
}

function addStep(text: string, line: number, reading: Reading): void {
  reading.topic.steps.push({ line, text, fixes: [...reading.pending] })
  reading.solved = true
}

function warn(text: string, line: number, topic: Topic): void {
  const last = topic.steps.at(-1)
  if (last) last.warning = last.warning ? `${last.warning}\n${text}` : text
  else topic.leftOut.push({ line, text })
}

function addSymptom(text: string, line: number, { topic, language }: Reading): void {
  for (const sentence of text.split('\n').flatMap(own => sentencesOf(own, language))) {
    if (wordsOf(sentence) <= mostPhraseWords) topic.phrases.push(sentence.replace(/[.。]$/, ''))
    else if (topic.intro.length < mostIntro) topic.intro.push(sentence)
    else topic.leftOut.push({ line, text: sentence })
  }
}

/** Sentences that tell somebody to do something are steps; the others introduce, if nothing came before. */
function readProse(text: string, line: number, reading: Reading): void {
  const { topic, language } = reading
  for (const sentence of sentencesOf(text, language)) {
    const early = topic.causes.length === 0 && topic.steps.length === 0
    if (isOrder(sentence, language)) addStep(sentence, line, reading)
    else if (early && topic.intro.length < mostIntro && !isChatter(sentence)) topic.intro.push(sentence)
    else topic.leftOut.push({ line, text: sentence })
  }
}

/** A list belongs to the label before it; without one, the sentence before it or its own words tell. */
function readList(list: List, before: Block | undefined, reading: Reading): void {
  const { topic } = reading
  const label = reading.label ?? kindOf(list, before, reading.language)
  for (const item of list.items) {
    if (label === 'cause') addCause(item, list.line, reading)
    else if (label === 'solution') addStep(item, list.line, reading)
    else if (label !== undefined) labelled(label, item, list.line, reading)
    else topic.leftOut.push({ line: list.line, text: item })
  }
  // Causes that were only listed belong to no solution in particular.
  if (label === 'cause' && reading.label === undefined) reading.pending = []
  if (label === 'cause' || label === 'solution' || label === 'warning') reading.label = undefined
}

function kindOf(list: List, before: Block | undefined, language: Language): Label | undefined {
  const lead = before?.kind === 'paragraph' && /[:：]$/.test(before.text) ? before.text : ''
  if (introducesCauses(lead)) return 'cause'
  const orders = list.items.filter(item => isOrderInList(item, language))
  return list.ordered || orders.length * 2 > list.items.length ? 'solution' : undefined
}

/** Commands belong to the step before them. */
function readCode({ text, line }: Code, { topic, label }: Reading): void {
  const last = topic.steps.at(-1)
  const fence = text.includes('```') ? '~~~~' : '```'
  if (last && label !== 'cause') last.text += `\n\n${fence}\n${text}\n${fence}`
  else topic.leftOut.push({ line, text })
}
