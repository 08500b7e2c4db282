/**
 * A process of its own that reads pictures, one after the other. A picture that makes it hang, crash or grow costs this
 * process and nothing else. It ends when the service does.
 */
import { fileURLToPath } from 'node:url'
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js'
import { byDaylight } from './daylight.ts'
import type { Model, Picture, ReadPicture, Ready } from './messages.ts'

const workerPath = fileURLToPath(new URL('./engine.ts', import.meta.url))
/** Bytes; a whole screen of 8 million pixels takes about half of it. */
const mostMemory = Number(process.argv[2])
const memoryCheckMs = 50

let engine: { readonly model: Model; readonly worker: Worker } | undefined

process.on('disconnect', () => process.exit())
setInterval(() => process.memoryUsage.rss() > mostMemory && process.exit(1), memoryCheckMs).unref()

process.on('message', (picture: Picture) => {
  readPicture(picture).then(answer, () => answer({ kind: 'fault' }))
})
await engineFor('eng')
answer({ kind: 'ready' })

function answer(message: ReadPicture | Ready): void {
  process.send?.(message)
}

async function readPicture({ bytes, model, scattered }: Picture): Promise<ReadPicture> {
  const worker = await engineFor(model)
  await worker.setParameters({ tessedit_pageseg_mode: scattered ? PSM.SPARSE_TEXT : PSM.AUTO })
  const { data } = await worker.recognize(byDaylight(Buffer.from(bytes)))
  const maxRss = process.resourceUsage().maxRSS * 1024
  return { kind: 'read', text: data.text, confidence: data.confidence, maxRss }
}

/** One engine; it changes its language faster than a second one starts, and in half the memory. */
async function engineFor(model: Model): Promise<Worker> {
  if (engine === undefined) {
    const options = {
      workerPath,
      langPath: 'packages',
      gzip: true,
      cacheMethod: 'none',
      errorHandler: () => {},
    }
    engine = { model, worker: await createWorker(model, OEM.LSTM_ONLY, options) }
  } else if (engine.model !== model) {
    await engine.worker.reinitialize(model, OEM.LSTM_ONLY)
    engine = { ...engine, model }
  }
  return engine.worker
}
