import type { Library } from '../../knowledge/library.ts'
import { type Command, library, print } from './command.ts'

/** Stale translations are problems for an author, though the service would run with them. */
export const command: Command = {
  usage: 'lint',
  summary: 'Loads everything and prints every problem with file and line; exit code 1 if there is one.',
  run() {
    const read = library()
    for (const sentence of read.stale) print(sentence)
    if (read.stale.length > 0) process.exitCode = 1
    else print(`${read.articles.size} articles in ${languagesOf(read).join(', ')}: no problems.`)
  },
}

function languagesOf({ articles }: Library): readonly string[] {
  return [...new Set([...articles.values()].flatMap(({ texts }) => Object.keys(texts)))].sort()
}
