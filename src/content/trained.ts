/** The trained matcher, kept by the hash of what it was trained on and of what trained it. */
import { createHash } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Library } from '../knowledge/library.ts'
import { type Example, loadMatcher, type Matcher, serialize, trainMatcher } from '../knowledge/matcher.ts'

interface Trained {
  readonly matcher: Matcher
  readonly bytes: Uint8Array
}

const trainer = fileURLToPath(new URL('../knowledge', import.meta.url))
/** Each saved phrase of an author makes another file, of nearly a megabyte; those used last are enough. */
const mostKept = 12

/** Milliseconds from the cache, seconds without. A broken file is trained anew; a folder that cannot be written is not used. */
export function trainedMatcher(library: Library, cacheFolder: string): Matcher {
  return trained(library, cacheFolder).matcher
}

/** The same, when it need not be trained. */
export function keptMatcher(library: Library, cacheFolder: string): Matcher | undefined {
  return cachedMatcher(fileOf(examplesOf(library), cacheFolder))?.matcher
}

/** The same as bytes of its own, which another thread loads. */
export function trainedBytes(library: Library, cacheFolder: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(trained(library, cacheFolder).bytes)
}

function trained(library: Library, cacheFolder: string): Trained {
  const examples = examplesOf(library)
  const file = fileOf(examples, cacheFolder)
  const cached = cachedMatcher(file)
  if (cached) return cached
  const matcher = trainMatcher(examples)
  const bytes = serialize(matcher)
  keep(file, bytes, cacheFolder)
  return { matcher, bytes }
}

/** A title says what the topic is in the helpdesk's words, a phrase in the employee's. */
export function examplesOf({ articles }: Pick<Library, 'articles'>): Example[] {
  return [...articles.values()].flatMap(({ id, texts }) =>
    Object.values(texts).flatMap(({ language, title, phrases }) =>
      [title, ...phrases].map(text => ({ text, topic: id, language })),
    ),
  )
}

function fileOf(examples: readonly Example[], cacheFolder: string): string {
  return join(cacheFolder, `matcher-${hashOf(examples)}.bin`)
}

function cachedMatcher(file: string): Trained | undefined {
  try {
    const bytes = readFileSync(file)
    const matcher = loadMatcher(bytes)
    if (matcher) markAsUsed(file)
    return matcher && { matcher, bytes }
  } catch {
    return undefined
  }
}

/** By its time of access, which file systems do not keep by themselves. */
function markAsUsed(file: string): void {
  try {
    utimesSync(file, new Date(), statSync(file).mtime)
  } catch {
    // A read-only installation forgets nothing either.
  }
}

/** Written beside its place and then moved, so that nobody reads half a file. */
function keep(file: string, bytes: Uint8Array, folder: string): void {
  const beside = `${file}.${process.pid}`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(beside, bytes)
    renameSync(beside, file)
    forgetOldest(folder)
  } catch {
    // A read-only installation trains at each start.
  }
}

function forgetOldest(folder: string): void {
  const kept = readdirSync(folder).filter(name => /^matcher-[0-9a-f]+\.bin$/.test(name))
  const files = kept.map(name => join(folder, name)).map(file => ({ file, at: statSync(file).atimeMs }))
  for (const { file } of files.sort((a, b) => b.at - a.at).slice(mostKept)) rmSync(file, { force: true })
}

function hashOf(examples: readonly Example[]): string {
  const hash = createHash('sha256').update(JSON.stringify(examples))
  for (const file of readdirSync(trainer, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/^(matcher|text|features|spelling|fold)/.test(file) && file.endsWith('.ts'))
      hash.update(readFileSync(join(trainer, file)))
  }
  return hash.digest('hex').slice(0, 24)
}
