/**
 * Words of a text. The only file that imports `natural`, file by file: its main entry loads database drivers,
 * reads .env and prints to stdout.
 */
import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js'
import tokenizers from 'natural/lib/natural/tokenizers/regexp_tokenizer.js'
import english from 'natural/lib/natural/util/stopwords.js'
import spanish from 'natural/lib/natural/util/stopwords_es.js'
import french from 'natural/lib/natural/util/stopwords_fr.js'
import italian from 'natural/lib/natural/util/stopwords_it.js'
import dutch from 'natural/lib/natural/util/stopwords_nl.js'
import portuguese from 'natural/lib/natural/util/stopwords_pt.js'
import { fold } from './fold.ts'

/**
 * Chinese characters and kana, each one a word; numbers with their points (10.0.0.1); any other run of letters,
 * digits and underscores, so that 0x80070005 and NO_PROPOSAL_CHOSEN stay whole.
 */
const word =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|\p{N}+(?:[.,:]\p{N}+)+|[[\p{L}\p{N}_]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]]+/gv

const tokenizer = new tokenizers.RegexpTokenizer({ pattern: word, gaps: false })

/** Longer ones are keys and encoded files, not words. */
const longestWord = 40

/** Folded words in the order of the text, codes and identifiers whole. */
export function wordsOf(text: string): string[] {
  const words = tokenizer.tokenize(fold(text)) ?? []
  for (let i = 0; i < words.length; i++) words[i] = words[i]?.slice(0, longestWord) ?? ''
  return words
}

/** The words that tell what a text is about. Numbers do not: what a number means is read from its surroundings. */
export function tellingWordsOf(text: string): string[] {
  return wordsOf(text).filter(word => !/^(?:\p{N}{3,}|0x[0-9a-f]+)$/u.test(word))
}

/** A code or an identifier: it stays as it was typed, and being unknown says nothing. */
export function isCode(word: string): boolean {
  return /[\p{N}_]/u.test(word)
}

/** How alike two words look, 0 to 1, by Jaro and Winkler: a shared beginning counts more. */
export function likeness(a: string, b: string): number {
  return jaroWinkler(a, b)
}

/** `natural` has none for German. */
const german = `aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bin bis
bist bitte da damit dann das dass dein deine dem den denn der des dich die dies diese diesem diesen dieser dieses dir
doch dort du durch ein eine einem einen einer eines einfach er es etwas euch euer für ganz gar geht gibt ging hab habe
haben hallo hat hatte hier hin ich ihm ihn ihnen ihr ihre ihren ihrer im immer in ins ist ja jede jeder jedes jemand
jetzt kann kannst kein keine keinen können könnte leider machen mal man mehr mein meine meinem meinen meiner mich mir
mit mittlerweile muss musste nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind so
soll sollte sondern sonst trotzdem über um und uns unser unsere unter vom von vor wann warum was weil wenn wer werden
wie wieder wieso will wir wird wo wollte wurde zu zum zur zwar`

/** Words that every topic uses, folded; en, de, fr, it, es, nl, pt together. */
export const functionWords: ReadonlySet<string> = new Set(
  [english, french, italian, spanish, dutch, portuguese]
    .flatMap(list => list.words)
    .concat(german.split(/\s+/))
    .flatMap(wordsOf),
)
