import { expect, test } from 'vitest'
import { followed } from '../../src/dialogs/language.ts'
import { openCase } from '../../src/dialogs/opening.ts'
import type { Case } from '../../src/dialogs/types.ts'
import type { Understanding } from '../../src/knowledge/understanding.ts'

const heard = (told: Pick<Understanding, 'language' | 'perhaps'>): Understanding => {
  return { signatures: [], strays: [], decided: [], candidates: [], band: 'none', words: 3, ...told }
}
const by = (languageFrom: Case['languageFrom']) => openCase('seed', 0, 'en', languageFrom)

test('who nothing is known of is answered in the likeliest language', () => {
  expect(followed(by('default'), heard({ perhaps: 'it' }))).toMatchObject({ language: 'it' })
})

test('a guess is made once and never shakes what is known', () => {
  const guessed = followed(by('default'), heard({ perhaps: 'it' }))
  expect(followed(guessed, heard({ perhaps: 'fr' }))).toMatchObject({ language: 'it' })
  for (const from of ['locale', 'detected', 'chosen'] as const)
    expect(followed(by(from), heard({ perhaps: 'it' }))).toMatchObject({ language: 'en', languageFrom: from })
})

test('a clear sentence corrects a guess at once', () => {
  const guessed = followed(by('default'), heard({ perhaps: 'it' }))
  expect(followed(guessed, heard({ language: 'fr' }))).toMatchObject({
    language: 'fr',
    languageFrom: 'detected',
  })
})
