/**
 * Which language is a text in? Deskhand beside `eld` as it comes, restricted to the same languages:
 *
 *     npm run -s bench -- nlu --languages FILE          {"items":[["text","de"], …]}
 *
 * Only texts in a language on offer are asked about. "Sure" is what changes a conversation's language; "likeliest" is
 * what one is answered in of whom nothing is known yet.
 */
import { readFileSync } from 'node:fs'
import { eld } from 'eld/small'
import { type DetectLanguage, languageDetector } from '../../src/knowledge/language.ts'
import { percent } from './figures.ts'

type Item = readonly [text: string, language: string]

const offered = ['en', 'de', 'fr', 'it', 'es', 'ko']
const lengths: readonly (readonly [name: string, fewest: number, most: number])[] = [
  ['1 word', 1, 1],
  ['2 words', 2, 2],
  ['3 to 15 words', 3, 15],
  ['16 and more', 16, Number.POSITIVE_INFINITY],
]

export function runLanguages(file: string): void {
  const { items }: { items: readonly Item[] } = JSON.parse(readFileSync(file, 'utf8'))
  const asked = items.filter(([, language]) => offered.includes(language))
  const detect = languageDetector(offered)
  const answers: Readonly<Record<string, (text: string) => string | undefined>> = {
    'Deskhand, sure': text => sureOf(detect, text),
    'Deskhand, likeliest': text => detect(text)?.language,
    eld: bareEld(),
  }
  console.log('%                                       texts   right  silent   wrong  microseconds')
  for (const [name, fewest, most] of lengths) {
    const texts = asked.filter(([text]) => isBetween(text.split(/\s+/).length, fewest, most))
    for (const [who, answer] of Object.entries(answers)) console.log(lineOf(`${name}: ${who}`, texts, answer))
  }
}

function sureOf(detect: DetectLanguage, text: string): string | undefined {
  const detected = detect(text)
  return detected?.sure ? detected.language : undefined
}

function bareEld(): (text: string) => string | undefined {
  const own = eld.newInstance()
  own.setLanguageSubset([...offered])
  return text => own.detect(text).language || undefined
}

function isBetween(value: number, fewest: number, most: number): boolean {
  return value >= fewest && value <= most
}

function lineOf(name: string, texts: readonly Item[], answer: (text: string) => string | undefined): string {
  const began = process.hrtime.bigint()
  const answers = texts.map(([text]) => answer(text))
  const microseconds = Number(process.hrtime.bigint() - began) / 1000 / Math.max(1, texts.length)
  const right = answers.filter((found, i) => found === texts[i]?.[1]).length
  const silent = answers.filter(found => found === undefined).length
  const shares = [right, silent, texts.length - right - silent].map(count => percent(count / texts.length))
  const columns = [texts.length, ...shares, microseconds.toFixed(0)]
  return name.padEnd(36) + columns.map(column => String(column).padStart(8)).join('')
}
