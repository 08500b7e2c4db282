/** The trained matcher, kept by the hash of what it was trained on and of what trained it. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Library } from '../knowledge/library.ts'
import { type Example, loadMatcher, type Matcher, serialize, trainMatcher } from '../knowledge/matcher.ts'

const trainer = fileURLToPath(new URL('../knowledge', import.meta.url))

/** Milliseconds from the cache, seconds without. A broken file is trained anew; a folder that cannot be written is not used. */
export function trainedMatcher(library: Library, cacheFolder: string): Matcher {
  const examples = examplesOf(library)
  const file = join(cacheFolder, `matcher-${hashOf(examples)}.bin`)
  const cached = cachedMatcher(file)
  if (cached) return cached
  const matcher = trainMatcher(examples)
  keep(file, serialize(matcher), cacheFolder)
  return matcher
}

/** A title says what the topic is in the helpdesk's words, a phrase in the employee's. */
export function examplesOf({ articles }: Pick<Library, 'articles'>): Example[] {
  return [...articles.values()].flatMap(({ id, texts }) =>
    Object.values(texts).flatMap(({ language, title, phrases }) =>
      [title, ...phrases].map(text => ({ text, topic: id, language })),
    ),
  )
}

function cachedMatcher(file: string): Matcher | undefined {
  try {
    return loadMatcher(readFileSync(file))
  } catch {
    return undefined
  }
}

/** Written beside its place and then moved, so that nobody reads half a file. */
function keep(file: string, bytes: Uint8Array, folder: string): void {
  const beside = `${file}.${process.pid}`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(beside, bytes)
    renameSync(beside, file)
  } catch {
    // A read-only installation trains at each start.
  }
}

function hashOf(examples: readonly Example[]): string {
  const hash = createHash('sha256').update(JSON.stringify(examples))
  for (const file of readdirSync(trainer, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/^(matcher|text|features|spelling|fold)/.test(file) && file.endsWith('.ts'))
      hash.update(readFileSync(join(trainer, file)))
  }
  return hash.digest('hex').slice(0, 24)
}
