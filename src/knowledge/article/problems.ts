/** Says what is wrong at a line of one file. The sentence carries the cure. */
export type Report = (line: number, sentence: string) => void

/** Collects problems as `knowledge/ipsec/bad-spi/de.md:41 step "reconnect" has no text; …`. */
export function reporter(file: string, problems: string[]): Report {
  return (line, sentence) => {
    problems.push(`${file}:${line} ${sentence}`)
  }
}

/** `"a", "b", "c"`, for sentences that name what would have been right. */
export function quoted(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.map(name => `"${name}"`).join(', ')
}
