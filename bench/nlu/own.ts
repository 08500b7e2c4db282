/** Deskhand's matcher as it comes back from its bytes, as in production. */
import { classify, loadMatcher, serialize, trainMatcher } from '../../src/knowledge/matcher.ts'
import type { Pupil } from './pupil.ts'

export const own: Pupil = {
  name: 'Deskhand',
  async learn(rows) {
    const examples = rows.map(([text, topic, language]) => ({ text, topic, language }))
    const bytes = serialize(trainMatcher(examples))
    const matcher = loadMatcher(bytes)
    if (!matcher) throw new Error('The matcher cannot be read back from its bytes.')
    return {
      modelBytes: bytes.length,
      ask(text) {
        const { candidates, known } = classify(matcher, text)
        return { label: candidates[0]?.topic ?? '', confidence: candidates[0]?.confidence ?? 0, known }
      },
    }
  },
}
