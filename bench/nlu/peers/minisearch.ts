/** MiniSearch as a classifier: every phrase is a document, the five best vote with their scores. */
import MiniSearch from 'minisearch'
import type { Pupil } from '../pupil.ts'

const voters = 5

export const minisearch: Pupil = {
  name: 'MiniSearch',
  note: 'fuzzy search, the five best vote',
  async learn(rows) {
    const search = new MiniSearch({ fields: ['text'], storeFields: ['label'] })
    search.addAll(rows.map(([text, label], id) => ({ id, text, label })))
    return {
      modelBytes: JSON.stringify(search).length,
      ask(text) {
        const found = search.search(text, { fuzzy: 0.2 }).slice(0, voters)
        const votes = new Map<string, number>()
        for (const { label, score } of found) votes.set(label, (votes.get(label) ?? 0) + score)
        const [label = '', most = 0] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? []
        const total = found.reduce((sum, { score }) => sum + score, 0)
        return { label, confidence: total > 0 ? most / total : 0, known: found[0]?.score ?? 0 }
      },
    }
  },
}
