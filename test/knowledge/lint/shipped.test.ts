import { expect, test } from 'vitest'
import { lintFolders } from '../../../src/cli/kb/lint.ts'
import { shippedKnowledge } from '../../../src/knowledge/folders.ts'

test('what comes with the program has no problems, articles and languages alike', () => {
  const { problems, summary } = lintFolders({ folders: [shippedKnowledge] })
  expect(problems).toEqual([])
  expect(summary).toBe('19 articles in de, en, fr, it')
})

test('the packs asked for are the ones that are looked at', () => {
  const { problems } = lintFolders({ folders: [shippedKnowledge], packs: ['no-such-pack'] })
  expect(problems.map(({ message }) => message)).toEqual([
    'KNOWLEDGE_PACKS names "no-such-pack", which is no pack',
  ])
})
