/** A picture -> the text in it, when enough of it can be made out. */
import type { Reading } from '../turn/reading.ts'
import type { Model, Ocr } from './ocr.ts'
import { type Outcome, unread } from './outcome.ts'
import type { PictureSize } from './size.ts'

const models: Readonly<Record<string, Model>> = { de: 'deu', fr: 'fra', it: 'ita' }
/** More pixels than a window has: a whole screen, with texts all over. */
const wholeScreen = 1_000_000
/** Percent. Sharp text of a screen has 75 and more; what is made out of noise, 40 and less. */
const leastConfidence = 50
const fewestCharacters = 3

export async function readPicture(
  bytes: Buffer,
  { width, height }: PictureSize,
  { language, until }: Reading,
  ocr: Ocr,
): Promise<Outcome> {
  const picture = { bytes, model: models[language] ?? 'eng', scattered: width * height > wholeScreen }
  const answer = await ocr.read(picture, until)
  if (answer.kind !== 'read')
    return unread(answer.kind === 'busy' ? 'not-fetched' : 'unreadable', { reason: answer.kind })
  const { confidence, maxRss } = answer
  const text = tidied(answer.text)
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (confidence >= leastConfidence && letters >= fewestCharacters)
    return { read: { kind: 'text', text }, seen: { maxRss } }
  return unread('unreadable', { reason: `${letters} letters, confidence ${confidence}`, maxRss })
}

/** Lines without gaps, and hexadecimal codes with the digits that look like the letters made out. */
function tidied(text: string): string {
  return text
    .replace(/\s*\n\s*/g, '\n')
    .replace(
      /\b[0O]x[\dA-FOlIS|]{8}(?![\p{L}\d])/giu,
      code => `0x${code.slice(2).replace(/[OlIS|]/gi, digit)}`,
    )
    .trim()
}

function digit(letter: string): string {
  if (letter === 'O' || letter === 'o') return '0'
  return letter === 'S' || letter === 's' ? '5' : '1'
}
