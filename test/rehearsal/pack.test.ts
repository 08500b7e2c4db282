import { expect, test } from 'vitest'
import { shippedKnowledge } from '../../src/knowledge/folders.ts'
import { readAllScripts } from '../../src/rehearsal/files.ts'
import { rehearseAll } from '../../src/rehearsal/rehearse-all.ts'
import { failureText } from '../../src/rehearsal/report.ts'
import type { Script } from '../../src/rehearsal/script.ts'
import { shippedContent, shippedLibrary } from '../support/content.ts'

const all = readAllScripts([shippedKnowledge])

test('every conversation of the shipped articles goes as its author expects', async () => {
  const played = await rehearseAll(
    all.flatMap(({ scripts }) => scripts),
    shippedContent(),
  )
  expect(played.map(failureText).filter(Boolean).join('\n\n')).toBe('')
  expect(played.length).toBeGreaterThan(0)
})

test.each(all)(
  '$topic is talked through in each of its languages, solved and handed over',
  ({ topic, scripts }) => {
    const languages = Object.keys(shippedLibrary().articles.get(topic)?.texts ?? {})
    const missing = languages.flatMap(language => {
      const endings = scripts.filter(script => script.language === language).flatMap(endingsOf)
      return ['fixed', 'handed over'].filter(end => !endings.includes(end)).map(end => `${language}: ${end}`)
    })
    expect(missing).toEqual([])
  },
)

test('no opening is copied from the phrases that the matcher learns', () => {
  const learned = new Set(
    [...shippedLibrary().articles.values()].flatMap(({ texts }) =>
      Object.values(texts).flatMap(({ phrases }) => phrases.map(phrase => phrase.toLowerCase())),
    ),
  )
  const openings = all.flatMap(({ scripts }) => scripts.flatMap(openingOf))
  expect(openings.filter(opening => learned.has(opening.toLowerCase()))).toEqual([])
})

function endingsOf({ acts }: Script): string[] {
  return acts.flatMap(act =>
    act.kind === 'case'
      ? act.expected.flatMap(clause => (clause.kind === 'ends' ? [clause.words.replace(/ \(.*/, '')] : []))
      : [],
  )
}

function openingOf({ acts: [first] }: Script): string[] {
  return first?.kind === 'says' ? [first.text] : []
}
