/** fastText's supervised classifier with word pairs and character n-grams, compiled to WebAssembly, one thread. */
import { getFastTextClass, getFastTextModule } from 'fasttext.wasm.js'
import type { Pupil } from '../pupil.ts'

const settings = {
  lr: 0.5,
  dim: 50,
  wordNgrams: 2,
  minn: 3,
  maxn: 5,
  bucket: 100_000,
  minCount: 1,
  loss: 'softmax',
  verbose: 0,
}

/** Few phrases need more rounds for as many steps. */
const fewestEpochs = 25
const mostEpochs = 200
const steps = 100_000

export const fasttext: Pupil = {
  name: 'fastText',
  note: `word pairs, n-grams of ${settings.minn} to ${settings.maxn}, ${settings.dim} dimensions, ${fewestEpochs} epochs and more`,
  async learn(rows) {
    const labels = [...new Set(rows.map(([, label]) => label))]
    const lines = rows.map(([text, label]) => `__label__${labels.indexOf(label)} ${plain(text)}`)
    const FastText = await getFastTextClass({ getFastTextModule })
    const epoch = Math.max(fewestEpochs, Math.min(mostEpochs, Math.round(steps / rows.length)))
    const texts = urlOf(`${lines.join('\n')}\n`)
    const model = await new FastText().trainSupervised(texts, { ...settings, epoch }, unheard)
    return {
      modelBytes: model.saveModel().size,
      ask(text) {
        const found = model.predict(`${plain(text)}\n`, 1, 0)
        if (found.size() === 0) return { label: '', confidence: 0, known: 0 }
        const [confidence, label] = found.get(0)
        return { label: labels[Number(label.replace('__label__', ''))] ?? '', confidence, known: confidence }
      },
    }
  },
}

/** It calls back with its progress and fails when there is nobody. */
function unheard(): void {}

/** As fastText's own documentation prepares texts: lower case, marks set off. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, mark => ` ${mark} `)
    .replace(/\s+/g, ' ')
    .trim()
}

/** It reads its training file from an address only. */
function urlOf(text: string): string {
  return `data:text/plain;base64,${Buffer.from(text).toString('base64')}`
}
