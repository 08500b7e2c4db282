import { expect, test } from 'vitest'
import { buildSpelling, repair } from '../../src/knowledge/spelling.ts'

/** The words of some phrases, and how often each occurs. */
const spelling = buildSpelling(
  ['zertifikat', 'certificate', 'the', 'card', 'cart', 'vpn', 'ipsec', '13801', 'no_proposal_chosen'],
  Uint32Array.of(9, 9, 30, 5, 2, 20, 9, 3, 3),
)

test.each([
  ['zertfiikat', 'zertifikat'], // two swapped
  ['zertikat', 'zertifikat'], // two missing
  ['certificatte', 'certificate'], // one too many
  ['certivicat', 'certificate'], // one wrong, one missing
  ['ispec', 'ipsec'],
  ['uthe', 'the'],
  ['hte', 'the'],
  ['crd', 'card'],
])('"%s" is read as "%s"', (typed, meant) => {
  expect(repair(spelling, typed)).toBe(meant)
})

test.each([
  ['vpn', 'it is known'],
  ['vps', 'three letters never change into another acronym'],
  ['vn', 'two letters say too little'],
  ['ipsec2', 'it has a digit'],
  ['13802', 'it is another code'],
  ['no_proposal_chosne', 'identifiers stay as they were typed'],
  ['printer', 'no word is near'],
])('"%s" stays, because %s', typed => {
  expect(repair(spelling, typed)).toBe(typed)
})

test('of two words that are equally near the more frequent one is meant', () => {
  expect(repair(spelling, 'caro')).toBe('card')
})

test('words of any length and script are read without an error', () => {
  for (const typed of ['', 'x'.repeat(40), 'ωμέγα', '회사네트워크', '🤷🤷🤷🤷'])
    expect(repair(spelling, typed)).toBe(typed)
})
