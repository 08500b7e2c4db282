/**
 * An employee's own words, made safe to stand inside a sentence's Markdown: they read as they were written, but never
 * become markup, a link, a mention, a new line, or text that runs the other way.
 */
const controls = /[\p{Cc}\p{Zl}\p{Zp}]+/gu
const directions = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
/** More than three marks on one letter are there to flood the lines above and below. */
const floods = /(\p{M}{3})\p{M}+/gu
const punctuation = /[!-/:-@[-`{-~]/g
/** Chat programs make a link of these by themselves; an invisible word joiner (U+2060) stops that. */
const addresses = /:(?=\/\/)|(?<=\bwww)\.|(?<=\bmailto):/gi

export function escapeWords(words: string): string {
  return words
    .toWellFormed()
    .replace(controls, ' ')
    .replace(directions, '')
    .replace(floods, '$1')
    .replace(addresses, '$&\u2060')
    .replace(punctuation, '\\$&')
}
