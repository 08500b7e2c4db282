/** Names for files and steps from words: small letters, digits and hyphens. */

const longest = 48

/** "Drucker: Papierstau (Fach 2)" -> drucker-papierstau-fach-2; undefined when no letter is left ("프린터"). */
export function slugOf(text: string): string | undefined {
  const plain = text
    .toLowerCase()
    .replace(/[äöü]/g, letter => `${letter === 'ä' ? 'a' : letter === 'ö' ? 'o' : 'u'}e`)
    .replaceAll('ß', 'ss')
    .replace(/(?<!\p{L})(\p{L}{1,2})['’](?=\p{L})/gu, '$1-')
    .normalize('NFKD')
    .replace(/\p{M}|['’`]/gu, '')
  const words = plain.split(/[^a-z0-9]+/).filter(word => word !== '')
  const slug = shortened(words)
  return slug === '' ? undefined : slug
}

function shortened(words: readonly string[]): string {
  let slug = words[0]?.slice(0, longest) ?? ''
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > longest) break
    slug += `-${word}`
  }
  return slug
}

/** Counts up until nobody has the name: printer, printer-2 … and keeps it. */
export function uniqueName(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let n = 2; taken.has(name); n++) name = `${wanted}-${n}`
  taken.add(name)
  return name
}
