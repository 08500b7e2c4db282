import { beforeAll, describe, expect, test } from 'vitest'
import {
  classify,
  type Example,
  loadMatcher,
  type Matcher,
  serialize,
  trainMatcher,
} from '../../src/knowledge/matcher.ts'

/** Every maker has five products, every product 65 makers: neither word alone decides. */
const makers = [...'bdfgklmnprstv'].flatMap(c => [...'aeiou'].map(v => `${c}${v}x${v}r`))
const products = ['scanner', 'projector', 'charger', 'headset', 'camera']

const examples: readonly Example[] = makers.flatMap(maker =>
  products.flatMap(product =>
    [
      `my ${maker} ${product} is broken`,
      `cannot start the ${product} of ${maker}`,
      `${maker} ${product}`,
    ].map(text => ({ text, topic: `${maker}-${product}`, language: 'en' })),
  ),
)

let matcher: Matcher

beforeAll(() => {
  matcher = trainMatcher(examples)
})

describe('a matcher of more than three hundred topics', () => {
  test('tells topics apart that share all words but one', () => {
    const asked = makers.flatMap(maker =>
      products.map(product => ({
        topic: `${maker}-${product}`,
        text: `why does the ${product} from ${maker} fail`,
      })),
    )
    const wrong = asked.filter(({ text, topic }) => classify(matcher, text).candidates[0]?.topic !== topic)
    expect(wrong.length).toBeLessThan(asked.length / 50)
  })

  test('has at most five candidates, best first, with probabilities', () => {
    const confidences = classify(matcher, 'the scanner is broken').candidates.map(c => c.confidence)
    expect(confidences).toHaveLength(5)
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a))
    expect(confidences.reduce((sum, c) => sum + c, 0)).toBeLessThanOrEqual(1.0001)
  })

  test('knows nothing of a text none of whose words it has', () => {
    expect(classify(matcher, '今日は').known).toBe(0)
    expect(classify(matcher, '').candidates).toEqual([])
  })

  test('answers one text as before when others were asked between', () => {
    const ask = () => classify(matcher, 'baxar projector')
    const first = ask()
    classify(matcher, 'my texer camera is broken')
    expect(ask()).toEqual(first)
  })

  test('comes back from its bytes, which are the same whenever it is trained', () => {
    const bytes = serialize(matcher)
    const again = loadMatcher(bytes)
    for (const text of ['daxar camera', 'headset of mixir', 'something else'])
      expect(again && classify(again, text)).toEqual(classify(matcher, text))
    expect(Buffer.compare(serialize(trainMatcher(examples)), bytes)).toBe(0)
  })
})
