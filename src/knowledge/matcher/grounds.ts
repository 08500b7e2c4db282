/** On which words of a text its topic rests. In a short text one chance word weighs as much as a whole sentence. */
import { repair } from '../spelling.ts'
import { functionWords, tellingWordsOf } from '../text.ts'
import { isEveryday, isOfAnyComputer } from './everyday.ts'
import { familiarityOf, isSaidInPassing, type Reader } from './reader.ts'

/** The different words that phrases have, without those of every computer and, said in passing, of every office day. */
export function groundsOf(reader: Reader, text: string): ReadonlySet<string> {
  const telling = tellingWordsOf(text)
    .filter(word => !functionWords.has(word) && !isOfAnyComputer(word))
    .filter(word => !isEveryday(word) || !isSaidInPassing(reader, word))
  const spelled = telling.map(word => repair(reader.spelling, word))
  return new Set(spelled.filter(word => reader.spelling.index.has(word)))
}

/** The text without the words that are at least as common as this among the phrases. */
export function withoutFamiliar(reader: Reader, text: string, least: number): string {
  return tellingWordsOf(text)
    .filter(word => functionWords.has(word) || familiarityOf(reader, word) < least)
    .join(' ')
}
