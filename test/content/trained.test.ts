import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { trainedMatcher } from '../../src/content/trained.ts'
import type { Library } from '../../src/knowledge/library.ts'
import { classify } from '../../src/knowledge/matcher.ts'
import { shippedLibrary } from '../support/content.ts'

/** Two topics of the shipped knowledge: enough to see whether it was trained or read. */
const library = only('certificate-problem', 'ipsec-logging')
const question = 'mein zertifikat ist abgelaufen'

function only(...topics: readonly string[]): Library {
  const shipped = shippedLibrary()
  return { ...shipped, articles: new Map([...shipped.articles].filter(([id]) => topics.includes(id))) }
}

function cacheFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-cache-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).map(name => join(folder, name))
}

test('a matcher is trained once and read from its file the next time', () => {
  const folder = cacheFolder()
  const trained = classify(trainedMatcher(library, folder), question)
  const [file = ''] = filesIn(folder)
  const written = statSync(file)
  expect(classify(trainedMatcher(library, folder), question)).toEqual(trained)
  expect(filesIn(folder)).toEqual([file])
  expect(statSync(file)).toMatchObject({ ino: written.ino, mtime: written.mtime })
})

test('other articles have a matcher of their own', () => {
  const folder = cacheFolder()
  trainedMatcher(library, folder)
  trainedMatcher(only('certificate-problem', 'bad-spi'), folder)
  expect(filesIn(folder)).toHaveLength(2)
})

test('half a file, or one of something else, is trained anew and replaced', () => {
  const folder = cacheFolder()
  const trained = classify(trainedMatcher(library, folder), question)
  const [file = ''] = filesIn(folder)
  const whole = readFileSync(file)
  for (const broken of [whole.subarray(0, 1000), Buffer.from('something else')]) {
    writeFileSync(file, broken)
    expect(classify(trainedMatcher(library, folder), question)).toEqual(trained)
    expect(readFileSync(file).equals(whole)).toBe(true)
  }
})

test('without a place to keep it, it is trained each time', () => {
  const file = join(cacheFolder(), 'a-file-where-the-folder-should-be')
  writeFileSync(file, '')
  chmodSync(file, 0o400)
  expect(classify(trainedMatcher(library, join(file, 'cache')), question).candidates[0]?.topic).toBe(
    'certificate-problem',
  )
})

test('a folder of many sets keeps those that were used last', () => {
  const folder = cacheFolder()
  const old = Array.from({ length: 14 }, (_, i) => join(folder, `matcher-${i.toString(16).repeat(8)}.bin`))
  for (const [i, file] of old.entries()) {
    writeFileSync(file, 'of another set')
    utimesSync(file, i, 0)
  }
  trainedMatcher(library, folder)
  const left = filesIn(folder)
  expect(left).toHaveLength(12)
  expect(left).not.toContain(old[0])
  expect(left).toContain(old[13])
})
