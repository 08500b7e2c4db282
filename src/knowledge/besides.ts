/**
 * "Error 809, and also the log shows 4653": what is told besides. Only words that say so part a text; behind a plain
 * "and" the same problem mostly goes on. A German "also" is no "also".
 */
export interface Parted {
  readonly first: string
  readonly besides: string
}

const adding = [
  'and (?:also|additionally|besides)|additionally|in addition|besides',
  'au(?:ß|ss)erdem|zudem|zus(?:ä|ae)tzlich|und auch|und dann noch',
  'et aussi|en plus|de plus|par ailleurs',
  'ed? anche|inoltre|in pi(?:ù|u)',
  'y tambi[ée]n|adem[áa]s',
].join('|')
const border = new RegExp(`(?<!\\p{L})(?:${adding})(?!\\p{L})`, 'iu')

export function parted(text: string): Parted | undefined {
  const found = border.exec(text)
  if (!found) return undefined
  return { first: text.slice(0, found.index), besides: text.slice(found.index + found[0].length) }
}

const firstPerson = /(?<!\p{L})(?:i|we|ich|wir|je|j|nous|ho|abbiamo|he|hemos)(?!\p{L})/iu
const denial =
  /(?<!\p{L})(?:not?|cannot|(?:can|won|don|doesn)['’]?t|nichts?|kein\p{L}*|pas|plus|rien|non|niente)(?!\p{L})/iu

/** "Also I restarted the service" tells what was done or is wanted; "also I cannot start the service" what is wrong. */
export function tellsOfDoing(clause: string): boolean {
  const [begin = ''] = clause.split(/[,;.]/)
  return firstPerson.test(begin) && !denial.test(begin)
}
