import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { withTypos } from '../../bench/nlu/typos.ts'
import { examplesOf } from '../../src/content/trained.ts'
import { seeded } from '../../src/knowledge/matcher/random.ts'
import {
  classify,
  type Example,
  loadMatcher,
  type Matcher,
  serialize,
  trainMatcher,
} from '../../src/knowledge/matcher.ts'
import { shippedLibrary } from '../support/content.ts'

/** Real wording that no article has: topic -> texts by language; "none" is about something else. */
const asked: Record<string, Record<string, string[]>> = JSON.parse(
  readFileSync('bench/nlu/helpdesk.json', 'utf8'),
)
const four = [
  'ike-phase1-failed',
  'certificate-problem',
  'ipsec-service-not-running',
  'local-policy-not-used',
]

let examples: readonly Example[]
let matcher: Matcher
let small: Matcher

beforeAll(() => {
  examples = examplesOf(shippedLibrary())
  matcher = trainMatcher(examples)
  small = trainMatcher(examples.filter(({ topic }) => four.includes(topic)))
})

const best = (text: string, of = matcher) => classify(of, text).candidates[0]?.topic
const own = (language: string) =>
  Object.entries(asked[language] ?? {}).flatMap(([topic, texts]) =>
    topic === 'none' ? [] : texts.map(text => ({ topic, text })),
  )
const share = (of: readonly boolean[]) => of.filter(Boolean).length / of.length

describe('one matcher for all languages', () => {
  test.each(['en', 'de', 'fr', 'it'])(
    'in %s nine of ten texts in new words find their topic, all but a few are among three',
    language => {
      const texts = own(language)
      expect(share(texts.map(({ text, topic }) => best(text) === topic))).toBeGreaterThanOrEqual(0.86)
      const amongThree = texts.map(({ text, topic }) =>
        classify(matcher, text)
          .candidates.slice(0, 3)
          .some(candidate => candidate.topic === topic),
      )
      expect(share(amongThree)).toBeGreaterThanOrEqual(0.95)
    },
  )

  test.each(['en', 'de', 'fr', 'it'])('in %s a wrong letter in every other word costs little', language => {
    const random = seeded(42)
    const found = own(language).map(({ text, topic }) => best(withTypos(text, random)) === topic)
    expect(share(found)).toBeGreaterThanOrEqual(0.75)
  })

  test('a text about something else is seldom taken for ours, with nineteen topics and with four', () => {
    const foreign = Object.values(asked).flatMap(({ none = [] }) => none)
    for (const of of [matcher, small])
      expect(share(foreign.map(text => classify(of, text).known >= 0.5))).toBeLessThanOrEqual(0.2)
    for (const language of Object.keys(asked))
      expect(share(own(language).map(({ text }) => classify(matcher, text).known >= 0.3))).toBeGreaterThan(
        0.85,
      )
  })

  test('confidences are probabilities, best first', () => {
    const { candidates, known } = classify(matcher, 'der ipsec dienst startet nicht')
    const confidences = candidates.map(({ confidence }) => confidence)
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a))
    expect(candidates).toHaveLength(5)
    expect(Math.min(...confidences)).toBeGreaterThanOrEqual(0)
    expect(confidences.reduce((sum, c) => sum + c, 0)).toBeLessThanOrEqual(1.0001)
    expect(known).toBeGreaterThan(0.5)
  })
})

describe('what people type', () => {
  test.each([
    ['zertfiikat abgelaufen beim vpn', 'certificate-problem'],
    ['teh vpn certifcate is not valdi', 'certificate-problem'],
    ['VPN‑ZERTIFIKAT ABGELAUFEN', 'certificate-problem'],
    ['v\u200bpn zerti\u00adfikat abge\u200blaufen', 'certificate-problem'],
    ['vрn zertifikаt аbgelaufen', 'certificate-problem'], // Cyrillic р and а
  ])('"%s" is read like the clean text', (text, topic) => {
    expect(best(text)).toBe(topic)
  })

  test('an unknown number says nothing about whether a text is ours, an unknown word does', () => {
    const known = (text: string) => classify(matcher, text).known
    expect(known('vpn certificate expired 4471199')).toBeGreaterThan(known('vpn certificate expired giraffe'))
  })

  test.each(['', '   ', '!?', '🤷', '\u0000', '\ud800', '今日は雨が降りますか', 'is it my'])(
    '%j is nothing of ours and no error',
    text => {
      expect(classify(matcher, text).known).toBeLessThan(0.3)
    },
  )

  test('a pasted megabyte is answered like its beginning', () => {
    const log = 'vpn certificate has expired on this computer '.repeat(25_000)
    expect(classify(matcher, log).candidates[0]?.topic).toBe('certificate-problem')
    expect(classify(matcher, 'x'.repeat(1_000_000)).known).toBeLessThan(0.3)
  })
})

describe('a trained matcher', () => {
  test('comes back from its bytes with the same answers', () => {
    const bytes = serialize(small)
    const again = loadMatcher(Buffer.concat([Buffer.from('x'), bytes]).subarray(1))
    for (const { text } of own('fr')) expect(again && classify(again, text)).toEqual(classify(small, text))
    expect(serialize(matcher).length).toBeLessThan(1_000_000)
  })

  test('is the same when it is trained again', () => {
    const some = examples.filter(({ topic }) => four.includes(topic))
    expect(Buffer.compare(serialize(trainMatcher(some)), serialize(small))).toBe(0)
  })

  test.each([
    ['cut', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 9)],
    ['empty', () => new Uint8Array()],
    [
      'changed in one bit',
      (bytes: Uint8Array) => bytes.with(bytes.length >> 1, (bytes[bytes.length >> 1] ?? 0) ^ 1),
    ],
    ['of another version', (bytes: Uint8Array) => bytes.with(4, 99)],
    ['something else', () => new TextEncoder().encode('not a matcher, but longer than its head')],
  ])('is refused when its bytes are %s', (_, broken) => {
    expect(loadMatcher(broken(serialize(small)))).toBeUndefined()
  })
})

describe('few and many topics', () => {
  test('without phrases there is no candidate', () => {
    expect(classify(trainMatcher([]), 'vpn')).toEqual({ candidates: [], known: 0, familiar: 0 })
  })

  test('a single topic is told from everything else', () => {
    const one = trainMatcher(examples.filter(({ topic }) => topic === 'certificate-problem'))
    expect(classify(one, 'my vpn certificate has expired').known).toBeGreaterThan(0.5)
    expect(classify(one, 'my printer is jammed').known).toBeLessThan(0.5)
  })

  test('hundreds of topics are ranked over a shortlist', () => {
    const many = trainMatcher(manyTopics(320))
    for (const word of ['kabu', 'zuzo', 'mimi'])
      expect(best(`please help, the ${word} is broken since today`, many)).toBe(word)
    const again = loadMatcher(serialize(many))
    expect(again && best('cannot open my kabu', again)).toBe('kabu')
  })
})

/** One made-up thing each, in five everyday sentences. */
function manyTopics(count: number): Example[] {
  const syllables = [...'bdfgklmnprstvz'].flatMap(c => [...'aeiou'].map(v => c + v))
  const things = ['kabu', 'zuzo', 'mimi']
  for (let i = 0; things.length < count; i += 13) {
    const thing = `${syllables[i % 70]}${syllables[Math.floor(i / 70) % 70]}${syllables[(i * 7) % 70]}`
    if (!things.includes(thing)) things.push(thing)
  }
  const sentences = [
    'my # does not work',
    'how do I repair a #',
    'the # is broken',
    'I need a new #',
    'cannot open the #',
  ]
  return things.flatMap(topic =>
    sentences.map(sentence => ({ text: sentence.replace('#', topic), topic, language: 'en' })),
  )
}
