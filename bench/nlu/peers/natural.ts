/** natural's naive Bayes, out of the box: English stemmer and stop words, whatever the language. */
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js'
import type { Answer, Pupil } from '../pupil.ts'

export const natural: Pupil = {
  name: 'natural Bayes',
  async learn(rows) {
    const bayes = new BayesClassifier()
    for (const [text, label] of rows) bayes.addDocument(text, label)
    bayes.train()
    const modelBytes = JSON.stringify(bayes).length
    return { modelBytes, ask: text => best(bayes.getClassifications(text)) }
  },
}

/** The values are likelihoods, not probabilities; their share is the nearest thing to a confidence. */
function best(found: readonly { readonly label: string; readonly value: number }[]): Answer {
  const total = found.reduce((sum, { value }) => sum + value, 0)
  const confidence = total > 0 ? (found[0]?.value ?? 0) / total : 0
  return { label: found[0]?.label ?? '', confidence, known: confidence }
}
