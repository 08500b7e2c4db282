/** What an employee wrote, out of the form that Teams gives it. */

/** More than any person types or pastes into one message. */
const longest = 200_000
const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** `mentions` are the places where the bot is addressed; they say nothing and are taken out. */
export function cleanText(text: string, mentions: readonly string[]): string {
  let words = text.slice(0, longest)
  for (const mention of mentions.slice(0, 20)) {
    if (/^<at\b/i.test(mention)) words = words.replaceAll(mention, ' ')
  }
  return words
    .replace(/<\/?at(?: [^<>]{0,200})?>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot|apos|nbsp));/gi, decoded)
    .replaceAll('\0', '')
    .toWellFormed()
    .trim()
}

function decoded(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
