/** The text as it looks: composed letters, plain widths, nothing invisible that would part a label from its value. */

const invisible = /(?!\u200d)\p{Cf}|[\u034f\u115f\u1160\u3164\uffa0]|(?![\t\n\r])\p{Cc}/gu
/** A joiner only means something between two signs of an emoji. */
const strayJoiner = /(?<!\p{Extended_Pictographic}\ufe0f?)\u200d/gu
const stackedMarks = /[\u0300-\u036f]/g
const wide = /[\uff01-\uff5e]/g
const spaces = /(?![ \t\n\r])\s/g

/**
 * Characters that may not be what they look like, with the one before that they may join. Western letters and
 * quotation marks are left out; they change only together with one of these.
 */
const doubtful = /[\s\S]?[^\t\n\r\x20-\x7e\xa1-\xac\xae-\xff\u2010-\u2027\u20ac]+/g

export function visible(text: string): string {
  return text.replace(doubtful, seen)
}

function seen(run: string): string {
  return run
    .toWellFormed()
    .normalize('NFC')
    .replace(invisible, '')
    .replace(strayJoiner, '')
    .replace(stackedMarks, '')
    .replace(wide, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(spaces, ' ')
}
